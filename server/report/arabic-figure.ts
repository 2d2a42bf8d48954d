import { HOTLINES } from '../knowledge/measure-words.js';
import { foldDigits } from '../text/numerals.js';
import { COMMA, DIGIT, GAP, GOES_ON, HUNDRED, kindAt, MORE, MYRIAD, POINT } from './figure-characters.js';
import type { NumberReading, Quantity } from './figure-scan.js';
import { gapEnd, measured, unitAfter } from './measured.js';

/** How far round a number its neighbours are looked at. */
const REACH = 12;

/** Where the parts of a number in digits end; `numberEnd` and `end` may include blanks. */
interface NumberParts {
  /** Digits, commas and decimals. */
  readonly digitsEnd: number;
  /** With 万, 亿, 千 or 百. */
  readonly numberEnd: number;
  /** With 余, 多 or 来 and what belongs to it. */
  readonly end: number;
}

/** Reads the number in digits at an offset, a digit. */
export function arabicFigureAt(text: string, start: number): NumberReading {
  const parts = partsAt(text, start);
  return { end: parts.end, quantity: quantityAt(text, start, parts) };
}

/** Where the number in digits at an offset ends, 余 and what belongs to it included, blanks behind it not. */
export function arabicNumberEnd(text: string, start: number): number {
  return trimmedEnd(text, partsAt(text, start).end);
}

function trimmedEnd(text: string, from: number): number {
  let end = from;
  while ((kindAt(text, end - 1) & GAP) !== 0) end--;
  return end;
}

function partsAt(text: string, start: number): NumberParts {
  const first = digitsEndAt(text, start);
  // Most numbers are digits with a measure word behind them.
  if ((kindAt(text, first) & GOES_ON) === 0) return { digitsEnd: first, numberEnd: first, end: first };
  const digitsEnd = decimalsEnd(text, groupsEnd(text, start, first));
  const numberEnd = scaleEnd(text, gapEnd(text, digitsEnd));
  const more = gapEnd(text, numberEnd);
  if ((kindAt(text, more) & MORE) === 0) return { digitsEnd, numberEnd, end: numberEnd };
  const behind = gapEnd(text, more + 1);
  return { digitsEnd, numberEnd, end: (kindAt(text, behind) & MYRIAD) === 0 ? behind : behind + 1 };
}

/** Where digits end that may be grouped in thousands (1,200); `first` is the end of the first group. */
function groupsEnd(text: string, start: number, first: number): number {
  let end = first;
  while (first - start <= 3 && (kindAt(text, end) & COMMA) !== 0) {
    const next = digitsEndAt(text, end + 1, 4);
    // A longer group is none; neither is it the end of the number before it.
    if (next - end !== 4) break;
    end = next;
  }
  return end;
}

function digitsEndAt(text: string, start: number, most = text.length): number {
  let at = start;
  while (at - start < most && (kindAt(text, at) & DIGIT) !== 0) at++;
  return at;
}

function decimalsEnd(text: string, at: number): number {
  if ((kindAt(text, at) & POINT) === 0) return at;
  const end = digitsEndAt(text, at + 1);
  return end === at + 1 ? at : end;
}

function scaleEnd(text: string, at: number): number {
  const kind = kindAt(text, at);
  if ((kind & MYRIAD) !== 0) return at + 1;
  if ((kind & HUNDRED) === 0) return at;
  return (kindAt(text, at + 1) & MYRIAD) === 0 ? at + 1 : at + 2;
}

function quantityAt(text: string, start: number, parts: NumberParts): Quantity | undefined {
  const end = trimmedEnd(text, parts.end);
  if (isPartBefore(text, start) || isPartAfter(text, end)) return undefined;
  const unit = unitAfter(text, end);
  const hasMore = parts.end > parts.numberEnd;
  const hasScale = (kindAt(text, parts.numberEnd - 1) & (MYRIAD | HUNDRED)) !== 0;
  if (unit === '') {
    if (HOTLINES.has(text.slice(start, parts.numberEnd).trim())) return undefined;
    if (!hasMore && !hasScale && !isBareCount(text, start, end)) return undefined;
  }
  if (isSchoolYear(text, start, parts.numberEnd, end)) return undefined;
  const value = numberOf(text, start, parts) * (hasMore ? myriadWithin(text, parts.numberEnd, parts.end) : 1);
  return Number.isFinite(value) ? measured(text, start, end, value, hasMore, unit) : undefined;
}

/** What makes the digits a part of something longer: of a code, a date, a document number. */
function isPartBefore(text: string, start: number): boolean {
  if (start === 0) return false;
  const code = text.charCodeAt(start - 1);
  if (code >= 0x4e00 && code < 0xfe00) return code === ORDINAL;
  const last = text.charAt(start - 1);
  if (/[0-9０-９A-Za-z.．·/+×xX*＊〔[［﹝#＃-]/u.test(last)) return true;
  // 11:16 is a time, 1：500 a scale; 办结率：98% is a figure.
  if (last === ':' || last === '：') return start > 1 && /[0-9０-９A-Za-z]/u.test(text.charAt(start - 2));
  let at = start - 1;
  while (at > start - 5 && (kindAt(text, at) & GAP) !== 0) at--;
  return text.charAt(at) === '第';
}

const ORDINAL = '第'.charCodeAt(0);
const PART_AFTER = /^\s*(?:年|月|日|号|[A-Za-z+×·/:：〕\]］﹞]|[.．-]\s*\d)/u;
const MEASURE_AFTER = /^\s*(?:[xX]\s|kg|km)/u;

function isPartAfter(text: string, end: number): boolean {
  switch (text.charAt(end)) {
    case '年':
    case '月':
    case '日':
    case '号':
      return true;
  }
  const code = text.charCodeAt(end);
  // No other Han character and hardly any punctuation says so.
  if (code >= 0x4e00 && code < 0xfe00) return false;
  const after = text.slice(end, end + REACH);
  return PART_AFTER.test(after) && !MEASURE_AFTER.test(after);
}

/** A number that stands for itself: the only thing of a cell, or a total at the end of its clause. */
function isBareCount(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + REACH);
  if (!/^\s*(?:[\t|，。；、）)]|$)/u.test(after)) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  if (/[\t|]\s{0,4}$/u.test(before) && /^\s*(?:[\t|]|$)/u.test(after)) return true;
  return /(?:共|共计|达|为|总计|合计|计)\s*$/u.test(before) && /^\s*(?:[，。；、）)]|$)/u.test(after);
}

/** 2019级: the year in which a class began. */
function isSchoolYear(text: string, start: number, numberEnd: number, end: number): boolean {
  if (numberEnd - start !== 4 || !/^\s*级/u.test(text.slice(end, end + REACH))) return false;
  return /^(?:19|20)\d\d$/u.test(text.slice(start, numberEnd));
}

/** Longest run of digits whose value a loop adds up without rounding. */
const SAFE_DIGITS = 15;

function numberOf(text: string, start: number, { digitsEnd, numberEnd }: NumberParts): number {
  if (digitsEnd === numberEnd && numberEnd - start <= SAFE_DIGITS) {
    let value = 0;
    let at = start;
    for (; at < numberEnd; at++) {
      const digit = text.charCodeAt(at) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === numberEnd) return value;
  }
  return writtenValue(text.slice(start, numberEnd));
}

function writtenValue(number: string): number {
  const compact = foldDigits(number)
    .replace(/[,，\s\u00a0\u3000]/gu, '')
    .replace('．', '.');
  const digits = Number.parseFloat(compact);
  const scale = /[百千万亿]{1,3}$/u.exec(compact)?.[0] ?? '';
  return [...scale].reduce((value, unit) => value * ({ 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }[unit] ?? 1), digits);
}

/** 20余万: what the word behind 余 multiplies by. */
function myriadWithin(text: string, from: number, to: number): number {
  const last = text.charAt(to - 1);
  if (to > from && last === '万') return 10_000;
  return to > from && last === '亿' ? 100_000_000 : 1;
}
