import { NOUN_MEASURES } from '../knowledge/noun-measures.js';
import { DIGIT, GAP, IN_NUMERAL, kindAt, MORE, NONE, UNIT_START } from '../report/figure-characters.js';

/** Measure words behind which 数, or the word once more, is one too many. */
export const COUNTING: readonly string[] = Object.freeze([
  ...['场次', '批次', '件次', '户次', '车次', '人次'],
  ...'次场件起人户份个项家册条名例宗处',
]);
/** With what they begin. */
const COUNTING_STARTS: ReadonlySet<number> = new Set(COUNTING.map((unit) => unit.charCodeAt(0)));
const TIMES = '次'.charCodeAt(0);
const NUMBER = '数'.charCodeAt(0);

/** Words between a noun and its number, longest first. */
const LINKS: readonly string[] = Object.freeze(['累计', '共计', '总计', '合计', '超过', '共', '达', '近', '约', '逾', '超']);
const MOST_LINKS = 2;
const LINK_ENDS = '计过共达近约逾超';
/** Characters of a number, or of a zero in words, with the blanks within and behind it; no number is longer. */
const WRITTEN_NUMBER = '0123456789０１２３４５６７８９,，.．一二三四五六七八九十百千万亿两〇零余多来无没有未 \u00a0\u3000';
const LONGEST_NUMBER = 400;

interface NounMeasure {
  readonly noun: string;
  readonly wrong: readonly string[];
}

/** By last code unit. */
const NOUNS: ReadonlyMap<number, readonly NounMeasure[]> = nounsByLast();

function nounsByLast(): ReadonlyMap<number, readonly NounMeasure[]> {
  const nouns = new Map<number, NounMeasure[]>();
  for (const { nouns: names, wrong } of NOUN_MEASURES) {
    for (const noun of names) {
      const last = noun.charCodeAt(noun.length - 1);
      const known = nouns.get(last);
      if (known === undefined) nouns.set(last, [{ noun, wrong }]);
      else known.push({ noun, wrong });
    }
  }
  return nouns;
}

/**
 * Whether a number may stand with a measure word that is doubled, or that does not fit the noun before it: a look before
 * figures are read, by one pass over the characters.
 */
export function mayBeIllMeasured(text: string): boolean {
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at) & (DIGIT | IN_NUMERAL | MORE | NONE);
    if (kind !== 0) {
      if (before === 0 && isIllMatched(text, at)) return true;
      if (isDoubledBehind(text, at)) return true;
    }
    before = kind;
  }
  return false;
}

/** Whether 场次数 or 件件 stands behind the last character of a number. */
function isDoubledBehind(text: string, last: number): boolean {
  let at = last + 1;
  const kind = kindAt(text, at);
  if ((kind & (GAP | UNIT_START)) === 0) return false;
  if ((kind & GAP) !== 0) at = gapsEnd(text, at);
  const unit = text.charCodeAt(at);
  if (!COUNTING_STARTS.has(unit)) return false;
  const next = text.charCodeAt(at + 1);
  if (next === NUMBER || next === unit) return true;
  if (next !== TIMES) return false;
  const behind = text.charCodeAt(at + 2);
  return behind === NUMBER || (behind === unit && text.charCodeAt(at + 3) === TIMES);
}

function gapsEnd(text: string, from: number): number {
  let at = from;
  while ((kindAt(text, at) & GAP) !== 0) at++;
  return at;
}

/** Whether a noun stands before a number, and behind the number a measure word that does not fit it. */
function isIllMatched(text: string, start: number): boolean {
  let end = start;
  for (let links = 0; ; links++) {
    while (end > 0 && (kindAt(text, end - 1) & GAP) !== 0) end--;
    const nouns = NOUNS.get(text.charCodeAt(end - 1));
    if (nouns?.some(({ noun, wrong }) => text.endsWith(noun, end) && isMeasuredBy(text, start, wrong)) === true) return true;
    if (links === MOST_LINKS || end === 0 || !LINK_ENDS.includes(text.charAt(end - 1))) return false;
    end -= LINKS.find((word) => text.endsWith(word, end))?.length ?? 0;
  }
}

function isMeasuredBy(text: string, start: number, measures: readonly string[]): boolean {
  let end = start;
  while (end < text.length && end - start < LONGEST_NUMBER && WRITTEN_NUMBER.includes(text.charAt(end))) end++;
  return measures.some((measure) => text.startsWith(measure, end));
}
