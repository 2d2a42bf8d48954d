import type { ReportRule } from './rule.js';
import { localized } from './localized.js';
import { sectionName, SECTION_KINDS } from './section-facts.js';

/** 各部分顺序: the sections stand in another order than the regulation's list. */
export const sectionOrder: ReportRule = {
  id: 'section-order',
  group: 'structure',
  scope: 'report',
  severity: 'hint',
  offByDefault: true,
  fixable: 'none',
  name: localized('各部分顺序', 'Section order'),
  finds: localized(
    '四项内容的先后与规定所列不同。默认关闭：规定没有要求顺序。',
    'The sections differ from the order of the regulation. Off by default: the order is not mandated.',
  ),
  why: localized('有的县统一了顺序，打开本规则可以检查。', 'Some counties fix the order; switch the rule on to check it.'),
  examples: { bad: [], good: [{ parts: {} }] },
  check(report) {
    let highest = -1;
    for (const { heading, kinds } of report.sections) {
      if (kinds.length === 0) continue;
      const ranks = kinds.map((kind) => SECTION_KINDS.indexOf(kind));
      const lowest = Math.min(...ranks);
      if (lowest < highest) {
        const name = sectionName(kinds[0] ?? 'measures');
        const expected = SECTION_KINDS.map((kind) => sectionName(kind)['zh-CN']).join('、');
        return [
          {
            span: heading.span,
            message: localized(
              `“${name['zh-CN']}”的位置与规定所列顺序（${expected}）不同`,
              `"${name.en}" stands elsewhere than in the regulation's order`,
            ),
          },
        ];
      }
      highest = Math.max(highest, ...ranks);
    }
    return [];
  },
};
