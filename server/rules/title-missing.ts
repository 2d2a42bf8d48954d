import type { ReportRule } from './rule.js';
import { BLANK } from '../report/skeleton.js';
import { selectFirstBlank } from './blanks.js';
import { localized } from './localized.js';

/** 没有标题: no title that names 法治政府 and 报告, 总结 or 情况. */
export const titleMissing: ReportRule = {
  id: 'title-missing',
  group: 'structure',
  scope: 'report',
  severity: 'error',
  fixable: 'choice',
  name: localized('没有标题', 'Missing title'),
  finds: localized('开头没有写明“法治政府”和“报告”（“总结”“情况”）的标题。', 'No title names 法治政府 and 报告, 总结 or 情况.'),
  why: localized('没有标题看不出这是什么报告、哪一年、谁的报告。', 'Without a title nobody knows whose report of which year this is.'),
  basis: localized(
    'GB/T 9704—2012 7.3.1：标题由发文机关名称、事由和文种组成',
    'GB/T 9704—2012, 7.3.1: a title consists of agency, subject and kind of document',
  ),
  examples: {
    bad: [{ parts: { title: null } }, { parts: { title: '清源镇2024年工作报告' } }],
    good: [
      { parts: { title: '清源镇人民政府\n关于2024年度法治政府建设\n工作情况的报告' } },
      { parts: { title: '2024年度清源镇法治政府建设年度情况报告' } },
    ],
  },
  check(report) {
    if (report.isReport) return [];
    const first = report.paragraphs[0]?.pieces[0] ?? { start: 0, end: 0 };
    const agency = report.agency?.name ?? BLANK;
    const year = report.year === undefined ? BLANK : String(report.year.value);
    const at = first.start;
    const newText = `${agency}${year}年法治政府建设情况报告${report.source.lineEnd}`;
    return [
      {
        span: first,
        message: localized(
          '没有找到“……年法治政府建设情况报告”这样的标题：请在开头写明机关、年份和文种',
          'No title such as …年法治政府建设情况报告: name agency, year and kind of document first',
        ),
        fixes: [
          {
            kind: 'choice',
            title: localized('在开头插入标题', 'Insert a title'),
            edits: [{ span: { start: at, end: at }, newText }],
            ...selectFirstBlank(at, newText),
          },
        ],
      },
    ];
  },
};
