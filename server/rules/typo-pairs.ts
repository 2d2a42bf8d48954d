import { SCATTER } from '../text/scatter.js';
import type { CodeUnits } from '../text/code-units.js';
import type { TypoCharacters } from './typo-characters.js';
import { CLOSED, HARDLY_ALONE, STUCK } from './typo-judgement.js';
import type { TypoLexicon } from './typo-lexicon.js';

/** One more than the largest code of a character that the tables hold. */
const CODES = 0x10000;
/** A pair is the number of its first character × this + that of its last. */
const NUMBERS = 0x1000;
/** Stands for all characters that the tables do not tell of; larger than any of their numbers. */
const UNLISTED = NUMBERS - 1;
/** Places for words, 2^14: three times as many as there are words. */
const WORD_SHIFT = 18;
/** Places for remembered pairs, 2^16: a folder of reports holds some tens of thousands of different ones. */
const MEMORY_SHIFT = 16;

/**
 * Tells where a pair of characters may be a misspelling. Every pair of every text is looked at: nearly all are dismissed by what
 * words they and their neighbours are, which costs one look into a table for each pair; those that remain, by whether they
 * are a right pair with one character taken for another. What the tables say of a character is read when it is first met.
 */
export class TypoPairs {
  /** By code: 0 where the character has not been met, its number, or `UNLISTED`. */
  private readonly numbers = new Uint16Array(CODES);
  /** By number: the class of a character as the last one of a word × 16 + that as the first one; only of those that have been met. */
  private readonly borders = new Uint8Array(NUMBERS);
  /** Right words that begin with characters that have been met, scattered; 0: none. */
  private readonly words = new Int32Array(1 << (32 - WORD_SHIFT));
  /** Pairs that have been judged, each at one of the two places that it is scattered to: × 2, + 1 where it is a candidate. */
  private readonly memory = new Int32Array(1 << (32 - MEMORY_SHIFT));

  constructor(
    private readonly characters: TypoCharacters,
    private readonly lexicon: TypoLexicon,
  ) {}

  /**
   * The next place where a misspelling may stand, by the pair there and the characters beside it; about half of the places
   * that are told hold one.
   *
   * @returns an offset not below `from`; the text's length where there is no such place.
   */
  next({ units, length }: CodeUnits, text: string, from: number): number {
    if (from + 1 >= length) return length;
    const { numbers } = this;
    let first = this.meet(units[from] ?? 0);
    let last = this.meet(units[from + 1] ?? 0);
    let isInFront = from > 0 && this.isWord(this.meet(units[from - 1] ?? 0), first);
    let isWord = this.isWord(first, last);
    for (let at = from; at + 1 < length; at++) {
      let next: number = UNLISTED;
      if (at + 2 < length) {
        const code = units[at + 2] ?? 0;
        next = numbers[code] ?? 0;
        if (next === 0) next = this.meet(code);
      }
      const isBehind = last !== UNLISTED && next !== UNLISTED && this.isWord(last, next);
      if (first !== UNLISTED && last !== UNLISTED) {
        if (first === last) {
          if (this.mayBeDoubled(text, at, first)) return at;
        } else if (!isWord && this.mayBeWrong(text, at, first, last, isInFront, isBehind)) return at;
      }
      isInFront = isWord;
      isWord = isBehind;
      first = last;
      last = next;
    }
    return length;
  }

  /** The number of a character; the words that begin with it are known from then on. */
  private meet(code: number): number {
    const met = this.numbers[code] ?? 0;
    if (met !== 0) return met;
    const { characters } = this;
    const number = characters.numberOf(code);
    if (number === 0) {
      this.numbers[code] = UNLISTED;
      return UNLISTED;
    }
    this.addWords(number, characters.genreLastsOf(number));
    this.addWords(number, characters.commonLastsOf(number));
    this.borders[number] = characters.atEnd(number) * 16 + characters.atStart(number);
    this.numbers[code] = number;
    return number;
  }

  private addWords(number: number, lasts: string): void {
    for (let at = 0; at < lasts.length; at++) {
      const pair = number * NUMBERS + this.characters.numberOf(lasts.charCodeAt(at));
      this.words[this.placeOf(pair)] = pair;
    }
  }

  private isWord(first: number, last: number): boolean {
    const pair = first * NUMBERS + last;
    return this.words[this.placeOf(pair)] === pair;
  }

  /** Where a word stands, or the empty place where it would stand. */
  private placeOf(pair: number): number {
    const { words } = this;
    let place = Math.imul(pair, SCATTER) >>> WORD_SHIFT;
    while (words[place] !== 0 && words[place] !== pair) place = (place + 1) & (words.length - 1);
    return place;
  }

  /** Whether a character that stands twice is the end of a word in front or the beginning of one behind. */
  private mayBeDoubled(text: string, at: number, number: number): boolean {
    const { characters, lexicon } = this;
    const isAtEnd = characters.atStart(number) <= HARDLY_ALONE && lexicon.isGenreWord(text.slice(Math.max(0, at - 1), at + 1));
    return isAtEnd || (characters.atEnd(number) <= HARDLY_ALONE && lexicon.isGenreWord(text.slice(at + 1, at + 3)));
  }

  /** Whether a pair may be wrong beside its neighbours, or in the phrase that it stands in. */
  private mayBeWrong(text: string, at: number, first: number, last: number, isInFront: boolean, isBehind: boolean): boolean {
    const atEnd = (this.borders[first] ?? 0) >>> 4;
    const atStart = (this.borders[last] ?? 0) & 15;
    // 消防|讯息: a neighbour takes a character of the pair.
    const isTaken = isInFront || isBehind;
    const mayBeFirst = !isTaken || atEnd <= STUCK;
    const mayBeLast = !isTaken || atStart <= STUCK;
    if ((!mayBeFirst && !mayBeLast) || !this.isCandidate(text, at, first, last)) return false;
    const isClosed = !isTaken && atEnd + atStart <= CLOSED;
    return isClosed || this.lexicon.isInPhrase(text, at, { isInFront, isBehind, mayBeFirst, mayBeLast });
  }

  /** Whether a pair that is no word is a right pair with one character taken for another, and no exception; remembered for a while. */
  private isCandidate(text: string, at: number, first: number, last: number): boolean {
    const pair = first * NUMBERS + last;
    const place = Math.imul(pair, SCATTER) >>> MEMORY_SHIFT;
    const known = this.memory[place] ?? 0;
    if (known >>> 1 === pair) return (known & 1) === 1;
    const beside = this.memory[place ^ 1] ?? 0;
    if (beside >>> 1 === pair) return (beside & 1) === 1;
    const isCandidate = this.characters.isMisspelling(first, last) && !this.lexicon.isException(text.slice(at, at + 2));
    const free = known !== 0 && beside === 0 ? place ^ 1 : place;
    this.memory[free] = pair * 2 + Number(isCandidate);
    return isCandidate;
  }
}
