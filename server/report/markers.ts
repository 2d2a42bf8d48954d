import { isDigit } from '../text/characters.js';
import { foldDigits, parseChineseNumeral, parseEnclosedNumeral, toChineseNumeral, toEnclosedNumeral } from '../text/numerals.js';
import type { MarkerStyle } from './report.js';

/** A heading number at the start of a line; offsets count from the start of the text that was read. */
export interface LineMarker {
  readonly style: MarkerStyle;
  /** From 1. */
  readonly value: number;
  /** Where the marker ends: after its brackets and mark, before the blanks that follow. */
  readonly end: number;
  /** The numeral alone. */
  readonly numeralStart: number;
  readonly numeralEnd: number;
  /** Where the heading's words begin. */
  readonly textStart: number;
}

/** Marker styles from the highest level to the lowest. */
export const MARKER_STYLES: readonly MarkerStyle[] = Object.freeze([
  'part',
  'chinese',
  'chinese-parenthesis',
  'arabic',
  'arabic-parenthesis',
  'circled',
  'ordinal',
]);

/** Whether a style is one that the text may use for plain lists as well as for headings. */
export function isListStyle(style: MarkerStyle): boolean {
  return MARKER_STYLES.indexOf(style) >= MARKER_STYLES.indexOf('arabic');
}

const NUMERAL = '[一二三四五六七八九十百零〇]{1,4}';
const OPEN = '[（(〔【\\[﹙]';
const CLOSE = '[）)〕】\\]﹚]';
const BLANK = '[ \\t\\u00a0\\u3000]*';

const NUMERALS = '一二三四五六七八九十百零〇';
const DIGITS = '0123456789０１２３４５６７８９';
const OPENING = '（(〔【[﹙';
const CHINESE_ENCLOSED = '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉';
const ARABIC_PARENTHESIZED = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿';

interface MarkerPattern {
  readonly style: MarkerStyle;
  readonly pattern: RegExp;
  /** Every character with which a match begins. */
  readonly first: string;
}

/** Each pattern has the numeral as its first (or only) group; what follows the marker must not continue a number. */
const PATTERNS: readonly MarkerPattern[] = [
  {
    first: '第',
    style: 'part',
    pattern: new RegExp(`^第${BLANK}(${NUMERAL}|\\d{1,2})${BLANK}(?:部分|章|篇)(?:${BLANK}[：:、，,．.])?`, 'u'),
  },
  { first: '第', style: 'ordinal', pattern: new RegExp(`^第(${NUMERAL})${BLANK}[，,、：:]`, 'u') },
  // A numeral after the mark is a list of numbers (一、二、三产业), not a heading.
  {
    first: NUMERALS,
    style: 'chinese',
    pattern: new RegExp(`^(${NUMERAL})${BLANK}[、．.，,：:](?!${BLANK}[一二三四五六七八九十]{1,3}、)`, 'u'),
  },
  {
    first: OPENING,
    style: 'chinese-parenthesis',
    pattern: new RegExp(`^${OPEN}${BLANK}(${NUMERAL})${BLANK}${CLOSE}(?:${BLANK}[、．.，,：:])?`, 'u'),
  },
  { first: CHINESE_ENCLOSED, style: 'chinese-parenthesis', pattern: /^([㈠-㈩㊀-㊉])(?:[、．.，,：:])?/u },
  { first: NUMERALS, style: 'chinese-parenthesis', pattern: new RegExp(`^(${NUMERAL})${BLANK}[）)](?:${BLANK}[、．.，,：:])?`, 'u') },
  // A lost right bracket: only where no other bracket closes it soon.
  {
    first: '（(',
    style: 'chinese-parenthesis',
    pattern: new RegExp(
      `^[（(]${BLANK}(${NUMERAL})(?:${BLANK}[、．.，,])?(?=${BLANK}(?:[“《\\u4e00-\\u9fff]|20\\d\\d年))(?![一二三四五六七八九十是个项名次级般些定])(?![^（(]{0,40}[）)])`,
      'u',
    ),
  },
  {
    first: DIGITS,
    style: 'arabic',
    pattern: new RegExp(
      `^([0-9０-９]{1,2})${BLANK}(?:[．.]、|、[．.]|[．.、])(?!${BLANK}[0-9０-９])|^([0-9０-９]{1,2})${BLANK}[．.、](?=${BLANK}20\\d\\d${BLANK}年)`,
      'u',
    ),
  },
  {
    first: OPENING,
    style: 'arabic-parenthesis',
    pattern: new RegExp(`^${OPEN}${BLANK}([0-9０-９]{1,2})${BLANK}${CLOSE}(?:${BLANK}[、．.，,：:])?`, 'u'),
  },
  { first: ARABIC_PARENTHESIZED, style: 'arabic-parenthesis', pattern: /^([⑴-⒇])/u },
  { first: DIGITS, style: 'arabic-parenthesis', pattern: new RegExp(`^([0-9０-９]{1,2})${BLANK}[）)](?:${BLANK}[、．.，,：:])?`, 'u') },
  { first: CIRCLED, style: 'circled', pattern: /^([①-⑳❶-❿])(?:[、．.，,：:])?/u },
];

const LONGEST_MARKER = 24;
/** 目录 lines end with dots and a page number. */
const TABLE_OF_CONTENTS = /[.．…·]{3}\s{0,9}\d{1,3}$/u;
/** How many characters at the end of a line are read for that. */
const CONTENTS_REACH = 20;

/** The patterns that a line can match, by its first character. */
const PATTERNS_BY_FIRST: ReadonlyMap<string, readonly MarkerPattern[]> = patternsByFirst();

function patternsByFirst(): Map<string, MarkerPattern[]> {
  const byFirst = new Map<string, MarkerPattern[]>();
  for (const pattern of PATTERNS) {
    for (const character of pattern.first) byFirst.set(character, [...(byFirst.get(character) ?? []), pattern]);
  }
  return byFirst;
}

/**
 * Reads the heading number at the start of a line without indentation.
 *
 * Recognised: 第一部分, 一、, （一） and its damaged forms 一） and （一 and （一）、, ㈠, 1. and 1、 and 1.、, （1）, 1), ⑴, ①, 第一，
 * in half and full width, with and without blanks.
 *
 * @returns undefined where the line carries none.
 */
export function readMarker(line: string): LineMarker | undefined {
  const patterns = PATTERNS_BY_FIRST.get(line.charAt(0));
  if (patterns === undefined) return undefined;
  const head = line.length > LONGEST_MARKER + 20 ? line.slice(0, LONGEST_MARKER + 20) : line;
  for (const { style, pattern } of patterns) {
    const match = pattern.exec(head);
    const numeral = match?.[1] ?? match?.[2];
    if (match === null || numeral === undefined) continue;
    const value = markerValue(numeral);
    if (value === undefined || value < 1 || value > 99 || isOfContents(line)) return undefined;
    const end = match[0].length;
    const numeralStart = match[0].indexOf(numeral);
    let textStart = end;
    while (isMarkerBlank(line.charCodeAt(textStart))) textStart++;
    return { style, value, end, numeralStart, numeralEnd: numeralStart + numeral.length, textStart };
  }
  return undefined;
}

function isOfContents(line: string): boolean {
  return isAsciiDigit(line.charCodeAt(line.length - 1)) && TABLE_OF_CONTENTS.test(line.slice(-CONTENTS_REACH));
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isMarkerBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;
}

/** Decimals with a unit (2.5万元) and versions are no numbers of items. */
const DIGIT_MARKER =
  /^([0-9０-９]{1,2})([．.])(?=[0-9０-９])(?![0-9０-９]{1,2}[．.](?!.)|[．.]?[0-9]{1,2}(?:万|亿|千|百|元|倍|公里|平方|米|吨|亩|个百分点|[%％‰]))/u;

/**
 * Reads a number before an item that itself begins with digits: 1.12345热线, 2.110警情. Such a line may as well begin
 * with a decimal, so it counts only where its number continues a list.
 */
export function readDigitMarker(line: string): LineMarker | undefined {
  if (!isDigit(line.charCodeAt(0))) return undefined;
  const match = DIGIT_MARKER.exec(line);
  const numeral = match?.[1];
  const value = numeral === undefined ? undefined : markerValue(numeral);
  if (match === null || numeral === undefined || value === undefined || value < 1) return undefined;
  const end = match[0].length;
  return { style: 'arabic', value, end, numeralStart: 0, numeralEnd: numeral.length, textStart: end };
}

/**
 * The numeral of another value in the writing of an existing one: 三 for 一, ３ for １, ③ for ①.
 * Where an enclosed row ends (㈩), the nearest ordinary writing is given.
 */
export function numeralLike(value: number, numeral: string): string {
  if (/^\d+$/u.test(numeral)) return String(value);
  if (/^[０-９]+$/u.test(numeral)) return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (parseEnclosedNumeral(numeral) !== undefined) {
    return toEnclosedNumeral(value, numeral) ?? (/^[㈠-㈩㊀-㊉]$/u.test(numeral) ? `（${toChineseNumeral(value)}）` : `（${value}）`);
  }
  return toChineseNumeral(value);
}

const ONE_TO_TEN = '一二三四五六七八九十';

function markerValue(numeral: string): number | undefined {
  const single = numeral.length === 1 ? ONE_TO_TEN.indexOf(numeral) : -1;
  if (single >= 0) return single + 1;
  const enclosed = numeral.length === 1 ? parseEnclosedNumeral(numeral) : undefined;
  if (enclosed !== undefined) return enclosed;
  const digits = foldDigits(numeral);
  return /^\d+$/u.test(digits) ? Number(digits) : parseChineseNumeral(numeral);
}
