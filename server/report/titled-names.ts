import type { Span } from '../text/span.js';
import { foldForMatching } from './fold.js';

/** A name in 《》, or in 〈〉 or < > inside 《》. */
export interface TitledName {
  /** Both marks included. */
  readonly span: Span;
  /** Between the marks. */
  readonly inner: Span;
  /** The opening mark as written: 《 〈 < ＜. */
  readonly mark: string;
  /** How many other names it stands in. */
  readonly depth: number;
}

/** A period in a name or directly behind it: 2021—2025年. */
export interface NamedPeriod {
  /** Four digits each. */
  readonly first: Span;
  readonly second: Span;
  readonly values: readonly [number, number];
}

/** A name as it is compared with others. */
export interface FoldedName {
  /** Simplified and half width, without blanks, marks, final brackets and period. */
  readonly core: string;
  /** Offset in the text of each character of `core`. */
  readonly at: readonly number[];
  /** The period at the end of the name. */
  readonly period: NamedPeriod | undefined;
}

/** Longer ones are two names whose inner marks got lost. */
const LONGEST = 120;
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['《', '》'],
  ['〈', '〉'],
  ['<', '>'],
  ['＜', '＞'],
]);
const MARKS = /[《》〈〉<>＜＞。\r\n]/gu;

/**
 * Names in title marks, in order of their opening marks; nested ones are names of their own. A mark without its partner
 * makes no name, and none reaches beyond the end of its sentence. Spans are offsets into `text`.
 */
export function readTitledNames(text: string): TitledName[] {
  const pairs: Omit<TitledName, 'depth'>[] = [];
  let open: { readonly mark: string; readonly at: number }[] = [];
  for (const match of text.matchAll(MARKS)) {
    const [mark] = match;
    if (mark === '《' || (CLOSING.has(mark) && open.length > 0)) open.push({ mark, at: match.index });
    else if (mark === '》') {
      // An angle that is still open inside is no mark.
      let last = open.pop();
      while (last !== undefined && last.mark !== '《') last = open.pop();
      if (last !== undefined) record(pairs, last, match.index);
    } else if (CLOSING.get(open.at(-1)?.mark ?? '') === mark) {
      const last = open.pop();
      if (last !== undefined) record(pairs, last, match.index);
    } else if (mark === '。' || mark === '\n' || mark === '\r') open = [];
  }
  return withDepth(pairs);
}

function record(pairs: Omit<TitledName, 'depth'>[], { mark, at }: { readonly mark: string; readonly at: number }, end: number): void {
  if (end - at - 1 > LONGEST) return;
  pairs.push({ span: { start: at, end: end + 1 }, inner: { start: at + 1, end }, mark });
}

function withDepth(pairs: readonly Omit<TitledName, 'depth'>[]): TitledName[] {
  const ends: number[] = [];
  return [...pairs]
    .sort((a, b) => a.span.start - b.span.start)
    .map((pair) => {
      while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= pair.span.start) ends.pop();
      ends.push(pair.span.end);
      return { ...pair, depth: ends.length - 1 };
    });
}

const PERIOD = /[([]? ?(\d{4}) ?年? ?[—–―\-~〜∼一至到]{1,3} ?(\d{4}) ?年? ?[)\]]?$/u;
/** Longest bracket at the end of a name that is no part of it: （2021—2025年）, （试行）, （2023年修订）. */
const LONGEST_BRACKET = 24;

/** Whether a period or a bracket may end in a folded character: in a digit, 年, ) or ]. */
function mayHaveTail(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x5e74 || code === 0x29 || code === 0x5d;
}

/** 〇, Han characters of the basic plane, half-width letters and digits. */
function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    code === 0x3007 ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a)
  );
}

/** A name made ready for comparison; `inner` is a span of `text`. */
export function foldTitledName(text: string, inner: Span): FoldedName {
  const folded = foldForMatching(text.slice(inner.start, Math.min(inner.end, inner.start + LONGEST)));
  let end = trimmedEnd(folded, folded.length);
  let period: NamedPeriod | undefined;
  for (let brackets = 0; brackets < 2 && mayHaveTail(folded.charCodeAt(end - 1)); brackets++) {
    const tailStart = Math.max(0, end - LONGEST_BRACKET);
    const tail = folded.slice(tailStart, end);
    const found = PERIOD.exec(tail);
    if (found !== null) period ??= namedPeriod(found, inner.start + tailStart);
    const cut = found?.index ?? (tail.endsWith(')') ? tail.lastIndexOf('(') : -1);
    if (cut < 0) break;
    end = trimmedEnd(folded, tailStart + cut);
  }
  const at: number[] = [];
  let core = '';
  for (let offset = 0; offset < end; offset++) {
    if (!isNameCharacter(folded.charCodeAt(offset))) continue;
    core += folded.charAt(offset);
    at.push(inner.start + offset);
  }
  return { core, at, period };
}

const PERIOD_BEHIND = /^[([] ?(\d{4}) ?年? ?[—–―\-~〜∼一至到]{1,3} ?(\d{4}) ?年? ?[)\]]/u;

/** The period in brackets that stands directly at an offset: 《…》（2021—2025年）. */
export function periodAt(text: string, offset: number): NamedPeriod | undefined {
  const found = PERIOD_BEHIND.exec(foldForMatching(text.slice(offset, offset + LONGEST_BRACKET)));
  return found === null ? undefined : namedPeriod(found, offset);
}

function namedPeriod(found: RegExpExecArray, offset: number): NamedPeriod {
  const [whole, first = '', second = ''] = found;
  const start = offset + found.index + whole.indexOf(first);
  const next = offset + found.index + whole.lastIndexOf(second);
  return {
    first: { start, end: start + 4 },
    second: { start: next, end: next + 4 },
    values: [Number(first), Number(second)],
  };
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && text.charAt(at - 1) === ' ') at--;
  return at;
}
