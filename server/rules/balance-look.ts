import { LEFT_TRIGGERS } from '../knowledge/balance-words.js';
import { DIGIT, IN_NUMERAL, kindAt, MORE, NONE, SENTENCE_END } from '../report/figure-characters.js';
import { WordStarts } from '../text/word-starts.js';
import { measureAt } from './count-look.js';

/** What came, what went and what is left. */
export const FEWEST_ENTRIES = 3;
/** How far before the first number of a sentence, and behind its end, the words for what is left may stand, or a bit more. */
const REACH = 64;
const LEFT = new WordStarts(LEFT_TRIGGERS);
/** Last characters of a number. */
const NUMBER_END = DIGIT | IN_NUMERAL | MORE;

/**
 * Whether a sentence, or a part of one that ； ends, may hold three numbers of one kind and words for what is left: a look before
 * figures are read, by one pass over the characters.
 */
export function mayBalance(text: string): boolean {
  /** What the numbers of the sentence count so far, and how many of them do, by turns. */
  let measures: number[] | undefined;
  /** Zeros in words may count anything. */
  let zeros = 0;
  let most = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if ((kind & (NUMBER_END | NONE | SENTENCE_END)) === 0) continue;
    if ((kind & SENTENCE_END) !== 0) {
      if (most + zeros >= FEWEST_ENTRIES && holdsLeft(text, start, at)) return true;
      if (measures !== undefined) measures.length = 0;
      zeros = 0;
      most = 0;
      start = at;
      continue;
    }
    if ((kind & NONE) !== 0) zeros++;
    const measure = (kind & NUMBER_END) === 0 ? 0 : measureAt(text, at);
    if (measure === 0) continue;
    measures ??= [];
    most = Math.max(most, counted(measures, measure));
  }
  return most + zeros >= FEWEST_ENTRIES && holdsLeft(text, start, text.length);
}

/** Counts one more number; how many count the same now. */
function counted(measures: number[], measure: number): number {
  for (let at = 0; at < measures.length; at += 2) {
    if (measures[at] !== measure) continue;
    const count = (measures[at + 1] ?? 0) + 1;
    measures[at + 1] = count;
    return count;
  }
  measures.push(measure, 1);
  return 1;
}

function holdsLeft(text: string, start: number, end: number): boolean {
  const last = Math.min(text.length, end + REACH);
  for (let at = Math.max(0, start - REACH); at < last; at++) if (LEFT.longestAt(text, at) !== '') return true;
  return false;
}
