import type { ReportRule } from './rule.js';
import { localized } from './localized.js';
import { embeddedHeading, hasSectionOfKind, sectionName, SECTION_KINDS } from './section-facts.js';

/** 规定内容未单列: a mandated kind has only a heading of level 2 or lower. */
export const embeddedSection: ReportRule = {
  id: 'embedded-section',
  group: 'structure',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('规定内容未单列', 'Embedded section'),
  finds: localized(
    '规定的一项内容只写成下级标题，没有单列为一级标题。',
    'A mandated kind has only a heading below level 1 inside another section.',
  ),
  why: localized(
    '审读时先看四个一级标题；写在下级标题里容易被当作缺项。',
    'Reviewers look for four level-1 headings; an embedded one is easily taken for missing.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）规范行政执法。开展行政检查312次，办理行政处罚案件18件。\n（二）落实第一责任人职责。镇党委书记、镇长主持召开法治建设会议3次，听取工作汇报4次。',
          duties: null,
          plan: '三、2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    return SECTION_KINDS.flatMap((kind) => {
      if (kind === 'measures' || hasSectionOfKind(report, kind)) return [];
      const heading = embeddedHeading(report, kind);
      if (heading === undefined) return [];
      const name = sectionName(kind);
      return [
        {
          span: heading.span,
          message: localized(
            `“${name['zh-CN']}”写在下级标题里，没有单列：审读者可能当作缺项，建议列为一级标题`,
            `"${name.en}" is embedded below level 1; reviewers may take it for missing`,
          ),
        },
      ];
    });
  },
};
