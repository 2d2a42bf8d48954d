import { SCATTER } from '../text/scatter.js';
import type { Paragraph, ParagraphContent } from '../report/report.js';
import { NumberCounts } from './number-counts.js';

/** Fewest characters, blanks and quotation marks apart, of repeated clauses in a row that are worth a look. */
const SHORTEST_RUN = 16;
/** The same of one repeated clause by itself. */
const SHORTEST_CLAUSE = 20;
/** Clauses shorter than this begin no repetition, in characters. */
const SHORTEST_START = 5;
/** The lower bits of a clause's number: its length, or the largest number that they hold. */
const LENGTH_BITS = 5;
const LONGEST = 2 ** LENGTH_BITS - 1;

/**
 * Paragraphs that hold, or may hold, a repeated sentence, in order: those in which enough clauses in a row stand elsewhere
 * as well, and all others in which one of these clauses stands. Clauses are compared by a number made of their characters, so
 * that two different ones may pass for the same, but never the same for different ones.
 */
export function withRepeatedClauses(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const clauses = paragraphs.map((paragraph) => paragraph.fact(clauseNumbers));
  let count = 0;
  for (const { length } of clauses) count += length;
  if (!holdsRepeatedStart(clauses, count)) return NONE;
  const counts = new NumberCounts(count);
  for (const numbers of clauses) for (const number of numbers) counts.add(number);
  const wanted = new Set<number>();
  for (const numbers of clauses) addRuns(numbers, counts, wanted);
  return wanted.size === 0 ? NONE : paragraphs.filter((_, index) => clauses[index]?.some((number) => wanted.has(number)));
}

const NONE: readonly Paragraph[] = Object.freeze([]);

/** Whether a clause that is long enough to begin a repetition stands twice. */
function holdsRepeatedStart(clauses: readonly (readonly number[])[], count: number): boolean {
  const counts = new NumberCounts(count);
  for (const numbers of clauses) {
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      if (lengthOf(number) >= SHORTEST_START && counts.add(number)) return true;
    }
  }
  return false;
}

/** Adds the clauses of every row of repeated ones that is long enough. */
function addRuns(numbers: readonly number[], counts: NumberCounts, wanted: Set<number>): void {
  let start = 0;
  let length = 0;
  for (let at = 0; at <= numbers.length; at++) {
    const number = numbers[at];
    if (number !== undefined && counts.isRepeated(number)) {
      length += lengthOf(number);
      continue;
    }
    if (length >= (at - start > 1 ? SHORTEST_RUN : SHORTEST_CLAUSE)) for (const one of numbers.slice(start, at)) wanted.add(one);
    start = at + 1;
    length = 0;
  }
}

function lengthOf(number: number): number {
  return number & LONGEST;
}

/** Nearly all characters stand between these, and none of them is a mark or a blank. */
const FIRST_HAN = 0x4e00;
const FIRST_FULL_WIDTH = 0xfe00;
const FIRST_DIGIT = 0x30;
const LAST_DIGIT = 0x39;

/** A fact of a paragraph: a number for each clause, equal for equal clauses. */
function clauseNumbers({ text }: ParagraphContent): readonly number[] {
  const numbers: number[] = [];
  let hash = 0;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= FIRST_HAN && code < FIRST_FULL_WIDTH) || (code >= FIRST_DIGIT && code <= LAST_DIGIT)) {
      hash = (Math.imul(hash, 31) + code) | 0;
      length++;
    } else if (isMark(code)) {
      if (length > 0) numbers.push(numberOf(hash, length));
      hash = 0;
      length = 0;
    } else if (!isPassedOver(code)) {
      hash = (Math.imul(hash, 31) + code) | 0;
      length++;
    }
  }
  if (length > 0) numbers.push(numberOf(hash, length));
  return numbers;
}

function numberOf(hash: number, length: number): number {
  return (Math.imul(hash, SCATTER) & ~LONGEST) | Math.min(length, LONGEST);
}

/** ，。；：！？ and their half-width forms part clauses. */
function isMark(code: number): boolean {
  return (
    code === 0x3002 ||
    code === 0xff0c ||
    code === 0xff1b ||
    code === 0xff1a ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === 0x2c ||
    code === 0x3b ||
    code === 0x3a ||
    code === 0x21 ||
    code === 0x3f
  );
}

/** Blanks and quotation marks do not make clauses different. */
function isPassedOver(code: number): boolean {
  return (code >= 0x2018 && code <= 0x201d && code !== 0x201a && code !== 0x201b) || code === 0x22 || isSpace(code);
}

/** What `\s` of a regular expression matches. */
function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}
