import type { Paragraph, Report } from '../report/report.js';
import type { Span } from '../text/span.js';

/** The paragraph that holds a place of the untouched text. */
export function paragraphAt({ paragraphs }: Report, offset: number): Paragraph | undefined {
  return paragraphs.find(({ pieces }) => pieces.some((piece) => holds(piece, offset)));
}

/** Whether a span holds a place, its end included: a caret behind the last character is still there. */
export function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
