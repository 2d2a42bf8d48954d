import { MEASURE_WORDS } from '../knowledge/measure-words.js';
import { WordStarts } from '../text/word-starts.js';
import { GAP, kindAt, UNIT_START } from './figure-characters.js';
import type { Quantity } from './figure-scan.js';

const UNITS = new WordStarts([...MEASURE_WORDS, '%', '％', '‰']);
/** How far behind a number its measure word must have ended, and how many blanks may part the two. */
const UNIT_REACH = 8;
const APPROXIMATE_BEFORE = /(?:近|(?<![民公条合预特节])约|逾|超过?|将近|大约|不少于|至少)[ \u00a0\u3000]*$/u;
/** Last characters of the words for about. */
const ABOUT = '近约逾超过于少';
const APPROXIMATE_AFTER = /^(?:左右|以上|上下)/u;

/** Where the blanks behind a number end. */
export function gapEnd(text: string, from: number): number {
  let at = from;
  while (at < from + UNIT_REACH && (kindAt(text, at) & GAP) !== 0) at++;
  return at;
}

/**
 * The measure word behind a number.
 *
 * @param end where the number ends.
 * @returns the empty string where none stands there.
 */
export function unitAfter(text: string, end: number): string {
  const at = gapEnd(text, end);
  if ((kindAt(text, at) & UNIT_START) === 0) return '';
  return UNITS.longestAt(text, at, end + UNIT_REACH);
}

/** A number with its measure word, and whether the words round it say that it is no exact one. */
export function measured(text: string, start: number, end: number, value: number, hasMore: boolean, unit: string): Quantity {
  const unitEnd = unit === '' ? end : gapEnd(text, end) + unit.length;
  const approximate = hasMore || isAboutBefore(text, start) || isAboutAfter(text, unitEnd);
  return { start, end, value, approximate, unit: unit === '％' ? '%' : unit, unitEnd };
}

function isAboutBefore(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && (kindAt(text, at) & GAP) !== 0 && at > start - 6) at--;
  if (at < 0 || !ABOUT.includes(text.charAt(at))) return false;
  return APPROXIMATE_BEFORE.test(text.slice(Math.max(0, start - 6), start));
}

function isAboutAfter(text: string, unitEnd: number): boolean {
  const first = text.charAt(unitEnd);
  if (first !== '左' && first !== '以' && first !== '上') return false;
  return APPROXIMATE_AFTER.test(text.slice(unitEnd, unitEnd + 4));
}
