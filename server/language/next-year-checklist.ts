import { kindNames } from './sections.js';
import type { Locale } from '../rules/rule.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { itemsBelow, type ReportItem } from './next-year-items.js';
import type { RenewedPart } from './next-year-sections.js';

/** What goes on the list beside the new report. */
export interface ChecklistContents {
  readonly report: Report;
  /** The new report's year. */
  readonly year: number | undefined;
  readonly parts: readonly RenewedPart[];
  /** Places that were left as they are though they may be last year's, in order. */
  readonly kept: readonly Span[];
}

/**
 * Last year's plan and shortcomings as a Markdown list to tick off, and what the writer has to look at.
 * Lines end with `\n`.
 */
export function nextYearChecklist({ report, year, parts, kept }: ChecklistContents, locale: Locale): string {
  const words = WORDS[locale];
  const lines = [`# ${words.title(year)}`, '', words.purpose(report.title?.text ?? ''), ''];
  for (const kind of ['plan', 'shortcomings'] as const) {
    const items = parts.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ heading, guest }) => itemsBelow(report, heading, guest));
    const isShared = parts.some(({ kinds }) => kinds.includes(kind) && kinds.length > 1);
    // Shortcomings that stand together with the plan are listed with it.
    if (kind === 'shortcomings' && isShared && parts.every(({ kinds }) => !kinds.includes(kind) || kinds.length > 1)) continue;
    lines.push(`## ${isShared ? words.both : words[kind]}`, '');
    lines.push(...(items.length === 0 ? [words.none(kindNames([kind], locale))] : items.flatMap(itemLines)), '');
  }
  if (kept.length > 0) lines.push(`## ${words.kept}`, '', ...kept.map((span) => `- [ ] ${escapeMarkdown(quote(report, span))}`), '');
  return lines.join('\n');
}

const WORDS = {
  'zh-CN': {
    title: (year: number | undefined) => (year === undefined ? '起草对照清单' : `${year}年起草对照清单`),
    purpose: (title: string) =>
      `根据${title === '' ? '上一年度的报告' : `《${escapeMarkdown(title)}》`}列出，供起草时对照，看完一条勾一条，不随报告上报。`,
    plan: '去年安排的事：做了的写进主要举措和成效',
    shortcomings: '去年写的不足：今年改了没有',
    both: '去年写的不足和安排：改了没有，做了没有',
    none: (name: string) => `（去年的报告里没有单独的“${name}”。）`,
    kept: '没有改动、请核对的地方',
  },
  en: {
    title: (year: number | undefined) => (year === undefined ? 'Checklist' : `Checklist for ${year}`),
    purpose: (title: string) =>
      `From last year’s report${title === '' ? '' : ` 《${escapeMarkdown(title)}》`}. For the writer only; no part of the report.`,
    plan: 'Planned last year: what was done belongs in the measures',
    shortcomings: 'Shortcomings of last year: were they put right?',
    both: 'Shortcomings and plan of last year: put right, done?',
    none: (name: string) => `(Last year’s report has no part of its own: ${name}.)`,
    kept: 'Left as it was; please check',
  },
} as const satisfies Record<Locale, unknown>;

function itemLines({ text, parts }: ReportItem): readonly string[] {
  return [`- [ ] ${escapeMarkdown(text)}`, ...parts.map((part) => `  - [ ] ${escapeMarkdown(part.trim())}`)];
}

/** How much of the text round a place is quoted on either side. */
const QUOTED = 24;

function quote(report: Report, span: Span): string {
  const { text } = report.source;
  const line = report.source.lineSpan(report.source.lineAt(span.start));
  const start = Math.max(line.start, span.start - QUOTED);
  const end = Math.min(line.end, span.end + QUOTED);
  return `${start > line.start ? '…' : ''}${text.slice(start, end).trim()}${end < line.end ? '…' : ''}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/gu, '\\$&');
}
