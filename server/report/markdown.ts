import type { SourceText } from '../text/source-text.js';
import type { Heading } from './report.js';

/** The signs (`## `) that stand before a heading in a Markdown report; empty in plain text. */
export function markdownSigns(source: SourceText, heading: Heading): string {
  const before = source.text.slice(source.startOfLine(heading.line), heading.span.start);
  return /^#{1,6}[ \t]*$/u.test(before) ? before : '';
}
