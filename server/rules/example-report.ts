/** Parts of the sound report that an example replaces; `null` leaves a part out. A part holds its own headings. */
export interface ExampleParts {
  readonly title?: string | null;
  readonly opening?: string | null;
  readonly measures?: string | null;
  readonly shortcomings?: string | null;
  readonly duties?: string | null;
  readonly plan?: string | null;
  readonly signOff?: string | null;
}

const ORDER = ['title', 'opening', 'measures', 'shortcomings', 'duties', 'plan', 'signOff'] as const;

const SOUND: Readonly<Record<(typeof ORDER)[number], string>> = {
  title: '清源镇2024年法治政府建设情况报告',
  opening: '2024年，清源镇深入学习贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下：',
  measures:
    '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项，组织中心组学法6次。\n（二）规范行政执法。开展行政检查312次，办理行政处罚案件18件，案卷评查合格率100%。',
  shortcomings:
    '二、存在的不足和原因\n一是执法力量不足，专业人员只有两名，原因是编制紧张、人员流动大，新进人员尚未取得执法资格，案件办理周期偏长。二是普法形式单一，主要是对新媒体运用不熟，线上内容更新不及时，青年群体参与度不高。',
  duties:
    '三、党政主要负责人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长带头履行第一责任人职责，主持召开法治建设会议3次，听取工作汇报4次，批示督办重点案件5件，带头讲法治课2次，年底向县委全面依法治县委员会办公室报送述法报告。',
  plan: '四、2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
  signOff: '清源镇人民政府\n2025年1月10日',
};

/** A sound, short report with some parts replaced; lines end with `\n`. The examples of the rules are run on it. */
export function exampleReport(parts: ExampleParts): string {
  const texts = ORDER.map((name) => (parts[name] === undefined ? SOUND[name] : parts[name]));
  return `${texts.filter((text) => text !== null).join('\n')}\n`;
}
