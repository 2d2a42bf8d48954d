import { countLeading } from './count-leading.js';
import type { Span } from './span.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The offsets (UTF-16) at which the lines of a text start, ascending, 0 first. Lines end at `\r\n`, `\n` or `\r`.
 */
export function lineStartsOf(text: string): Uint32Array {
  const starts = startsWithin(text, Number.NaN, Number.NaN);
  starts.unshift(0);
  return Uint32Array.from(starts);
}

/** A piece of text in the place of a span of another. */
export interface Replacement extends Span {
  readonly text: string;
}

/**
 * The starts of the lines after some replacements, without a look at the rest of the text.
 *
 * @param starts those before; they stay as they are.
 * @param text the text before.
 * @param replacements in order, at least one character apart.
 */
export function lineStartsAfter(starts: Uint32Array, text: string, replacements: readonly Replacement[]): Uint32Array {
  // Whether a line starts at a place follows from the characters on both sides of it alone.
  const added = replacements.map((one) => startsWithin(one.text, text.charCodeAt(one.start - 1), text.charCodeAt(one.end)));
  const after = new Uint32Array(starts.length + added.reduce((count, one) => count + one.length, 0));
  let count = 0;
  let from = 0;
  let shift = 0;
  const keep = (to: number): void => {
    for (; from < to; from++) after[count++] = (starts[from] ?? 0) + shift;
  };
  for (const [index, replacement] of replacements.entries()) {
    // The first line starts wherever the text does.
    keep(Math.max(1, countBelow(starts, replacement.start)));
    for (const start of added[index] ?? []) after[count++] = replacement.start + shift + start;
    from = Math.max(from, countBelow(starts, replacement.end + 1));
    shift += replacement.text.length - (replacement.end - replacement.start);
  }
  keep(starts.length);
  return after.slice(0, count);
}

/** Where lines start in a piece of text or right behind it, given the characters (NaN for none) on both sides of it. */
function startsWithin(piece: string, before: number, after: number): number[] {
  const starts: number[] = [];
  const isStart = (last: number, next: number): boolean => last === LINE_FEED || (last === CARRIAGE_RETURN && next !== LINE_FEED);
  if (isStart(before, piece === '' ? after : piece.charCodeAt(0))) starts.push(0);
  // The engine's own search is faster than a loop, and most texts hold no carriage return at all.
  if (!piece.includes('\r')) {
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < piece.length; at++) {
    if (isStart(piece.charCodeAt(at), at + 1 < piece.length ? piece.charCodeAt(at + 1) : after)) starts.push(at + 1);
  }
  return starts;
}

/** How many ascending offsets are below a limit. */
function countBelow(starts: Uint32Array, limit: number): number {
  return countLeading(starts.length, (index) => (starts[index] ?? 0) < limit);
}
