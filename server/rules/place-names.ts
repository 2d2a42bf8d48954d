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
import { lazy } from '../text/lazy.js';
import { remembered } from '../text/remembered.js';

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

/** What names of divisions end with. */
const LAST_CHARACTERS: ReadonlySet<number> = new Set(Array.from('省州盟市县区旗', (character) => character.charCodeAt(0)));
/** So many answers are remembered; a report asks for some dozens. */
const MOST_REMEMBERED = 2000;
const NO_NAMES: readonly string[] = Object.freeze([]);

/** Every name of a division with a blank on each side. */
const divisionNames = lazy(() => ` ${PROVINCES.map(({ name, prefectures }) => [name, ...prefectures].join(' ')).join(' ')} `);

/** Names of divisions that end with two characters, longest first. */
const namesEndingWith: (ending: string) => readonly string[] = remembered((ending: string) => {
  const names = divisionNames();
  const found = new Set<string>();
  for (let at = names.indexOf(`${ending} `); at >= 0; at = names.indexOf(`${ending} `, at + 1)) {
    found.add(names.slice(names.lastIndexOf(' ', at) + 1, at + ending.length));
  }
  return found.size === 0 ? NO_NAMES : [...found].sort((a, b) => b.length - a.length);
}, MOST_REMEMBERED);

const AMBIGUOUS: ReadonlySet<string> = new Set(AMBIGUOUS_NAMES);
const GENERIC: ReadonlySet<string> = new Set(GENERIC_NAMES);
const LEADING: ReadonlySet<string> = new Set(LEADING_WORDS);
const NO_TOWNS: ReadonlySet<string> = new Set(NO_TOWN_NAMES);
const ENDINGS: ReadonlySet<string> = new Set(TOWN_ENDINGS);
const NO_NAME: ReadonlySet<string> = new Set(NO_NAME_CHARACTERS);

/** What every name ends with that `divisionsIn` and `townsIn` find. */
export function nameEndings(): readonly string[] {
  const divisions = divisionNames()
    .split(' ')
    .filter(({ length }) => length > 1)
    .map((name) => name.slice(-2));
  return [...new Set(divisions), ...[...TOWN_ENDINGS].flatMap((ending) => [`${ending}镇`, `${ending}乡`, `${ending}街道`])];
}

/** Divisions of a name, in the order of the table; none where the table does not know it. */
export const divisionsOf: (name: string) => readonly Division[] = remembered((name: string) => {
  const found: Division[] = [];
  for (const { name: province, prefectures } of PROVINCES) {
    if (name === province) found.push({ name, level: 'province', above: [] });
    for (const row of prefectures) {
      if (!row.includes(name)) continue;
      const [prefecture = '-', ...counties] = row.split(' ');
      const hasPrefecture = prefecture !== '-';
      if (hasPrefecture && name === prefecture) found.push({ name, level: 'prefecture', above: [province] });
      for (const county of counties) {
        if (name === county) found.push({ name, level: 'county', above: hasPrefecture ? [prefecture, province] : [province] });
      }
    }
  }
  return found;
}, MOST_REMEMBERED);

/** Every name of a division in a text, the longest where several end at one place; general terms (城区) are left out. */
export function divisionsIn(text: string): PlaceName[] {
  const found: PlaceName[] = [];
  for (let end = 2; end <= text.length; end++) {
    if (!LAST_CHARACTERS.has(text.charCodeAt(end - 1))) continue;
    const name = namesEndingWith(text.slice(end - 2, end)).find((known) => text.endsWith(known, end));
    if (name === undefined || GENERIC.has(name)) continue;
    const start = end - name.length;
    const needsBoundary = name.length === 2 || AMBIGUOUS.has(name);
    if (needsBoundary && found.at(-1)?.end !== start && isHan(text.charCodeAt(start - 1))) continue;
    found.push({ name, start, end });
  }
  return found;
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
    return namesEndingWith(before.slice(-2)).length > 0 && divisionsIn(before).some(({ end }) => end === before.length);
  return LEADING.has(before.slice(-2)) || LEADING.has(before.slice(-1));
}
