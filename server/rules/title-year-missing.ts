import { reportNameIn } from '../report/report-year.js';
import { readYears } from '../report/years.js';
import type { Fix, ReportRule } from './rule.js';
import type { Report, Title } from '../report/report.js';
import { localized } from './localized.js';

/** 20XX年, ____年: `placeholder` speaks for it. */
const UNFILLED_YEAR = /(?:19|20)(?:[XxＸｘ×＊*_○]{2}|\d[XxＸｘ×＊*_○])|[_＿]{2}\s{0,3}年/u;

/** 标题没有年份: the title names no year. */
export const titleYearMissing: ReportRule = {
  id: 'title-year-missing',
  group: 'structure',
  scope: 'report',
  severity: 'error',
  fixable: 'choice',
  name: localized('标题没有年份', 'Title without a year'),
  finds: localized('标题没有写明报告年度。', 'The title does not name the report year.'),
  why: localized(
    '年度报告每年公开一份，没有年份无法归档，也容易被当作旧稿。',
    'One report is published a year; without the year nobody can tell which this is.',
  ),
  examples: {
    bad: [{ parts: { title: '清源镇法治政府建设情况报告' } }],
    good: [{ parts: { title: '清源镇法治政府建设年度报告（2024年度）' } }, { parts: { title: '清源镇二〇二四年度法治政府建设情况报告' } }],
  },
  check(report) {
    const { title, year } = report;
    if (
      title === undefined ||
      year?.from === 'title' ||
      readYears(reportNameIn(title.text)).some(({ usage }) => usage !== 'document-name') ||
      UNFILLED_YEAR.test(title.text)
    )
      return [];
    return [
      {
        span: title.span,
        message: localized('标题没有年份：请写明是哪一年度的报告', 'The title names no year: say which year the report is for'),
        fixes: insertYearFixes(report, title),
      },
    ];
  },
};

function insertYearFixes(report: Report, title: Title): Fix[] {
  const { year } = report;
  if (year === undefined) return [];
  const text = report.source.slice(title.span);
  const place = /(?:全面|扎实|深入)?(?:推进)?法[治制]政府(?![^《]*》)/u.exec(text);
  if (place === null) return [];
  const at = title.span.start + place.index;
  return [
    {
      kind: 'choice',
      title: localized(`补上“${year.value}年”`, `Insert ${year.value}年`),
      edits: [{ span: { start: at, end: at }, newText: `${year.value}年` }],
    },
  ];
}
