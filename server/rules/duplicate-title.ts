import { readYears } from '../report/years.js';
import type { Report, Title } from '../report/report.js';
import type { Fix, ReportRule, RuleFinding } from './rule.js';
import { localized } from './localized.js';

/** 标题重复: the title or the opening formula stands twice. */
export const duplicateTitle: ReportRule = {
  id: 'duplicate-title',
  group: 'structure',
  scope: 'report',
  severity: 'hint',
  fixable: 'safe',
  name: localized('标题重复', 'Duplicate title'),
  finds: localized('标题或“现将……报告如下”出现两次。', 'The title or the opening formula stands twice.'),
  why: localized('多半是从网页复制时带来的。', 'Mostly copied from a web page.'),
  examples: {
    bad: [{ parts: { title: '清源镇2024年法治政府建设情况报告\n清源镇2024年法治政府建设情况报告' } }],
    good: [{ parts: { title: '中共清源镇委员会\n清源镇人民政府\n关于2024年法治政府建设情况的报告' } }],
  },
  check(report) {
    const { title } = report;
    const titles = title === undefined ? [] : report.repeatedTitles.filter((copy) => !hasOtherYear(copy, report));
    const copies: RuleFinding[] = titles.map((copy) => {
      const isExact = title !== undefined && compact(copy.text) === compact(title.text);
      return {
        span: copy.span,
        message: isExact
          ? localized('标题重复：与上面的标题相同，可删去', 'The title stands twice: delete this copy')
          : localized('又出现一个标题：请核对，只留一个', 'A second title: keep one'),
        ...(title === undefined ? {} : { related: [{ span: title.span, message: localized('第一个标题', 'First title') }] }),
        fixes: isExact ? [deleteFix(report, copy)] : [],
      };
    });
    const formulas = report.openingFormulas.slice(1).map(
      ({ span }): RuleFinding => ({
        span,
        message: localized('“……报告如下”出现了两次：请删去一处', 'The opening formula stands twice: delete one'),
      }),
    );
    return [...copies, ...formulas];
  },
};

function hasOtherYear(copy: Title, report: Report): boolean {
  return report.year !== undefined && readYears(copy.text).some(({ value }) => value !== report.year?.value);
}

function compact(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/gu, '');
}

/** Deletes whole lines, and the blank lines below where a blank line stands above. */
function deleteFix(report: Report, copy: Title): Fix {
  const { source } = report;
  const first = source.lineAt(copy.span.start);
  const isBlank = (line: number): boolean => source.slice(source.lineSpan(line)).trim() === '';
  let next = source.lineAt(copy.span.end) + 1;
  if (first > 0 && isBlank(first - 1)) while (next < source.lineCount - 1 && isBlank(next)) next++;
  const span = { start: source.startOfLine(first), end: source.startOfLine(next) };
  return { kind: 'safe', title: localized('删去重复的标题', 'Delete the copy'), edits: [{ span, newText: '' }] };
}
