import { MEASURE_WORDS } from '../knowledge/measure-words.js';

/** A digit of either width. */
export const DIGIT = 1;
/** 万亿〇零 stand within a Chinese numeral but do not end one. */
const INNER_NUMERAL = 2;
/** A character that may end a Chinese numeral. */
export const NUMERAL = 4;
/** A character that a zero in words begins with. */
export const NONE = 8;
/** A mark that opens a name or a quotation. */
export const QUOTE = 16;
/** A character that a measure word begins with. */
export const UNIT_START = 32;
/** A blank that may part number and measure word. */
export const GAP = 64;
/** 余多来 behind a number. */
export const MORE = 128;
/** 万亿 */
export const MYRIAD = 256;
/** 千百 */
export const HUNDRED = 512;
/** The mark between groups of three digits. */
export const COMMA = 1024;
/** The mark before decimals. */
export const POINT = 2048;
/** 一 to 十, of which the numbers of items are made. */
export const ITEM = 4096;
/** A character that a mark or word before the parts of a list begins with: 其中, 包括, 分别, 含, brackets, colons, 共, 合计, 总计. */
export const LIST_START = 8192;
/** A mark that ends a sentence, or a part of one that ； ends. */
export const SENTENCE_END = 16384;
/** What may go on with a number behind its digits. */
export const GOES_ON = GAP | MORE | MYRIAD | HUNDRED | COMMA | POINT;
/** A character of a Chinese numeral. */
export const IN_NUMERAL = INNER_NUMERAL | NUMERAL;
/** A character at which something is to be read. */
export const BEGINS = DIGIT | IN_NUMERAL | NONE | QUOTE;

const KINDS: ArrayLike<number> = kindsOfCharacters();

function kindsOfCharacters(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const add = (characters: string, kind: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = (table[character.charCodeAt(0)] ?? 0) | kind;
  };
  add('0123456789０１２３４５６７８９', DIGIT);
  add('万亿〇零', INNER_NUMERAL);
  add('一二三四五六七八九十百千两', NUMERAL);
  add('一二三四五六七八九十', ITEM);
  add('无没未零', NONE);
  add('《“"', QUOTE);
  add(' \u00a0\u3000', GAP);
  add('余多来', MORE);
  add('万亿', MYRIAD);
  add('千百', HUNDRED);
  add(',，', COMMA);
  add('.．', POINT);
  add('其包分含（(：:共合总', LIST_START);
  add('。；;！？', SENTENCE_END);
  add(`%％‰${MEASURE_WORDS.map((word) => word.charAt(0)).join('')}`, UNIT_START);
  return table;
}

/** What the character at an offset can be, as bits; none behind the end. */
export function kindAt(text: string, at: number): number {
  return at < text.length ? (KINDS[text.charCodeAt(at)] ?? 0) : 0;
}
