import { foldDigits } from '../text/numerals.js';
import type { SourceText } from '../text/source-text.js';
import type { Heading, OpeningFormula, ReportYear, Title } from './report.js';
import type { Line } from './lines.js';
import { readYears, type YearMention } from './years.js';

/** What a title says of the time that the report covers. */
export interface TitleYears {
  /** The year that it names; a date behind a dash (——2021年4月29日在…会议上) and periods are none. */
  readonly year: ReportYear | undefined;
  /** 关于2021年以来……的报告 covers a span: the year it begins with is not the report's. */
  readonly coversSpan: boolean;
}

/** Reads the years of a title. */
export function yearsOfTitle(title: Title): TitleYears {
  const name = reportNameIn(title.text);
  const years = readYears(name);
  const coversSpan = years.some(({ span }) => name.startsWith('以来', span.end));
  const year = coversSpan ? undefined : reportingYear(years);
  return { year: year === undefined ? undefined : { value: year.value, from: 'title', span: title.span }, coversSpan };
}

/** The name of the report inside a notice's title: 关于印发《…年法治政府建设情况报告》的通知. */
export function reportNameIn(title: string): string {
  if (!title.includes('《')) return title;
  return /《([^《》]{0,120}(?:报告|总结)[^《》]{0,60})》/u.exec(title)?.[1] ?? title;
}

/** Y of the opening formula, else of the opening's first sentence. */
export function yearOfOpening(source: SourceText, lines: readonly Line[], formulas: readonly OpeningFormula[]): ReportYear | undefined {
  for (const { span } of formulas) {
    const year = reportingYear(readYears(source.slice(span)));
    if (year !== undefined) return { value: year.value, from: 'opening', span };
  }
  for (const line of lines) {
    const start = /^(?:20\d{2}|二[〇○零O]\d?[一二三四五六七八九〇]{1,2})\s*年度?(?:以来|来)?[，,]/u.exec(
      foldDigits(line.text.slice(0, 20)),
    );
    const year = start === null ? undefined : reportingYear(readYears(start[0]));
    if (year !== undefined) return { value: year.value, from: 'opening', span: { start: line.start, end: line.start + year.span.end } };
  }
  return undefined;
}

/** Y of the headings: the year of the first measures, shortcomings or duties heading, or the year before a plan heading's. */
export function yearOfHeadings(headings: readonly Heading[]): ReportYear | undefined {
  for (const heading of headings) {
    const year = reportingYear(readYears(heading.text));
    if (year === undefined || heading.kinds.length === 0) continue;
    const isPlan = heading.kinds.length === 1 && heading.kinds[0] === 'plan';
    return { value: isPlan ? year.value - 1 : year.value, from: 'headings', span: heading.span };
  }
  return undefined;
}

/** The first year that can name a reporting period. */
function reportingYear(years: readonly YearMention[]): YearMention | undefined {
  return years.find(({ usage }) => usage === 'plain' || usage === 'other-report' || usage === 'since' || usage === 'honour');
}
