import { onOneLine } from '../text/on-one-line.js';
import { compact } from '../text/quotes.js';
import { trimSpan } from '../text/characters.js';
import type { SourceText } from '../text/source-text.js';
import { overlaps, type Span } from '../text/span.js';

/** Longest quote, in UTF-16 code units. */
const LONGEST = 40;
const CLAUSE_END = /[，。；：、！？,;!?]/u;

/**
 * A quote by which a finding is found again: its words, taken further to the ends of the clause so that people can read it,
 * and further still where it would stand in the text more than once. On one line, whatever the line ends in the text.
 *
 * @param others spans of the rule's other findings, which the quote keeps clear of where it can.
 */
export function quoteOf(source: SourceText, span: Span, others: readonly Span[]): string {
  const { text } = source;
  const trimmed = trimSpan(text, span.start, span.end);
  const wanted = trimmed.end > trimmed.start ? trimmed : { start: span.start, end: span.start };
  if (wanted.end - wanted.start >= LONGEST) return wordsOf(text, { start: wanted.start, end: wanted.start + LONGEST });
  const line = { start: source.lineSpan(source.lineAt(wanted.start)).start, end: source.lineSpan(source.lineAt(wanted.end)).end };
  const clause = grow(text, wanted, line, (next) => !others.some((other) => overlaps(other, next)), true);
  const whole = compact(text).text;
  const isUnique = (place: Span): boolean => {
    const quote = compact(text.slice(place.start, place.end)).text;
    return quote !== '' && whole.indexOf(quote, whole.indexOf(quote) + 1) < 0;
  };
  let place = clause;
  while (!isUnique(place)) {
    const next = grow(text, place, line, () => true, false);
    if (next.start === place.start && next.end === place.end) break;
    place = next;
  }
  return wordsOf(text, place);
}

/** Takes a span further on both sides: to the ends of its clause, or by one character. */
function grow(text: string, span: Span, bounds: Span, isAllowed: (span: Span) => boolean, toClause: boolean): Span {
  let { start, end } = span;
  for (let moved = true; moved; moved = moved && toClause) {
    moved = false;
    const isFull = (): boolean => end - start >= LONGEST;
    if (
      start > bounds.start &&
      !isFull() &&
      !(toClause && CLAUSE_END.test(text.charAt(start - 1))) &&
      isAllowed({ start: start - 1, end })
    ) {
      start--;
      moved = true;
    }
    if (end < bounds.end && !isFull() && !(toClause && CLAUSE_END.test(text.charAt(end))) && isAllowed({ start, end: end + 1 })) {
      end++;
      moved = true;
    }
  }
  return { start, end };
}

function wordsOf(text: string, { start, end }: Span): string {
  const cutsStart = isLowSurrogate(text, start) ? 1 : 0;
  const cutsEnd = isLowSurrogate(text, end) ? 1 : 0;
  return onOneLine(text.slice(start - cutsStart, end + cutsEnd)).trim();
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
