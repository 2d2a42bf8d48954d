import type { Heading } from '../report/report.js';

/** Whether running text or a heading of a lower level stands below a heading's line; a numbered sentence has none. */
export function hasTextBelow({ paragraphs, children, textSpan }: Heading): boolean {
  return children.length > 0 || paragraphs.some(({ pieces: [first] }) => first !== undefined && first.start > textSpan.end);
}
