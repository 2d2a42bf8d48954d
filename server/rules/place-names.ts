import { PROVINCES } from '../knowledge/administrative-divisions.js';
import {
  AMBIGUOUS_NAMES,
  GENERIC_NAMES,
  LEADING_WORDS,
  NO_NAME_CHARACTERS,
  NO_TOWN_NAMES,
  TOWN_ENDINGS,
} from '../knowledge/place-words.js';
import { isHan } from '../text/characters.js';

/** Levels of the divisions above towns. */
export type DivisionLevel = 'province' | 'prefecture' | 'county';

/** A division of the table; several have the same name. */
export interface Division {
  readonly name: string;
  readonly level: DivisionLevel;
  /** Names of the divisions above it. */
  readonly above: readonly string[];
}

/** A name in a text, as offsets into it. */
export interface PlaceName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const DIVISIONS: ReadonlyMap<string, readonly Division[]> = indexDivisions();
/** The last two characters of a name to the lengths of names that end so, longest first. */
const LENGTHS: ReadonlyMap<string, readonly number[]> = indexEndings();
/** By the code of a character: 1 where names of divisions end with it. */
const LAST_CHARACTERS = marked([...LENGTHS.keys()].map((ending) => ending.charAt(ending.length - 1)));
const AMBIGUOUS: ReadonlySet<string> = new Set(AMBIGUOUS_NAMES);
const GENERIC: ReadonlySet<string> = new Set(GENERIC_NAMES);
const LEADING: ReadonlySet<string> = new Set(LEADING_WORDS);
const NO_TOWNS: ReadonlySet<string> = new Set(NO_TOWN_NAMES);
const ENDINGS: ReadonlySet<string> = new Set(TOWN_ENDINGS);
const NO_NAME: ReadonlySet<string> = new Set(NO_NAME_CHARACTERS);

/** What every name ends with that `divisionsIn` and `townsIn` find. */
export const NAME_ENDINGS: readonly string[] = Object.freeze([
  ...LENGTHS.keys(),
  ...[...TOWN_ENDINGS].flatMap((ending) => [`${ending}镇`, `${ending}乡`, `${ending}街道`]),
]);

/** Divisions of a name; none where the table does not know it. */
export function divisionsOf(name: string): readonly Division[] {
  return DIVISIONS.get(name) ?? [];
}

/** Every name of a division in a text, the longest where several end at one place; general terms (城区) are left out. */
export function divisionsIn(text: string): PlaceName[] {
  const names: PlaceName[] = [];
  for (let end = 2; end <= text.length; end++) {
    if (LAST_CHARACTERS[text.charCodeAt(end - 1)] !== 1) continue;
    const lengths = LENGTHS.get(text.slice(end - 2, end));
    if (lengths === undefined) continue;
    for (const length of lengths) {
      const name = text.slice(end - length, end);
      if (length > end || !DIVISIONS.has(name)) continue;
      const start = end - length;
      const last = names.at(-1);
      const isAfterName = last?.end === start;
      const needsBoundary = length === 2 || AMBIGUOUS.has(name);
      if (!GENERIC.has(name) && !(needsBoundary && !isAfterName && isHan(text.charCodeAt(start - 1)))) names.push({ name, start, end });
      break;
    }
  }
  return names;
}

const LONGEST_TOWN = 4;
/** How far back the words before a town's name are looked at. */
const LEADING_REACH = 8;

/**
 * Every name of a town, township or sub-district in a text. No table holds all forty thousand, so a name is known by
 * where it begins (a mark, a digit, a word that leads to a name) and by its last character.
 */
export function townsIn(text: string): PlaceName[] {
  const names: PlaceName[] = [];
  for (const match of text.matchAll(/镇(?![街乡区化])|乡(?![镇村愁亲贤音土情])|街道/gu)) {
    const start = nameStart(text, match.index);
    if (start === undefined) continue;
    const end = match.index + match[0].length;
    names.push({ name: text.slice(start, end), start, end });
  }
  return names;
}

/** 推进集镇, 统筹城乡, 建设家乡: a verb with a general term, not a name of three or four characters. */
const GENERAL_TERM = /[集圩古城村街家]$/u;
/** 美丽山乡, 千年古镇: praise, not a name. */
const PRAISE =
  /^(?:美丽|最美|和谐|平安|法治|幸福|生态|特色|魅力|现代|文明|传统|千年|百年|历史|江南|中国|全国|老旧|农村|沿线|革命|边境|民族)/u;

/**
 * Where the name before a class word begins.
 *
 * @param at offset of the class word.
 */
function nameStart(text: string, at: number): number | undefined {
  for (let length = 2; length <= LONGEST_TOWN && length <= at; length++) {
    const start = at - length;
    if (!isHan(text.charCodeAt(start)) || NO_NAME.has(text.charAt(start))) return undefined;
    if (!isNameBoundary(text, start)) continue;
    const name = text.slice(start, at);
    const isName =
      ENDINGS.has(name.charAt(length - 1)) &&
      !(length > 2 && GENERAL_TERM.test(name)) &&
      !PRAISE.test(name) &&
      !NO_TOWNS.has(name) &&
      !NO_TOWNS.has(name.slice(-2)) &&
      !LEADING.has(name);
    return isName ? start : undefined;
  }
  return undefined;
}

function isNameBoundary(text: string, start: number): boolean {
  if (start === 0 || !isHan(text.charCodeAt(start - 1))) return true;
  const before = text.slice(Math.max(0, start - LEADING_REACH), start);
  if (/[县区市旗州盟省]$/u.test(before))
    return LENGTHS.has(before.slice(-2)) && divisionsIn(before).some(({ end }) => end === before.length);
  return LEADING.has(before.slice(-2)) || LEADING.has(before.slice(-1));
}

function indexDivisions(): ReadonlyMap<string, readonly Division[]> {
  const index = new Map<string, Division[]>();
  const add = (division: Division): void => {
    const known = index.get(division.name);
    if (known === undefined) index.set(division.name, [division]);
    else known.push(division);
  };
  for (const { name: province, prefectures } of PROVINCES) {
    add({ name: province, level: 'province', above: [] });
    for (const row of prefectures) {
      const [prefecture = '-', ...counties] = row.split(' ');
      const hasPrefecture = prefecture !== '-';
      if (hasPrefecture) add({ name: prefecture, level: 'prefecture', above: [province] });
      const above = hasPrefecture ? [prefecture, province] : [province];
      for (const name of counties) add({ name, level: 'county', above });
    }
  }
  return index;
}

function indexEndings(): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const name of DIVISIONS.keys()) {
    const ending = name.slice(-2);
    lengths.set(ending, (lengths.get(ending) ?? new Set()).add(name.length));
  }
  return new Map([...lengths].map(([ending, set]) => [ending, [...set].sort((a, b) => b - a)]));
}

function marked(characters: readonly string[]): Uint8Array {
  const marks = new Uint8Array(0x10000);
  for (const character of characters) marks[character.charCodeAt(0)] = 1;
  return marks;
}
