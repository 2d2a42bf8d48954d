import { MEASURE_WORDS } from '../knowledge/measure-words.js';
import { UNIT_CLASSES } from '../knowledge/unit-classes.js';
import { arabicNumberEnd } from '../report/arabic-figure.js';
import { chineseNumberEnd } from '../report/chinese-figure.js';
import { DIGIT, GAP, IN_NUMERAL, kindAt } from '../report/figure-characters.js';
import { gapEnd, unitAfter } from '../report/measured.js';
import type { ParagraphContent } from '../report/report.js';

/** Words between the name of a thing and its number. */
export const TAIL = /(?:近|约|逾|超过|超|累计|共计|总计|合计|共|达到|达|已|(?<!行)为|[ \u00a0\u3000]){0,12}$/u;
/** Last characters of these words. */
const TAIL_ENDS = '近约逾超过计共到达已为 \u00a0\u3000';
/** Longer than what may stand there. */
const TAIL_REACH = 40;
const CLAUSE_ENDS = '，。；、,;数 \u00a0\u3000';
/** How many numbers stand for one place. */
export const PLACE_SIZE = 2;

const NOTHING: readonly number[] = Object.freeze([]);

/**
 * A fact of a paragraph: where a number with a measure word ends a clause behind the name of a thing. Two numbers for each
 * place: one made of the end of the name and of the measure word, equal where both are, and the offset of the number.
 */
export function countedPlaces({ role, text }: ParagraphContent): readonly number[] {
  if (role !== 'body') return NOTHING;
  let places: number[] | undefined;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at) & (DIGIT | IN_NUMERAL);
    if (kind !== 0 && (kind & before) === 0) {
      const key = keyAt(text, at, kind);
      if (key !== undefined) {
        places ??= [];
        places.push(key, at);
      }
    }
    before = kind === 0 || kind === DIGIT ? kind : IN_NUMERAL;
  }
  return places ?? NOTHING;
}

function keyAt(text: string, start: number, kind: number): number | undefined {
  if (start < 2 || (kindAt(text, start - 1) & DIGIT) !== 0) return undefined;
  const end = kind === DIGIT ? arabicNumberEnd(text, start) : chineseNumberEnd(text, start);
  if (end === start) return undefined;
  const unit = unitAfter(text, end);
  if (unit === '') return undefined;
  const unitEnd = gapEnd(text, end) + unit.length;
  if (unitEnd < text.length && !CLAUSE_ENDS.includes(text.charAt(unitEnd))) return undefined;
  const name = nameEnd(text, start);
  if (name === undefined) return undefined;
  return (Math.imul(name, MEASURES) + (MEASURE_NUMBERS.get(UNIT_CLASSES.get(unit) ?? unit) ?? 0)) | 0;
}

/** Measure words by number; more are not known. */
const MEASURE_NUMBERS: ReadonlyMap<string, number> = new Map(MEASURE_WORDS.map((word, index) => [word, index + 1] as const));
const MEASURES = 1021;

/** The last two characters of the name before a number, as one number; undefined where no name stands there. */
function nameEnd(text: string, start: number): number | undefined {
  if (TAIL_ENDS.includes(text.charAt(start - 1)) || (kindAt(text, start - 2) & GAP) !== 0) {
    const name = text
      .slice(Math.max(0, start - TAIL_REACH), start)
      .replace(TAIL, '')
      .replace(/[ \u00a0\u3000]/gu, '');
    return name.length < 2 ? undefined : pairOf(name.charCodeAt(name.length - 2), name.charCodeAt(name.length - 1));
  }
  return pairOf(text.charCodeAt(start - 2), text.charCodeAt(start - 1));
}

const EDUCATION = joined('教'.charCodeAt(0), '育'.charCodeAt(0));
const PUBLICITY = joined('宣'.charCodeAt(0), '传'.charCodeAt(0));

function joined(first: number, second: number): number {
  return (first << 16) | second;
}

/** Names are of Han characters; 宣传教育 and 宣传 are one thing. */
function pairOf(first: number, second: number): number | undefined {
  if (first < 0x4e00 || first > 0x9fff || second < 0x4e00 || second > 0x9fff) return undefined;
  const pair = joined(first, second);
  return pair === EDUCATION ? PUBLICITY : pair;
}
