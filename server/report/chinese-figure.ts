import { COUNTED_NAMES } from '../knowledge/measure-words.js';
import { parseChineseNumeral } from '../text/numerals.js';
import { WordStarts } from '../text/word-starts.js';
import { GAP, IN_NUMERAL, kindAt, MORE, MYRIAD, NUMERAL, UNIT_START } from './figure-characters.js';
import type { NumberReading, Quantity } from './figure-scan.js';
import { gapEnd, measured, unitAfter } from './measured.js';

/** No numeral of these reports is longer, and a run of zeros costs nothing. */
const LONGEST = 24;
/** How far behind a measure word the name that it may belong to is looked for. */
const NAME_REACH = 6;
const NAMES = new WordStarts(COUNTED_NAMES);
const NO_NUMBER_BEFORE = '第每之同统唯专单这那某任何星周月初十';
const SINGLE_UNITS: ReadonlySet<string> = new Set(['个', '次', '起', '件', '名', '项', '场', '份', '部', '家']);
const IDIOMATIC_UNITS: ReadonlySet<string> = new Set([...'年月日级点分成周天道类门面把届']);

/** Reads the Chinese numeral at an offset, a character of one; undefined where none begins there. */
export function chineseFigureAt(text: string, start: number): NumberReading | undefined {
  const numberEnd = numeralEnd(text, start);
  if (numberEnd === start) return undefined;
  const end = moreEnd(text, numberEnd);
  return { end, quantity: quantityAt(text, start, numberEnd, end) };
}

/** Where the Chinese numeral at an offset ends, 余 and what belongs to it included; the offset itself where none begins there. */
export function chineseNumberEnd(text: string, start: number): number {
  const end = numeralEnd(text, start);
  return end === start ? start : moreEnd(text, end);
}

function numeralEnd(text: string, start: number): number {
  let last = start;
  while (last < start + LONGEST && (kindAt(text, last + 1) & IN_NUMERAL) !== 0) last++;
  while (last >= start && (kindAt(text, last) & NUMERAL) === 0) last--;
  return last < start ? start : myriadEnd(text, last + 1);
}

/** Behind 余 or 多 where one follows a number. */
function moreEnd(text: string, numberEnd: number): number {
  const hasMore = (kindAt(text, numberEnd) & MORE) !== 0 && text.charAt(numberEnd) !== '来';
  return hasMore ? myriadEnd(text, numberEnd + 1) : numberEnd;
}

/** Behind 万 or 亿 where one stands at the offset. */
function myriadEnd(text: string, at: number): number {
  return (kindAt(text, at) & MYRIAD) === 0 ? at : at + 1;
}

function quantityAt(text: string, start: number, numberEnd: number, end: number): Quantity | undefined {
  if ((kindAt(text, end) & (UNIT_START | GAP)) === 0) return undefined;
  const unit = unitAfter(text, end);
  if (unit === '') return undefined;
  if (start > 0 && NO_NUMBER_BEFORE.includes(text.charAt(start - 1))) return undefined;
  const hasMore = end > numberEnd;
  const unitEnd = gapEnd(text, end) + unit.length;
  const after = text.charAt(unitEnd);
  if ((after !== '' && '“"‘'.includes(after)) || NAMES.longestAt(text, unitEnd, unitEnd + NAME_REACH) !== '') return undefined;
  // 一 with a measure word is idiom (形成一个…, 一批) unless the clause ends there.
  const isOne = numberEnd - start === 1 && text.charAt(start) === '一' && !hasMore;
  if (isOne && !(SINGLE_UNITS.has(unit) && '，。；、）)'.includes(after))) return undefined;
  if (!hasMore && IDIOMATIC_UNITS.has(unit) && !(unit === '成' && isShare(text, unitEnd))) return undefined;
  const base = parseChineseNumeral(text.slice(start, numberEnd));
  if (base === undefined || base === 0) return undefined;
  return measured(text, start, end, hasMore ? base * myriadBefore(text, end) : base, hasMore, unit);
}

/** 三成以上 is a share, 一成不变 is none. */
function isShare(text: string, unitEnd: number): boolean {
  return /^(?:以上|左右|多|[，。；、]|$)/u.test(text.slice(unitEnd, unitEnd + NAME_REACH));
}

function myriadBefore(text: string, end: number): number {
  const last = text.charAt(end - 1);
  if (last === '万') return 10_000;
  return last === '亿' ? 100_000_000 : 1;
}
