import type { ReportRule } from './rule.js';
import { localized } from './localized.js';
import { isThinSection, sectionName, THIN_SECTION } from './section-facts.js';

/** 内容过少: a mandated section of fewer than 60 字. */
export const thinSection: ReportRule = {
  id: 'thin-section',
  group: 'structure',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('内容过少', 'Thin section'),
  finds: localized(
    `规定的一项内容不足${THIN_SECTION}字（不计空格和标点）。`,
    `A mandated section of fewer than ${THIN_SECTION} characters, blanks and punctuation not counted.`,
  ),
  why: localized('几句话写不清一年的工作，审读时会要求补充。', 'A few sentences cannot tell of a year; reviewers will ask for more.'),
  examples: {
    bad: [
      { parts: { duties: '三、党政主要负责人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长认真履行第一责任人职责，召开会议3次。' } },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    return report.sections
      .filter((section) => isThinSection(report, section))
      .map(({ heading, kinds, characters }) => {
        const name = sectionName(kinds[0] ?? 'measures');
        return {
          span: heading.span,
          message: localized(
            `“${name['zh-CN']}”只有${characters}字，偏少：请补充具体做法和数据`,
            `"${name.en}" has only ${characters} characters: add facts and figures`,
          ),
        };
      });
  },
};
