import { SCATTER } from '../text/scatter.js';
import { MEASURE_WORDS } from '../knowledge/measure-words.js';
import { UNIT_CLASSES } from '../knowledge/unit-classes.js';
import { arabicNumberEnd } from '../report/arabic-figure.js';
import { chineseNumberEnd } from '../report/chinese-figure.js';
import { DIGIT, GAP, GOES_ON, IN_NUMERAL, kindAt, UNIT_START } from '../report/figure-characters.js';
import { gapEnd, unitAfter } from '../report/measured.js';
import type { ParagraphContent } from '../report/report.js';

/** Words between the name of a thing and its number. */
export const TAIL = /(?:近|约|逾|超过|超|累计|共计|总计|合计|共|达到|达|已|(?<!行)为|[ \u00a0\u3000]){0,12}$/u;
/** Last characters of these words. */
const TAIL_ENDS = '近约逾超过计共到达已为 \u00a0\u3000';
const MOST_TAIL_WORDS = 12;
/** Longer than what may stand there. */
const TAIL_REACH = 40;
const CLAUSE_ENDS = '，。；、,;数 \u00a0\u3000';
/** How many numbers stand for one place. */
export const PLACE_SIZE = 2;

/** What may stand behind the first character of a number that counts something: more of it, or its measure word. */
const GOES_ON_OR_COUNTS = DIGIT | IN_NUMERAL | GOES_ON | UNIT_START;

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
    if (kind !== 0 && (kind & before) === 0 && (kindAt(text, at + 1) & GOES_ON_OR_COUNTS) !== 0) {
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
  if (start < SHORTEST_NAME || (kindAt(text, start - 1) & DIGIT) !== 0 || !mayEndName(text, start - 1)) return undefined;
  const name = nameEnd(text, start);
  if (name === undefined) return undefined;
  const end = kind === DIGIT ? arabicNumberEnd(text, start) : chineseNumberEnd(text, start);
  if (end === start) return undefined;
  const unit = unitAfter(text, end);
  if (unit === '') return undefined;
  const unitEnd = gapEnd(text, end) + unit.length;
  if (unitEnd < text.length && !CLAUSE_ENDS.includes(text.charAt(unitEnd))) return undefined;
  return (Math.imul(name, MEASURES) + (MEASURE_NUMBERS.get(UNIT_CLASSES.get(unit) ?? unit) ?? 0)) | 0;
}

/** Measure words by number; more are not known. */
const MEASURE_NUMBERS: ReadonlyMap<string, number> = new Map(MEASURE_WORDS.map((word, index) => [word, index + 1] as const));
const MEASURES = 1021;

/** Whether the name of a thing, a word between it and its number, or a blank may end at an offset. */
function mayEndName(text: string, at: number): boolean {
  return isHanName(text.charCodeAt(at)) || (kindAt(text, at) & GAP) !== 0;
}

function isHanName(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** The last characters of the name before a number, as one number; undefined where no name stands there. */
function nameEnd(text: string, start: number): number | undefined {
  const end = tailStart(text, start);
  const gaps = (kindAt(text, end - 1) | kindAt(text, end - 2) | kindAt(text, end - 3) | kindAt(text, end - 4)) & GAP;
  if (gaps === 0) return endNumber(text, end);
  const name = text.slice(Math.max(0, start - TAIL_REACH), end).replace(/[ \u00a0\u3000]/gu, '');
  return endNumber(name, name.length);
}

/** Where the words before a number begin that `TAIL` matches, from the last to the first. */
function tailStart(text: string, start: number): number {
  let end = start;
  for (let count = 0; count < MOST_TAIL_WORDS && end > 0; count++) {
    const last = text.charAt(end - 1);
    if (!TAIL_ENDS.includes(last)) return end;
    const before = text.charAt(end - 2);
    if (last === '计') {
      if (!'累共总合'.includes(before) || before === '') return end;
      end -= 2;
    } else if (last === '过' || last === '到') {
      if (before !== (last === '过' ? '超' : '达')) return end;
      end -= 2;
    } else if (last === '为' && before === '行') return end;
    else end--;
  }
  return end;
}

const SHORTEST_NAME = 4;
const PUBLICITY = '宣传教育';
/** Characters that writers exchange without changing the thing: 普法活动 and 法治活动, 宣传教育活动 and 宣传活动. */
const EXCHANGED: ReadonlyMap<number, number> = new Map(
  [...'普法治律宣教传育'].map((character) => [
    character.charCodeAt(0),
    ('宣教'.includes(character) ? '宣' : '传育'.includes(character) ? '传' : '法').charCodeAt(0),
  ]),
);

/** A number made of the last four characters of a name, all of them Han; equal where two names are of one thing. */
function endNumber(text: string, nameLength: number): number | undefined {
  const end = text.startsWith(PUBLICITY, nameLength - PUBLICITY.length) ? nameLength - 2 : nameLength;
  let number = 0;
  for (let at = end - SHORTEST_NAME; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isHanName(code)) return undefined;
    number = (Math.imul(number, SCATTER) + (at < end - 2 ? (EXCHANGED.get(code) ?? code) : code)) | 0;
  }
  return number;
}
