import { COUNTING_TRIGGERS } from '../report/counting-words.js';
import { mayHoldListFault } from './list-faults.js';
import type { ReportRule } from './rule.js';
import { localized } from './localized.js';

/** 有“一是”没有“二是”: a list of one item. */
export const enumerationOrphan: ReportRule = {
  id: 'enumeration-orphan',
  group: 'headings',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  triggers: COUNTING_TRIGGERS,
  concernsWithTrigger: (content) => content.fact(mayHoldListFault),
  name: localized('有“一是”没有“二是”', 'List of one item'),
  finds: localized(
    '写了“一是”，到这一小节结束也没有“二是”。“二是”另起一段的，不算。',
    'An 一是 without 二是 to the end of its subsection; 二是 in a later paragraph of it counts.',
  ),
  why: localized('要么漏了后面几条，要么只有一条、用不着“一是”。', 'Either items are lost or there is only one, which needs no number.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。一是召开专题会议4次，研究法治建设事项9项，组织中心组学法6次。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。一是召开专题会议4次。\n二是组织中心组学法6次。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
  },
  check(report) {
    return report.enumerations.flatMap(({ items: [first], isAlone }) => {
      if (first === undefined || !isAlone) return [];
      const words = first.paragraph.text.slice(first.span.start, first.span.end);
      const second = words.replace('一', '二');
      return [
        {
          span: first.paragraph.toSource(first.span),
          message: localized(
            `有“${words}”，后面没有“${second}”：请补上漏写的，只有一条就删去“${words}”`,
            `${words} is followed by no ${second}: add what was lost, or delete ${words}`,
          ),
        },
      ];
    });
  },
};
