import type { Range } from 'vscode-languageserver-types';
import type { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';

/** A span of the untouched text as the protocol writes it. Ends inside a line end move before it. */
export function toRange(source: SourceText, span: Span): Range {
  return { start: source.positionAt(span.start), end: source.positionAt(span.end) };
}

/** A range of the protocol as a span; positions outside the text move to its nearest place. */
export function toSpan(source: SourceText, range: Range): Span {
  const start = source.offsetAt(range.start);
  return { start, end: Math.max(start, source.offsetAt(range.end)) };
}
