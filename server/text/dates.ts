import { isBlank } from './characters.js';
import { foldDigits, parseChineseNumeral } from './numerals.js';

/** A day of the calendar. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * What a line that stands for a date says.
 *
 * - `date`: a day of the calendar, in any usual writing.
 * - `impossible`: all three parts are there but there is no such day.
 * - `incomplete`: 年, 月 or 日 or one of the numbers is missing.
 * - `digits`: five to eight digits alone (202512).
 */
export type DateReading =
  | { readonly form: 'date'; readonly date: CalendarDate }
  | { readonly form: 'impossible'; readonly year: number }
  | { readonly form: 'incomplete'; readonly year: number | undefined }
  | { readonly form: 'digits'; readonly digits: string; readonly readings: readonly string[] };

const CHINESE_DIGITS = '〇○零OОΟ一二三四五六七八九';
const YEAR = `(?<year>\\d{4}|[${CHINESE_DIGITS}]{4}|\\d{2,3})`;
const MONTH = '(?<month>\\d{1,2}|元|[一二三四五六七八九十]{1,3})';
const DAY = '(?<day>\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})';
const FULL_CHINESE = new RegExp(`^${YEAR}年${MONTH}月${DAY}日$`, 'u');
const FULL_SEPARATED = /^(?<year>\d{4})(?<mark>[-.//])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/u;
const DATE_PARTS = new RegExp(`^(?:[\\d${CHINESE_DIGITS}十廿卅元]*[年月日号]){1,4}[\\d一二三四五六七八九十]*$`, 'u');
const LEADING_YEAR = new RegExp(`^(\\d{4}|[${CHINESE_DIGITS}]{4})年`, 'u');

/** Number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether there is such a day. */
export function isCalendarDate({ year, month, day }: CalendarDate): boolean {
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A date as official style writes it: 2025年1月2日. */
export function formatChineseDate({ year, month, day }: CalendarDate): string {
  return `${year}年${month}月${day}日`;
}

/**
 * Reads a text that stands alone as a date. Blanks, gaps to be filled (____, XX) and outer brackets are ignored.
 *
 * @returns undefined where the text is nothing like a date.
 */
export function readDate(text: string): DateReading | undefined {
  if (!mayBeDate(text)) return undefined;
  const bare = foldDigits(text)
    .replace(/[\s\u00a0\u3000\ufeff_＿XxＸｘ×*＊]/gu, '')
    .replace(/^[（(](.*)[）)]$/u, '$1')
    .replace(/印发$/u, '');
  if (bare.length === 0 || bare.length > 20) return undefined;
  const full = FULL_CHINESE.exec(bare) ?? FULL_SEPARATED.exec(bare);
  if (full?.groups !== undefined) {
    const year = numeral(full.groups['year']);
    const month = numeral(full.groups['month']);
    const day = numeral(full.groups['day']);
    if (year === undefined || month === undefined || day === undefined) return undefined;
    const date = { year, month, day };
    return isCalendarDate(date) ? { form: 'date', date } : { form: 'impossible', year };
  }
  if (/^\d{4}[-./]\d{1,2}$/u.test(bare)) return { form: 'incomplete', year: Number(bare.slice(0, 4)) };
  if (/^\d{5,8}$/u.test(bare)) {
    const readings = readingsOfDigits(bare);
    return /^(?:19|20)\d\d/u.test(bare) ? { form: 'digits', digits: bare, readings } : undefined;
  }
  // 2025年1月, 2025年月日, 1月2日, 2022年1日18日: made of nothing but parts of a date.
  if (/[年月]/u.test(bare) && DATE_PARTS.test(bare)) return { form: 'incomplete', year: numeral(LEADING_YEAR.exec(bare)?.[1]) };
  return undefined;
}

/** All that can stand in the text of a date, besides blanks: parts of the date, brackets, gaps, 印发. */
const IN_DATES: ReadonlySet<number> = new Set(
  [...`0123456789０１２３４５６７８９${CHINESE_DIGITS}十廿卅元年月日号-./_＿XxＸｘ×*＊（()）印发`].map((character) =>
    character.charCodeAt(0),
  ),
);

/** A first look at a text that stands for itself: mostly its first character tells that it is no date. */
function mayBeDate(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!IN_DATES.has(code) && !isBlank(code) && code !== OGHAM_SPACE) return false;
  }
  return true;
}

/** Whether a text may end in a date, or be one: a first look at its last character. */
export function mayEndInDate(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return IN_DATES.has(last) || isBlank(last) || last === OGHAM_SPACE;
}

/** The one blank that patterns know as such and `isBlank` does not. */
const OGHAM_SPACE = 0x1680;

function numeral(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === '元') return 1;
  return parseChineseNumeral(text.replace(/^廿/u, '二十').replace(/^卅/u, '三十'));
}

/** Every day (and, for six digits, the month) that a run of digits can mean, in official style. */
function readingsOfDigits(digits: string): string[] {
  const year = Number(digits.slice(0, 4));
  const rest = digits.slice(4);
  const readings: string[] = [];
  for (let split = 1; split < rest.length; split++) {
    const monthDigits = rest.slice(0, split);
    const dayDigits = rest.slice(split);
    if (monthDigits.length > 2 || dayDigits.length > 2) continue;
    const date = { year, month: Number(monthDigits), day: Number(dayDigits) };
    const isPadded = rest.length === 4 || (!monthDigits.startsWith('0') && !dayDigits.startsWith('0')) || rest.length === 3;
    if (isPadded && isCalendarDate(date)) readings.push(formatChineseDate(date));
  }
  const month = Number(rest);
  if (rest.length <= 2 && month >= 1 && month <= 12) readings.push(`${year}年${month}月`);
  return readings;
}
