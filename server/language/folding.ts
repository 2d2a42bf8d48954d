import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Heading, Report } from '../report/report.js';
import { trimSpan } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { headingExtent } from './headingExtent.js';

/**
 * Foldable ranges by whole lines: a title over several lines, sections, sub-headings and page furniture.
 * Blank lines at the end of a range stay outside it. Sorted by first line, outer ranges before inner ones.
 *
 * @param limit the most that the client wants; the deepest headings go first.
 */
export function foldingRanges(report: Report, limit = Number.POSITIVE_INFINITY): FoldingRange[] {
  const folds: { range: FoldingRange; depth: number }[] = [];
  const add = (span: Span, depth: number, kind?: FoldingRangeKind): void => {
    const startLine = report.source.lineAt(span.start);
    const endLine = report.source.lineAt(Math.max(span.start, span.end - 1));
    if (endLine <= startLine) return;
    folds.push({ range: { startLine, endLine, ...(kind === undefined ? {} : { kind }) }, depth });
  };
  if (report.title !== undefined) add(report.title.span, 0);
  for (const { span } of report.furniture) add(trimmed(report, span), 0, FoldingRangeKind.Region);
  const addHeading = (heading: Heading, depth: number): void => {
    add(headingExtent(report.source, heading), depth);
    for (const child of heading.children) addHeading(child, depth + 1);
  };
  for (const heading of report.headings) addHeading(heading, 0);
  return keepShallow(folds, limit).sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function keepShallow(folds: readonly { range: FoldingRange; depth: number }[], limit: number): FoldingRange[] {
  const kept = folds.length <= limit ? folds : [...folds].sort((a, b) => a.depth - b.depth).slice(0, Math.max(0, limit));
  return kept.map(({ range }) => range);
}

function trimmed(report: Report, span: Span): Span {
  return trimSpan(report.source.text, span.start, span.end);
}
