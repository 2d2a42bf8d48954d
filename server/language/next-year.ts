import { applyEdits } from '../check/fix.js';
import { parseReport } from '../report/parse-report.js';
import type { Report } from '../report/report.js';
import type { Locale, SourceEdit } from '../rules/rule.js';
import { countLeading } from '../text/count-leading.js';
import { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import { nextYearChecklist } from './next-year-checklist.js';
import { figureBlanks } from './next-year-figures.js';
import { renewal, renewedParts } from './next-year-sections.js';
import { signOffMoves, yearMoves } from './next-year-years.js';

/** Next year's report as far as it can be made from this year's. */
export interface NextYearDraft {
  /** Line ends as in the report that it was made from; no byte order mark, no page furniture. */
  readonly text: string;
  /** The new report's title; empty where the report has none. */
  readonly title: string;
  /** The new report's year; undefined where the report names none, and then no year was moved. */
  readonly year: number | undefined;
  readonly yearsMoved: number;
  readonly figuresBlanked: number;
  /** Last year's plan and shortcomings, which are blanks in `text`, and places to look at: Markdown, lines end with `\n`. */
  readonly checklist: string;
}

/**
 * Begins next year's report from this year's: its years are moved by one, its figures are blanks with their measure words,
 * shortcomings and plan are blanks below their headings, for last year's would be copied unnoticed; they go on a list of
 * their own. What cannot be told for sure stays as it is, and is on the list too.
 */
export function nextYearDraft(report: Report, locale: Locale): NextYearDraft {
  const year = report.year?.value;
  const parts = renewedParts(report);
  const options = { agency: report.agency?.name, kind: report.agency?.kind ?? 'other', year: year === undefined ? undefined : year + 1 };
  const renewals = parts.map((part) => renewal(report, part, options));
  const dates = signOffMoves(report, year);
  const moves = (year === undefined ? [] : yearMoves(report, year)).filter(outsideOf([...renewals, ...dates]));
  const blanks = figureBlanks(report).filter(outsideOf([...renewals, ...dates, ...moves]));
  const edits = [...renewals, ...dates, ...moves, ...blanks].sort((a, b) => a.span.start - b.span.start);
  const text = proper(report, edits);
  const kept = keptPlaces(report, edits);
  const next = year === undefined ? undefined : year + 1;
  return {
    text,
    title: parseReport(new SourceText(text), report.project).title?.text ?? '',
    year: next,
    yearsMoved: moves.length + dates.length,
    figuresBlanked: blanks.length,
    checklist: nextYearChecklist({ report, year: next, parts, kept }, locale),
  };
}

/** @param taken they do not overlap. */
function outsideOf(taken: readonly SourceEdit[]): (edit: { readonly span: Span }) => boolean {
  const inOrder = taken.map(({ span }) => span).sort((a, b) => a.start - b.start);
  return ({ span }) => {
    const before = inOrder[countLeading(inOrder.length, (index) => (inOrder[index]?.start ?? 0) < span.end) - 1];
    return before === undefined || before.end <= span.start;
  };
}

/** The report after the edits, without the page furniture above and below it. */
function proper({ source, body, paragraphs }: Report, edits: readonly SourceEdit[]): string {
  const { start } = body;
  const end =
    paragraphs
      .filter(({ role }) => role !== 'furniture')
      .at(-1)
      ?.pieces.at(-1)?.end ?? source.text.length;
  const within = edits
    .filter(({ span }) => span.start >= start && span.end <= end)
    .map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText }));
  return applyEdits(source.text.slice(start, end), within) + source.lineEnd;
}

/** Years of the report, zeros in words and months that stay, for instance in names of documents and in honours. */
function keptPlaces(report: Report, edits: readonly SourceEdit[]): readonly Span[] {
  const isKept = outsideOf(edits);
  return report.paragraphs.flatMap((paragraph) => {
    const { role, text, years, figures } = paragraph;
    if (role === 'furniture' || role === 'sign-off') return [];
    const own = years.filter(({ value, hasSuffix, usage }) => value === report.year?.value && hasSuffix && usage !== 'period');
    const zeros = role === 'body' ? figures.filter(({ value }) => value === 0) : [];
    const months =
      role === 'body' ? [...text.matchAll(MONTH)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })) : [];
    return [...[...own, ...zeros].map(({ span }) => span), ...months]
      .map((span) => paragraph.toSource(span))
      .filter((span) => isKept({ span }))
      .sort((a, b) => a.start - b.start);
  });
}

/** 7月，出席…: last year's event; but not 5月民法典宣传月 and 2019年7月. */
const MONTH = /(?<![\d年·.—–至到-])\d{1,2}月(?:\d{1,2}日)?(?=[^，。；月]{0,24}[，。；])/gu;
