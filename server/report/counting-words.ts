import { matchAt } from '../text/match-at.js';
import { parseChineseNumeral } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { GAP, ITEM, kindAt } from './figure-characters.js';
import type { ParagraphContent } from './report.js';

/** How items are counted; numbers of one family make one list: 一是 and 一要, 其一, 第一，. */
export type Family = 'statement' | 'among' | 'ordinal';

/** All families. */
export const FAMILIES: readonly Family[] = Object.freeze(['statement', 'among', 'ordinal']);

/** Words that count an item, as far as their paragraph tells. */
export interface CountingWord {
  readonly family: Family;
  /** From 1. */
  readonly value: number;
  /** The words (二是), without the mark behind them. */
  readonly span: Span;
  /** The numeral alone (二). */
  readonly numeral: Span;
  /** They stand in mid sentence and count only as the number that must come. */
  readonly isWeak: boolean;
  /** A first item behind a word that introduces none; it counts only where a second one follows. */
  readonly isDoubtful: boolean;
}

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const BLANKS = '[ \\u00a0\\u3000]{0,2}';
const STATEMENT = new RegExp(
  `${NUMERAL}${BLANKS}(?:是(?!${NUMERAL}|[、；。]|否|不是)|要(?![素件点闻求务害领义旨略职塞目诀道员地津犯])|则(?![^，。]{0,2}[）)])(?=[\\u4e00-\\u9fff]))`,
  'uy',
);
const LONGEST_NUMERAL = 3;
const MOST_GAPS = 2;
const LARGEST = 30;

/** Marks, besides the start of a paragraph and blanks, after which an item may begin. */
const MARKS_BEFORE = '。；：，、！？…”’）》】〕］;:,!?)]';
const CLOSING = '”’）》】〕］)]';
const BLANK = ' \u00a0\u3000\t';
const MOST_BLANKS = 8;

/** Words that make a numeral and 是 a part of something else: 第二是, 十二是. */
const NO_ITEM_BEFORE = '第其一二三四五六七八九十百千万零〇每周星期初唯统之这那';

/** Verbs after which a list begins without a mark: 主要表现为一是. */
const INTRODUCING = '为在于有即括';

const NUMERALS = '一二三四五六七八九十';
const GAPS = ' \u00a0\u3000';

/** Of these strings every text in which items are counted holds one: 一是, 其一 and 第一，, blanks within them or not. */
export const COUNTING_TRIGGERS: readonly string[] = Object.freeze(
  [...NUMERALS].flatMap((numeral) => [
    ...[...`是要则${GAPS}`].map((behind) => numeral + behind),
    `其${numeral}`,
    ...[...`，,：:${GAPS}${NUMERALS}`].map((behind) => `第${numeral}${behind}`),
  ]),
);

const NOTHING: readonly CountingWord[] = Object.freeze([]);

/** A fact of a paragraph: the words in it that may count the items of a list, in order. */
export function readCountingWords({ text }: ParagraphContent): readonly CountingWord[] {
  let words: CountingWord[] | undefined;
  for (let at = 0; at < text.length; at++) {
    if ((kindAt(text, at) & ITEM) === 0) continue;
    const start = at;
    while ((kindAt(text, at + 1) & ITEM) !== 0) at++;
    const word = wordAt(text, start, at + 1);
    if (word === undefined) continue;
    words ??= [];
    words.push(word);
  }
  return words ?? NOTHING;
}

/** The counting words round a run of numerals. */
function wordAt(text: string, runStart: number, end: number): CountingWord | undefined {
  let next = end;
  while (next - end < MOST_GAPS && (kindAt(text, next) & GAP) !== 0) next++;
  switch (text.charAt(next)) {
    case '要':
    case '则':
      return statementAt(text, Math.max(runStart, end - LONGEST_NUMERAL), end);
    case '是':
      return markedAt(text, runStart, end, next) ?? statementAt(text, Math.max(runStart, end - LONGEST_NUMERAL), end);
    case '，':
    case ',':
    case '：':
    case ':':
      return markedAt(text, runStart, end, next);
    default:
      return undefined;
  }
}

/** 其一，其一是 and 第一，; `mark` is where the mark or 是 stands. */
function markedAt(text: string, numeralStart: number, end: number, mark: number): CountingWord | undefined {
  if (end - numeralStart > LONGEST_NUMERAL) return undefined;
  const isBe = text.charAt(mark) === '是';
  const span = { start: numeralStart - 1, end: isBe ? mark + 1 : mark };
  const numeral = { start: numeralStart, end };
  switch (text.charAt(numeralStart - 1)) {
    case '其':
      return counting(text, 'among', span, numeral);
    case '第':
      return isBe || text.charAt(mark + 1) === '第' ? undefined : counting(text, 'ordinal', span, numeral);
    default:
      return undefined;
  }
}

function statementAt(text: string, start: number, numeralEnd: number): CountingWord | undefined {
  const match = matchAt(STATEMENT, text, start);
  if (match === null) return undefined;
  return counting(text, 'statement', { start, end: start + match[0].length }, { start, end: numeralEnd });
}

function counting(text: string, family: Family, span: Span, numeral: Span): CountingWord | undefined {
  const value = parseChineseNumeral(text.slice(numeral.start, numeral.end));
  if (value === undefined || value < 1 || value > LARGEST) return undefined;
  const last = lastBefore(text, span.start);
  const isMarked = last.character === '' || last.isApart || MARKS_BEFORE.includes(last.character);
  if (!isMarked && (numeral.end - numeral.start > 1 || NO_ITEM_BEFORE.includes(last.character))) return undefined;
  return { family, value, span, numeral, isWeak: !isMarked, isDoubtful: !isMarked && value === 1 && !INTRODUCING.includes(last.character) };
}

/** The character before a place, blanks passed over. */
function lastBefore(text: string, place: number): { readonly character: string; readonly isApart: boolean } {
  let at = place;
  while (at > 0 && place - at < MOST_BLANKS && BLANK.includes(text.charAt(at - 1))) at--;
  return { character: text.charAt(at - 1), isApart: at < place };
}

/** The mark that parts an item from the one before: the last character that is no blank and no closing mark. */
export function separatorBefore(text: string, place: number): string {
  let at = place;
  while (at > 0 && place - at < MOST_BLANKS && (BLANK + CLOSING).includes(text.charAt(at - 1))) at--;
  return text.charAt(at - 1);
}
