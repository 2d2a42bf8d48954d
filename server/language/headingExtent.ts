import type { Heading } from '../report/report.js';
import type { SourceText } from '../text/source-text.js';
import { trimSpan } from '../text/characters.js';
import type { Span } from '../text/span.js';

/** Signs of a Markdown heading, blanks round them, at the end of what stands before it. */
const NEXT_SIGNS = /[\r\n][ \t\u3000]{0,8}#{1,6}[ \t\u3000]{0,8}$/u;
const SIGNS_REACH = 24;

/** A heading with all that stands below it: no blanks at its end, nor the signs (##) of the heading that follows. */
export function headingExtent({ text }: SourceText, { span, content }: Heading): Span {
  const signs = NEXT_SIGNS.exec(text.slice(Math.max(content.start, content.end - SIGNS_REACH), content.end));
  const { end } = trimSpan(text, content.start, content.end - (signs?.[0].length ?? 0));
  return { start: span.start, end: Math.max(span.end, end) };
}
