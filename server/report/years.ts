import { isDigit, isLatinLetter } from '../text/characters.js';
import { parseChineseNumeral } from '../text/numerals.js';
import type { Span } from '../text/span.js';

/**
 * What a year is used for, as far as its own sentence tells. Only `plain` years speak of the reporting
 * period itself; all the others are legitimate with any value.
 */
export type YearUsage =
  | 'plain'
  /** In the name of a document: 《…（2021—2025年）》. */
  | 'document-name'
  /** In a document number: 〔2021〕33号. */
  | 'document-number'
  /** One end of a period: 2021—2025年. */
  | 'period'
  /** Part of a date: 2025年1月2日. */
  | 'date'
  /** 自2022年以来, 2022年起. */
  | 'since'
  /** 较2023年, 比2023年. */
  | 'comparison'
  /** 2023年度平安建设考评优秀, 荣获2023年度先进. */
  | 'honour'
  /** In the name of a report or plan of another year: 2023年度法治政府建设情况报告. */
  | 'other-report';

/** A year in a text. */
export interface YearMention {
  /** From the first digit to 年 where it stands, else to the last digit. */
  readonly span: Span;
  readonly value: number;
  /** Whether 年 follows. */
  readonly hasSuffix: boolean;
  /** Read when first asked for. */
  readonly usage: YearUsage;
}

/**
 * Every year in a text, in order: 2024, 2024年, ２０２４年, 二〇二四年.
 * Numbers that are part of longer ones, of telephone numbers and of amounts with a measure word are not
 * told apart here unless 年 follows; see `hasSuffix`.
 */
export function readYears(text: string): YearMention[] {
  const mentions: YearMention[] = [];
  for (let at = 0; at + 4 <= text.length; at++) {
    const code = text.charCodeAt(at);
    // 1, 2, 二 and ２ begin a year.
    if (code > 0x32 ? code !== 0x4e8c && code !== 0xff12 : code < 0x31) continue;
    const year = code === 0x4e8c ? chineseYearAt(text, at) : arabicYearAt(text, at, code);
    if (year !== undefined) mentions.push(year);
  }
  return mentions;
}

/** 1, 2 or ２ stands at the offset. */
function arabicYearAt(text: string, at: number, code: number): YearMention | undefined {
  const isFull = code === 0xff12;
  const second = text.charCodeAt(at + 1);
  if (second !== (isFull ? 0xff10 : code === 0x31 ? 0x39 : 0x30)) return undefined;
  const zero = isFull ? 0xff10 : 0x30;
  const tens = text.charCodeAt(at + 2) - zero;
  const ones = text.charCodeAt(at + 3) - zero;
  if (!(tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9) || isPartOfNumber(text, at)) return undefined;
  const value = (code === 0x31 ? 1900 : 2000) + tens * 10 + ones;
  let end = at + 4;
  while (text.charAt(end) !== '' && GAPS.includes(text.charAt(end))) end++;
  const hasSuffix = text.charAt(end) === '年';
  return new ReadYear(text, at, hasSuffix ? end + 1 : at + 4, value, hasSuffix);
}

const GAPS = ' \u00a0\u3000';

/** Whether the four digits at an offset belong to a longer number, a decimal or a code. */
function isPartOfNumber(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at > 0 && (isDigit(before) || before === 0x2e || before === 0xff0e || (isLatinLetter(before) && before < 0x80))) return true;
  const after = text.charCodeAt(at + 4);
  return isDigit(after) || ((after === 0x2e || after === 0xff0e) && isDigit(text.charCodeAt(at + 5)));
}

const NIL = '〇○零OОΟ0';
const CHINESE_DIGIT = `${NIL}一二三四五六七八九`;

/** 二 stands at the offset. */
function chineseYearAt(text: string, at: number): YearMention | undefined {
  if (text.charAt(at + 4) !== '年' || !NIL.includes(text.charAt(at + 1))) return undefined;
  if (!CHINESE_DIGIT.includes(text.charAt(at + 2)) || !CHINESE_DIGIT.includes(text.charAt(at + 3))) return undefined;
  const value = parseChineseNumeral(text.slice(at, at + 4).replace(/0/gu, '〇'));
  return value === undefined || value <= 1900 || value >= 2200 ? undefined : new ReadYear(text, at, at + 5, value, true);
}

/** A year whose use is read when it is asked for. */
class ReadYear implements YearMention {
  readonly span: Span;
  readonly value: number;
  readonly hasSuffix: boolean;
  readonly #source: string;
  #usage: YearUsage | undefined;

  constructor(source: string, start: number, end: number, value: number, hasSuffix: boolean) {
    this.span = { start, end };
    this.value = value;
    this.hasSuffix = hasSuffix;
    this.#source = source;
  }

  get usage(): YearUsage {
    this.#usage ??= usageOf(this.#source, this.span.start, this.span.end);
    return this.#usage;
  }
}

const CLAUSE_REACH = 40;

function usageOf(text: string, start: number, end: number): YearUsage {
  const before = text.slice(Math.max(0, start - CLAUSE_REACH), start);
  const after = text.slice(end, end + CLAUSE_REACH);
  if (isInside(before, '《', '》')) return 'document-name';
  if (/[〔[［﹝(（]$/u.test(before) && /^[〕\]］﹞)）]\s*(?:第\s*)?\d{1,4}\s*号/u.test(after)) return 'document-number';
  if (
    /^\s*[—–\-~～－至到]{1,2}\s*(?:(?:19|20)\d{2}|[一二三四五六七八九\d]{1,2}年)/u.test(after) ||
    /(?:19|20)\d{2}\s{0,3}(?:年\s{0,3})?[—–\-~～－至到]{1,2}\s{0,3}$/u.test(before)
  )
    return 'period';
  if (/^\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月/u.test(after)) return 'date';
  if (/(?:自|从)\s*$/u.test(before) || (/^度?(?:以来|起|开始)/u.test(after) && /(?:自|从)/u.test(before.slice(-6)))) return 'since';
  if (/(?:较|比|同比|相比|超过|高于|低于)\s*$/u.test(before)) return 'comparison';
  if (/^度?[^，。；]{0,4}(?:相比|对比|比较)/u.test(after)) return 'comparison';
  const clauseBefore = before.split(/[。；，]/u).at(-1) ?? '';
  const clauseAfter = after.split(/[。；，]/u, 1)[0] ?? '';
  if (
    /(?:获|评为|荣获|授予|命名|表彰|称号|考评|考核|评选|入选)/u.test(clauseBefore) ||
    /^度?[^，。；]{0,24}(?:考评|考核|评估|先进|优秀|荣誉|称号|表彰|示范|评选|第[一二三四五六七八九十]+名|位居|位列|排名|名列)/u.test(
      clauseAfter,
    )
  )
    return 'honour';
  if (
    /^度?[^，。；]{0,20}(?:报告|要点|清单|计划|台账|方案)(?!如下)/u.test(clauseAfter) &&
    /(?:报告|审议|听取|公开|发布|印发|制定|落实|公布|报送|上报)[^，。；]{0,12}$/u.test(clauseBefore)
  )
    return 'other-report';
  return 'plain';
}

/** Whether the end of a text stands inside an open pair. */
function isInside(before: string, open: string, close: string): boolean {
  return before.lastIndexOf(open) > before.lastIndexOf(close);
}
