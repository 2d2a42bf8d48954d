import { isDigit } from '../text/characters.js';
import type { Span } from '../text/span.js';

/** Marks that come in pairs: the opening one with its partner. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['(', ')'],
  ['〔', '〕'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
]);
const CLOSING: ReadonlySet<string> = new Set(PAIRS.values());
const MARKS = /[《》〈〉“”‘’（）()〔〕【】「」『』、，,：:；;。！？!?]/gu;
/** Marks in more marks than these are damage. */
const DEEPEST = 20;
const SENTENCE_ENDS = '。！？!?';
/** What parts a text into groups of clauses, into clauses, and into items. */
const GROUPS = `；;${SENTENCE_ENDS}`;
const CLAUSES = `，,：:${GROUPS}`;
const ITEMS = `、${CLAUSES}`;

/** A piece of a text between two marks of a pair, or all of it, with the marks that stand in it and in no pair inside of it. */
interface Region {
  readonly inner: Span;
  /** Offsets of marks that part it. */
  readonly marks: number[];
}

/**
 * What round a place belongs together, from the smallest piece to the whole text, each within the next: between the marks 、， of
 * the list and the clause, between ；, the sentence with its mark, what stands in a pair of marks, and the pair.
 *
 * @param text one paragraph.
 * @param at offset into it.
 */
export function clausesAround(text: string, at: number): Span[] {
  const spans: Span[] = [];
  // Behind the last mark there is nothing: what ends there is meant.
  const seed = at === text.length ? Math.max(0, at - 1) : at;
  let place: Span = { start: seed, end: seed };
  for (const { inner, marks } of regionsAround(text, seed)) {
    const isWhole = inner.start === 0 && inner.end === text.length;
    for (const level of [ITEMS, CLAUSES]) spans.push(between(text, inner, place, marks, level));
    const whole = sentence(text, inner, place, marks);
    const group = between(text, inner, place, marks, GROUPS);
    // The sentence without its mark alone is no step worth a key.
    if (group.start > whole.start || group.end < whole.end - 1) spans.push(group);
    spans.push(whole, inner);
    if (isWhole) continue;
    place = { start: inner.start - 1, end: inner.end + 1 };
    spans.push(place);
  }
  return spans;
}

/** The pairs round a place, the innermost first, and the whole text; a mark without its partner makes no pair. */
function regionsAround(text: string, at: number): Region[] {
  const open: { readonly mark: string; readonly start: number; readonly marks: number[] }[] = [{ mark: '', start: 0, marks: [] }];
  const regions: Region[] = [];
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (PAIRS.has(mark)) {
      if (open.length <= DEEPEST) open.push({ mark, start: index + 1, marks: [] });
      continue;
    }
    if (!CLOSING.has(mark)) {
      if (!isInNumber(text, index)) open.at(-1)?.marks.push(index);
      continue;
    }
    const opener = open.findLastIndex((one) => PAIRS.get(one.mark) === mark);
    if (opener < 0) continue;
    const lost = open.splice(opener);
    const inner = lost[0];
    // What a mark without its partner seemed to hold belongs to what is round it.
    const marks = lost.flatMap((one) => one.marks);
    if (inner !== undefined && inner.start <= at && at <= index) regions.push({ inner: { start: inner.start, end: index }, marks });
  }
  return [...regions, { inner: { start: 0, end: text.length }, marks: open.flatMap(({ marks }) => marks) }];
}

/** 1,200 and 9:30 are one number. */
function isInNumber(text: string, at: number): boolean {
  return ',:'.includes(text.charAt(at)) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

/** The piece round a place between the nearest marks of a kind, without them. */
function between(text: string, inner: Span, place: Span, marks: readonly number[], kinds: string): Span {
  let { start, end } = inner;
  for (const mark of marks) {
    if (!kinds.includes(text.charAt(mark))) continue;
    if (mark < place.start) start = mark + 1;
    else if (mark >= place.end) {
      end = mark;
      break;
    }
  }
  return { start, end };
}

/** The sentence round a place with the mark that ends it. */
function sentence(text: string, inner: Span, place: Span, marks: readonly number[]): Span {
  let { start, end } = inner;
  for (const mark of marks) {
    if (!SENTENCE_ENDS.includes(text.charAt(mark))) continue;
    if (mark < place.start) start = mark + 1;
    else {
      end = mark + 1;
      break;
    }
  }
  return { start, end };
}
