import { COMMON_WORDS } from '../knowledge/common-words.js';
import { GENRE_PHRASES, GENRE_WORDS } from '../knowledge/genre-words.js';
import { TYPO_EXCEPTIONS } from '../knowledge/typo-exceptions.js';
import type { CodeUnits } from '../text/code-units.js';
import type { CharacterConfusion } from './character-confusion.js';
import { CLOSED, HARDLY_ALONE, STUCK } from './typo-judgement.js';
import type { WordBorderClasses } from './word-border-classes.js';

/** One more than the largest code of a character that the tables hold. */
const CODES = 0x10000;
/** Bits of the filter for phrases: a power of two. */
const FILTER = 0x10000;
/** Odd numbers that scatter the characters of a phrase, by their places. */
const SCATTER = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;
const SHORTEST_PHRASE = 3;
const LONGEST_PHRASE = 4;

/**
 * Pairs of characters that may be a misspelling, as sets of bits: the search looks at every pair of every text, and nearly all
 * of them are dismissed here by one look, the others by their neighbours.
 */
export class TypoPairs {
  /** A number for each character that stands in a pair; 0: none. */
  private readonly numbers = new Uint16Array(CODES);
  /** The bit of a pair is the number of its first character × size + that of its last. */
  private readonly size: number;
  /** Pairs that are no word, and a word or a part of a phrase with one character taken for another. */
  private readonly candidates: Uint32Array;
  /** Right words of every kind. */
  private readonly words: Uint32Array;
  /** The bits of those that misspellings are looked for in. */
  private readonly genre = new Set<number>();
  /** Scattered keys of phrases with one character left out. */
  private readonly filter = new Uint32Array(FILTER >>> 5);
  /** Keys of phrases with one character left out to the characters that may stand there. */
  private readonly phrases = new Map<number, string>();

  constructor(
    private readonly confusion: CharacterConfusion,
    private readonly borders: WordBorderClasses,
  ) {
    const genre = GENRE_WORDS.flatMap(({ words }) => words.split(' '));
    const phrases = GENRE_PHRASES.flatMap(({ words }) => words.split(' '));
    // What stands in every text comes first, so that what is looked up for it lies close together.
    this.size = numberAll([genre, phrases, COMMON_WORDS, confusion.characters()], this.numbers);
    this.words = new Uint32Array(((this.size * this.size) >>> 5) + 1);
    for (const word of genre) this.genre.add(this.bitAt(word, 0));
    const right = new Set(genre);
    for (const phrase of phrases) {
      for (let at = 0; at + 1 < phrase.length; at++) right.add(phrase.slice(at, at + 2));
      this.addPhrase(phrase);
    }
    this.candidates = misspellings([...right], confusion, this.numbers, this.size);
    for (const list of [genre, COMMON_WORDS]) for (const word of list) set(this.words, this.bitAt(word, 0));
    for (const list of [[...right], COMMON_WORDS, ...TYPO_EXCEPTIONS.map(({ pairs }) => pairs.split(' '))]) {
      for (const pair of list) unset(this.candidates, this.bitAt(pair, 0));
    }
  }

  /**
   * The next place where a misspelling may stand, by the pair there and the characters beside it; about half of the places
   * that are told hold one.
   *
   * @returns an offset not below `from`; the text's length where there is no such place.
   */
  next(text: CodeUnits, from: number): number {
    const { numbers, size, candidates } = this;
    const { units, length } = text;
    if (from + 1 >= length) return length;
    let row = numbers[units[from] ?? 0] ?? 0;
    for (let at = from + 1; at < length; at++) {
      const column = numbers[units[at] ?? 0] ?? 0;
      const bit = row * size + column;
      if (row === column) {
        if (row !== 0 && this.mayBeDoubled(text, at - 1)) return at - 1;
      } else if ((((candidates[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1 && this.mayBeWrong(text, at - 1)) return at - 1;
      row = column;
    }
    return length;
  }

  /** Whether a character that stands twice is the end of a word in front or the beginning of one behind. */
  private mayBeDoubled(text: CodeUnits, at: number): boolean {
    const code = text.units[at] ?? 0;
    const isAtEnd = this.borders.atStart(code) <= HARDLY_ALONE && this.genre.has(this.bitBefore(text, at));
    return isAtEnd || (this.borders.atEnd(code) <= HARDLY_ALONE && this.genre.has(this.bitBehind(text, at)));
  }

  /** Whether a candidate may be wrong beside its neighbours, or in the phrase that it stands in. */
  private mayBeWrong(text: CodeUnits, at: number): boolean {
    const first = text.units[at] ?? 0;
    const last = text.units[at + 1] ?? 0;
    // 消防|讯息: a neighbour takes a character of the pair.
    const isInFront = has(this.words, this.bitBefore(text, at));
    const isBehind = has(this.words, this.bitBehind(text, at));
    const isTaken = isInFront || isBehind;
    if (!isTaken && this.borders.openness(first, last) <= CLOSED) return true;
    const mayBeFirst = !isTaken || this.borders.atEnd(first) <= STUCK;
    const mayBeLast = !isTaken || this.borders.atStart(last) <= STUCK;
    if (!mayBeFirst && !mayBeLast) return false;
    for (let length = SHORTEST_PHRASE; length <= LONGEST_PHRASE; length++) {
      const most = Math.min(isInFront ? at - 1 : at, text.length - length);
      for (let start = Math.max(0, at + 2 + Number(isBehind) - length); start <= most; start++) {
        const key = keyOf(text.units, start, length);
        if (mayBeFirst && this.isSlip(text.units, start, at, key)) return true;
        if (mayBeLast && this.isSlip(text.units, start, at + 1, key)) return true;
      }
    }
    return false;
  }

  /** Whether a phrase has at a place another character, for which the one that stands there is taken. */
  private isSlip(units: Uint16Array, start: number, at: number, key: number): boolean {
    const code = units[at] ?? 0;
    const rest = (key - termOf(code, at - start)) | 0;
    if (!has(this.filter, scattered(rest))) return false;
    const wrong = String.fromCharCode(code);
    for (const right of this.phrases.get(rest) ?? '') if (this.confusion.isTakenFor(wrong, right)) return true;
    return false;
  }

  private addPhrase(phrase: string): void {
    let key = phrase.length;
    for (let at = 0; at < phrase.length; at++) key = (key + termOf(phrase.charCodeAt(at), at)) | 0;
    for (let at = 0; at < phrase.length; at++) {
      const rest = (key - termOf(phrase.charCodeAt(at), at)) | 0;
      set(this.filter, scattered(rest));
      this.phrases.set(rest, (this.phrases.get(rest) ?? '') + phrase.charAt(at));
    }
  }

  /** The bit of the pair at an offset. */
  private bitAt(text: string, at: number): number {
    return (this.numbers[text.charCodeAt(at)] ?? 0) * this.size + (this.numbers[text.charCodeAt(at + 1)] ?? 0);
  }

  /** The bit of the first character of a pair with the one in front of it. */
  private bitBefore({ units }: CodeUnits, at: number): number {
    const before = at > 0 ? (this.numbers[units[at - 1] ?? 0] ?? 0) : 0;
    return before * this.size + (this.numbers[units[at] ?? 0] ?? 0);
  }

  /** The bit of the last character of a pair with the one behind it. */
  private bitBehind({ units, length }: CodeUnits, at: number): number {
    const behind = at + 2 < length ? (this.numbers[units[at + 2] ?? 0] ?? 0) : 0;
    return (this.numbers[units[at + 1] ?? 0] ?? 0) * this.size + behind;
  }
}

/** Numbers every character of some texts from 1; answers one more than the last number. */
function numberAll(lists: readonly Iterable<string>[], numbers: Uint16Array): number {
  let count = 1;
  for (const texts of lists) {
    for (const text of texts) {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (numbers[code] === 0) numbers[code] = count++;
      }
    }
  }
  return count;
}

/** The bits of right pairs with one character taken for another; the right ones may be among them. */
function misspellings(pairs: readonly string[], confusion: CharacterConfusion, numbers: Uint16Array, size: number): Uint32Array {
  const bits = new Uint32Array(((size * size) >>> 5) + 1);
  for (const pair of pairs) {
    for (let place = 0; place < 2; place++) {
      const offset = place === 0 ? (numbers[pair.charCodeAt(1)] ?? 0) : (numbers[pair.charCodeAt(0)] ?? 0) * size;
      const factor = place === 0 ? size : 1;
      for (const group of confusion.groupsOf(pair.charAt(place))) {
        for (let at = 0; at < group.length; at++) {
          const bit = offset + (numbers[group.charCodeAt(at)] ?? 0) * factor;
          bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
        }
      }
    }
  }
  return bits;
}

/** A number for the characters of a phrase in their order, the sum of their terms; another phrase may have the same. */
function keyOf(units: Uint16Array, start: number, length: number): number {
  let key = length;
  for (let at = 0; at < length; at++) key = (key + termOf(units[start + at] ?? 0, at)) | 0;
  return key;
}

function termOf(code: number, at: number): number {
  return Math.imul(code, SCATTER[at] ?? 0);
}

function scattered(key: number): number {
  return (key ^ (key >>> 16)) & (FILTER - 1);
}

function set(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

function unset(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) & ~(1 << (bit & 31));
}

function has(bits: Uint32Array, bit: number): boolean {
  return (((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}
