import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';

/** A span of the untouched text made wider until it holds whole lines, and whole paragraphs where a line end cuts one. */
export function wholeParagraphs({ source, paragraphs }: Report, { start, end }: Span): Span {
  let first = source.lineAt(start);
  let last = source.lineAt(Math.max(start, end));
  for (const { pieces } of paragraphs) {
    const head = pieces[0];
    const tail = pieces.at(-1);
    if (head === undefined || tail === undefined || tail.end < start || head.start > end) continue;
    first = Math.min(first, source.lineAt(head.start));
    last = Math.max(last, source.lineAt(tail.end));
  }
  return { start: source.startOfLine(first), end: source.startOfLine(last + 1) };
}
