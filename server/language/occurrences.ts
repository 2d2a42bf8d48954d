import { type DocumentHighlight, DocumentHighlightKind, type Location, type Position, type Range } from 'vscode-languageserver-types';
import type { Report } from '../report/report.js';
import { contains, type Span } from '../text/span.js';
import { agencyOccurrences } from './agencyOccurrences.js';
import { countedThingAt } from './countedOccurrences.js';
import { toRange } from './ranges.js';

/**
 * What is marked while the caret stands on the agency's name, on a figure or on what it counts: every form of the name, or every
 * figure of the report that counts the same thing, with its noun. Nothing anywhere else.
 */
export function documentHighlights(report: Report, position: Position): DocumentHighlight[] {
  const offset = report.source.offsetAt(position);
  const names = agencySpansAt(report, offset);
  if (names !== undefined) return names.map((span) => ({ range: toRange(report.source, span), kind: DocumentHighlightKind.Text }));
  const nouns = new Map<number, Span>();
  const thing = countedThingAt(report, offset);
  for (const { noun } of thing?.all ?? []) if (noun !== undefined) nouns.set(noun.start, noun);
  return [
    ...(thing?.all ?? []).map(({ figure }) => ({ range: toRange(report.source, figure), kind: DocumentHighlightKind.Read })),
    ...[...nouns.values()].map((span) => ({ range: toRange(report.source, span), kind: DocumentHighlightKind.Text })),
  ].sort((a, b) => compare(a.range, b.range));
}

/**
 * Every place that names the agency, or every figure that counts the same thing, as `documentHighlights` finds them.
 *
 * @param includeDeclaration whether the first one is among them: for a report that is where the thing is introduced.
 */
export function references(report: Report, position: Position, uri: string, includeDeclaration: boolean): Location[] {
  const offset = report.source.offsetAt(position);
  const spans = agencySpansAt(report, offset) ?? countedThingAt(report, offset)?.all.map(({ figure }) => figure) ?? [];
  return spans.slice(includeDeclaration ? 0 : 1).map((span) => ({ uri, range: toRange(report.source, span) }));
}

/** The agency's names, where the caret is on one. */
function agencySpansAt(report: Report, offset: number): readonly Span[] | undefined {
  const spans = agencyOccurrences(report)?.all.map(({ span }) => span) ?? [];
  return spans.some((span) => contains(span, { start: offset, end: offset })) ? spans : undefined;
}

function compare(a: Range, b: Range): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
