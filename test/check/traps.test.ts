import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { fixAll } from '../../server/check/fix.js';
import { parseReport } from '../../server/report/parse-report.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { SourceText } from '../../server/text/source-text.js';

const graveFindings = (text: string): string[] =>
  check(parseReport(new SourceText(text)))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule}: ${message['zh-CN']}`);

/** Legitimate sentences that naive rules flag; each is set into a sound report for 2024. */
const SENTENCES = [
  '自2022年以来，我镇连续三年获评优秀。',
  '2023年，我镇被评为全县执法先进单位。',
  '2023年，全镇立案查处17起；2024年，立案查处9起。',
  '行政检查量较2023年增长12%，同比下降22%。',
  '向镇人大报告2023年度法治政府建设情况。',
  '落实《法治政府建设实施纲要（2021—2025年）》《柏杨镇志（1985—2020）》。',
  '依据《中华人民共和国行政处罚法（2021修订）》开展培训3次。',
  '按照中发〔2021〕33号、清法办〔2024〕2024号文件要求抓好落实。',
  '（2024）川0123行初5号案件胜诉。',
  '2023、2024年累计培训80人次，2022年至2024年培训120人次。',
  '发放资料2024册、宣传品2020余份，罚款2024元，检查2024家次，受理2024件。',
  '全年办件量在2000以上，日均达到20件以上。',
  '举办“2024清江马拉松”安保3次，宣传“2030可持续发展议程”1次。',
  '以“2024我们的法治生活”为主题征文56篇。',
  '执行GB/T 9704—2012标准，接听12345热线36次、12348热线20次。',
  '2024—2025学年开展法治副校长进校园活动12次。',
  '推行“1+X”模式，拆除3×4米广告牌5块、200×300毫米标牌8块。',
  '张某诉某镇政府一案二审胜诉，某公司申请复议1件。',
  '调解李××与王××邻里纠纷，为XX光检查提供场地1处。'.replace('XX光', 'X光'),
  '帮扶（待业）人员12人，签订合同（补充）协议3份，化解字号（名称）争议1起。',
  '压实各部门谁执法谁普法普法责任制，开展活动12场次。',
  '一季度排查20次，二、三季度各排查30次。',
  '召开会议十二次，受教育群众两万余人次，占比九成以上。',
  '于2024年12月4日、2月29日开展宪法宣传2次。',
];

describe('a sound report stays sound with', () => {
  it.each(SENTENCES)('%s', (sentence) => {
    const text = exampleReport({
      measures: `一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。${sentence}开展行政检查312次。`,
    });
    expect(graveFindings(text)).toEqual([]);
    expect(fixAll(text)).toMatchObject({ text, applied: 0, stable: true });
  });

  it.each(SENTENCES)('a paragraph of its own: %s', (sentence) => {
    const text = exampleReport({
      measures: `一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导\n召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法\n开展行政检查312次。\n${sentence}`,
    });
    expect(graveFindings(text)).toEqual([]);
  });
});

/** Headings of the plan and of the shortcomings as reports for 2024 have them. */
const PLAN_HEADINGS = [
  '2025年主要工作',
  '2025年工作举措',
  '2025年工作展望',
  '下一阶段重点任务',
  '明年工作思路',
  '努力方向',
  '接下来的工作',
  '二〇二五年工作安排',
  '2025年法治政府建设规划',
  '下步打算',
];
const SHORTCOMINGS_HEADINGS = [
  '工作中的不足',
  '短板弱项',
  '存在的主要问题及原因分析',
  '面临的困难和挑战',
  '不容忽视的问题',
  '存在問題',
  '存在的薄弱环节',
  '问题与不足',
];

describe('a section is known by', () => {
  const plan =
    '2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。';
  const shortcomings =
    '一是执法力量较弱，专业人员只有两名，原因是编制紧张、人员流动大，新进人员尚未取得执法资格。二是普法形式单一，主要是对新媒体运用不熟，线上内容更新不及时，青年群体参与度不高。';

  it.each(PLAN_HEADINGS)('the plan heading %s', (heading) => {
    expect(graveFindings(exampleReport({ plan: `四、${heading}\n${plan}` }))).toEqual([]);
  });

  it.each(SHORTCOMINGS_HEADINGS)('the shortcomings heading %s', (heading) => {
    expect(graveFindings(exampleReport({ shortcomings: `二、${heading}\n${shortcomings}` }))).toEqual([]);
  });
});
