import { TRADITIONAL_CHARACTERS } from '../knowledge/traditional-characters.js';

/**
 * Classes of characters, one bit each. A text's classes, read in one pass, tell which of the expressions that look for
 * these characters can match at all.
 */

/** Counts as a 字. */
export const COUNTED = 1;
/** Changed by folding. */
export const FOLDED = 1 << 1;
/** A blank of any width, of zero width too. */
export const BLANK = 1 << 2;
/** Blanks by which the cells of a table are set apart. */
export const CELL_BLANK = 1 << 3;
/** 。；！？;!? and the tabulator. */
export const CLAUSE_END = 1 << 4;
/** ：: */
export const COLON = 1 << 5;
/** ， */
export const COMMA = 1 << 6;
/** 《 */
export const TITLE_MARK = 1 << 7;
/** Marks at the end of a line after which what follows begins anew. */
export const TERMINAL = 1 << 8;
/** What a year can begin with. */
export const YEAR_BEGINNING = 1 << 9;
/** In every wording of a shortcomings heading there is one of these; likewise below. */
export const SHORTCOMINGS_CHARACTER = 1 << 10;
export const DUTIES_CHARACTER = 1 << 11;
export const PLAN_CHARACTER = 1 << 12;
export const MEASURES_CHARACTER = 1 << 13;

/** Classes by ranges of code units, both ends included. A character beyond the basic plane counts once, with its first half. */
const RANGES: readonly (readonly [bit: number, first: number, last: number])[] = [
  [COUNTED, 0x30, 0x39],
  [COUNTED, 0x41, 0x5a],
  [COUNTED, 0x61, 0x7a],
  [COUNTED, 0x3007, 0x3007],
  [COUNTED, 0x3400, 0x4dbf],
  [COUNTED, 0x4e00, 0x9fff],
  [COUNTED, 0xd800, 0xdbff],
  [COUNTED, 0xf900, 0xfaff],
  [COUNTED, 0xff10, 0xff19],
  [COUNTED, 0xff21, 0xff3a],
  [COUNTED, 0xff41, 0xff5a],
  [FOLDED, 0x2000, 0x200b],
  [FOLDED, 0xff01, 0xff5e],
  [BLANK, 0x09, 0x0d],
  [BLANK, 0x2000, 0x200d],
];

/** Classes whose characters are listed one by one. */
const LISTED: readonly (readonly [bit: number, characters: string])[] = [
  [FOLDED, `\u00a0\u3000${[...TRADITIONAL_CHARACTERS.keys()].join('')}`],
  [BLANK, ' \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'],
  [CELL_BLANK, ' \t\u3000'],
  [CLAUSE_END, '。；！？;!?\t'],
  [COLON, '：:'],
  [COMMA, '，'],
  [TITLE_MARK, '《'],
  [TERMINAL, '。！？!?；;：:”’」』）)】〕》…'],
  [YEAR_BEGINNING, '12２二'],
  [SHORTCOMINGS_CHARACTER, '足题板弱难距战析'],
  [DUTIES_CHARACTER, '任要党手'],
  [PLAN_CHARACTER, '下来明今新向算想路划排望'],
  [MEASURES_CHARACTER, '措做成况作'],
];

/** The classes of every UTF-16 code unit. */
const CLASSES: Uint16Array = makeClasses();

function makeClasses(): Uint16Array {
  const classes = new Uint16Array(0x10000);
  // The long ranges lie apart from all others: the engine fills them at once, which counts as a program starts.
  for (const [bit, first, last] of RANGES) {
    if (last - first > 100) classes.fill(bit, first, last + 1);
    else for (let code = first; code <= last; code++) classes[code] = (classes[code] ?? 0) | bit;
  }
  for (const [bit, characters] of LISTED) {
    for (const character of characters) classes[character.charCodeAt(0)] = (classes[character.charCodeAt(0)] ?? 0) | bit;
  }
  return classes;
}

/** The classes of one UTF-16 code unit. */
export function classesOf(code: number): number {
  return CLASSES[code] ?? 0;
}

/** The classes of all characters of a text together. */
export function classesIn(text: string): number {
  let classes = 0;
  for (let at = 0; at < text.length; at++) classes |= CLASSES[text.charCodeAt(at)] ?? 0;
  return classes;
}
