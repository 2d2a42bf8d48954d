import { FURNITURE_BEGINNINGS, FURNITURE_LABELS, FURNITURE_WORDS } from '../knowledge/page-furniture.js';
import { BLANK, classesOf, FOLDED } from './character-classes.js';
import { foldForMatching } from './fold.js';

const LABELS: ReadonlySet<string> = new Set(FURNITURE_LABELS.map(compact));
const WORDS: ReadonlySet<string> = new Set(FURNITURE_WORDS.map(compact));
const BEGINNINGS: readonly string[] = FURNITURE_BEGINNINGS.map((beginning) => compact(foldForMatching(beginning)));
const LONGEST_FURNITURE_LINE = 160;

/**
 * Whether a line is page furniture (来源: …, 打印 关闭, 您当前的位置: 首页 > …).
 * Only meaningful above the text proper or below its last paragraph.
 */
export function isFurnitureLine(line: string): boolean {
  if (line.length > LONGEST_FURNITURE_LINE || !mayBeFurniture(line)) return false;
  const folded = foldForMatching(line)
    .replace(/^[\s[【(•·]+/u, '')
    .trim();
  if (folded.length === 0) return true;
  const bare = compact(folded);
  if (WORDS.has(bare)) return true;
  if (BEGINNINGS.some((beginning) => bare.startsWith(beginning))) return true;
  const label = /^([^:：]{1,10})[:：\]】]/u.exec(bare)?.[1];
  if (label !== undefined && LABELS.has(label)) return true;
  // Mostly the first word tells that the line is made of others.
  const first = FIRST_WORD.exec(folded)?.[0];
  if (first === undefined || !isFurnitureWord(first)) return false;
  const words = folded.split(WORD_BREAK).filter((word) => word.length > 0);
  return words.every(isFurnitureWord) && words.some((word) => !NUMBER.test(word));
}

/**
 * Whether a line is page furniture wherever it stands, also amid the text: two labels or buttons of a page at least
 * (来源: … 发布时间: …, 打印 关闭), the first at its beginning, and no sentence.
 */
export function isTelltaleFurniture(line: string): boolean {
  if (!isFurnitureLine(line) || SENTENCE_MARK.test(line)) return false;
  const words = foldForMatching(line)
    .split(WORD_BREAK)
    .filter((word) => word.length > 0);
  return words.filter((word) => WORDS.has(compact(word)) || LABELS.has(compact(word).split(':', 1)[0] ?? '')).length > 1;
}

const SENTENCE_MARK = /[。；，]/u;
const WORD_BREAK = /[\s|丨/、·•>［\][【】()]+/u;
const FIRST_WORD = /[^\s|丨/、·•>［\][【】()]+/u;
const NUMBER = /^[\d:.-]+$/u;

function isFurnitureWord(word: string): boolean {
  return WORDS.has(compact(word)) || LABELS.has(compact(word).split(':', 1)[0] ?? '') || NUMBER.test(word);
}

/** What is passed over at the beginning of a line and between its words. */
const BETWEEN_WORDS = '|丨/、·•>［][【】()';

/** First characters of all that furniture is made of, folded. */
const FIRST_CHARACTERS: ReadonlySet<string> = new Set([
  ...[...LABELS, ...WORDS, ...BEGINNINGS].map((word) => firstCharacter(foldForMatching(word))),
  ...'0123456789:.-',
  '',
]);

/** A first look at a line: its first character mostly tells that it is text. */
function mayBeFurniture(line: string): boolean {
  return FIRST_CHARACTERS.has(firstCharacter(line));
}

/** The first character that stands in a word, folded; empty where there is none. */
function firstCharacter(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const classes = classesOf(text.charCodeAt(at));
    if ((classes & BLANK) !== 0) continue;
    const character = (classes & FOLDED) === 0 ? text.charAt(at) : foldForMatching(text.charAt(at));
    if (!BETWEEN_WORDS.includes(character)) return character;
  }
  return '';
}

function compact(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/gu, '');
}
