import { lazy } from '../text/lazy.js';
import { CHARACTER_FACTS, CHARACTERS, END_CLASSES, SOUND_GROUPS, START_CLASSES } from './typo-tables.js';

/** Digits of a number of a group of sounds, and their base. */
const GROUP_DIGITS = 2;
const BASE = 36;
/** Places in an entry of `CHARACTER_FACTS`. */
const Fact = { GenreLasts: 0, PhraseLasts: 1, CommonLasts: 2, RightFirsts: 3, LookAlikes: 4, SoundGroups: 5, ExceptionLasts: 6 } as const;
/** One more than the largest code of a character that the tables hold. */
const CODES = 0x10000;

/** What the tables of misspellings tell of a character, by its number in them (from 1; 0: none of them). */
export class TypoCharacters {
  /** How many characters the tables hold; the largest number. */
  readonly count = CHARACTERS.length;

  private readonly numbers = new Uint16Array(CODES);
  private readonly facts = lazy(() => CHARACTER_FACTS.split(' '));
  private readonly meant = new Map<number, string>();
  private readonly groups = lazy(() => SOUND_GROUPS.split(' '));

  constructor() {
    const { numbers, count } = this;
    for (let at = 0; at < count; at++) numbers[CHARACTERS.charCodeAt(at)] = at + 1;
  }

  /** The number of a character, by its code; 0 where the tables do not tell of it. */
  numberOf(code: number): number {
    return this.numbers[code] ?? 0;
  }

  /** Last characters of the words of the genre that begin with a character. */
  genreLastsOf(number: number): string {
    return this.fact(number, Fact.GenreLasts);
  }

  /** The same of common words that are not of the genre. */
  commonLastsOf(number: number): string {
    return this.fact(number, Fact.CommonLasts);
  }

  /** Last characters of the right pairs that begin with a character: of words of the genre, then of pairs in phrases. */
  rightLastsOf(number: number): string {
    return this.genreLastsOf(number) + this.fact(number, Fact.PhraseLasts);
  }

  /** First characters of the right pairs that end with a character, in the same order. */
  rightFirstsOf(number: number): string {
    return this.fact(number, Fact.RightFirsts);
  }

  /** Last characters of the exceptions (see `server/knowledge/typo-exceptions.ts`) that begin with a character. */
  exceptionLastsOf(number: number): string {
    return this.fact(number, Fact.ExceptionLasts);
  }

  /** Whether a pair that is no word is a right pair with one character taken for another. */
  isMisspelling(first: number, last: number): boolean {
    const lasts = this.rightLastsOf(first);
    if (lasts.includes(CHARACTERS.charAt(last - 1))) return false;
    return sharesCharacter(lasts, this.meantBy(last)) || sharesCharacter(this.rightFirstsOf(last), this.meantBy(first));
  }

  /** Whether the first character is typed for the second: they are of like sound or of like look. */
  isTakenFor(wrong: string, right: string): boolean {
    return this.meantBy(this.numberOf(wrong.charCodeAt(0))).includes(right);
  }

  /** Characters that one is typed for. */
  private meantBy(number: number): string {
    const known = this.meant.get(number);
    if (known !== undefined) return known;
    const wrong = CHARACTERS.charAt(number - 1);
    const names = this.fact(number, Fact.SoundGroups);
    let meant = this.fact(number, Fact.LookAlikes);
    for (let at = 0; at < names.length; at += GROUP_DIGITS) {
      const group = this.groups()[Number.parseInt(names.slice(at, at + GROUP_DIGITS), BASE)] ?? '';
      // Words of grammar stand behind the stroke: nobody types them for others.
      if (group.lastIndexOf(wrong, group.indexOf('/')) >= 0) meant += group;
    }
    this.meant.set(number, meant);
    return meant;
  }

  /** One of the texts that stand by a character in its entry, apart by strokes. */
  private fact(number: number, place: number): string {
    const entry = this.facts()[number - 1] ?? '';
    let start = 0;
    for (let skipped = 0; skipped < place; skipped++) start = entry.indexOf('/', start) + 1;
    const end = entry.indexOf('/', start);
    return end < 0 ? entry.slice(start) : entry.slice(start, end);
  }

  /** The class of a character as the last one of a word: how often it is (see `server/knowledge/word-borders.ts`). */
  atEnd(number: number): number {
    return digitAt(END_CLASSES, number - 1);
  }

  /** The class of a character as the first one of a word. */
  atStart(number: number): number {
    return digitAt(START_CLASSES, number - 1);
  }

  /** How open a pair is that is no word: the last character of one and the first of the next. */
  openness(first: number, last: number): number {
    return this.atEnd(first) + this.atStart(last);
  }
}

function sharesCharacter(one: string, other: string): boolean {
  for (let at = 0; at < one.length; at++) if (other.includes(one.charAt(at))) return true;
  return false;
}

/** A digit of base 36; 0 beyond the table. */
function digitAt(digits: string, at: number): number {
  if (at < 0) return 0;
  const code = digits.charCodeAt(at);
  return code < CODE_OF_A ? code - CODE_OF_0 : code - CODE_OF_A + 10;
}

const CODE_OF_0 = 0x30;
const CODE_OF_A = 0x61;
