import type { ReportRule } from './rule.js';
import { localized } from './localized.js';

/** 举措按专题分列: level-1 headings that each name a topic stand for the measures section. */
export const implicitMeasures: ReportRule = {
  id: 'implicit-measures',
  group: 'structure',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('举措按专题分列', 'Themed measures'),
  finds: localized(
    '没有“主要举措和成效”标题，由几个专题一级标题分别来写。',
    'No heading names measures; several thematic level-1 headings stand for it.',
  ),
  why: localized(
    '这样写不算缺项，但对照规定四项审读时不能一眼看到第一项。',
    'This is no omission, but the first item of the regulation is not seen at a glance.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、强化党的领导，完善推进机制\n召开专题会议4次，研究法治建设事项9项，组织中心组学法6次，修订工作规则2件，把法治建设纳入年度考核内容。\n二、严格规范执法，提升执法质效\n开展行政检查312次，办理行政处罚案件18件，案卷评查合格率100%，组织执法培训5次。',
          shortcomings:
            '三、存在的不足和原因\n一是执法力量不足，专业人员只有两名，原因是编制紧张、人员流动大，新进人员尚未取得执法资格，案件办理周期偏长。二是普法形式单一，主要是对新媒体运用不熟，线上内容更新不及时，青年群体参与度不高。',
          duties:
            '四、党政主要负责人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长带头履行第一责任人职责，主持召开法治建设会议3次，听取工作汇报4次，批示督办重点案件5件，带头讲法治课2次，年底向县委全面依法治县委员会办公室报送述法报告。',
          plan: '五、2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    const first = report.sections.find(({ themed }) => themed);
    if (first === undefined) return [];
    const others = report.sections.filter((section) => section.themed && section !== first);
    return [
      {
        span: first.heading.span,
        message: localized(
          '没有“主要举措和成效”标题，由专题标题分别来写：不算缺项，如上级有统一提纲请按提纲加标题',
          'No heading names measures; thematic headings stand for it. Add one if your outline asks for it',
        ),
        related: others.map(({ heading }) => ({ span: heading.span, message: localized('同为专题标题', 'Another thematic heading') })),
      },
    ];
  },
};
