import { CHARACTERS_BY_SOUND } from '../knowledge/characters-by-sound.js';
import { COMMON_WORDS } from '../knowledge/common-words.js';
import { GENRE_PHRASES, GENRE_WORDS } from '../knowledge/genre-words.js';
import { LOOK_ALIKE_PAIRS } from '../knowledge/look-alike-characters.js';
import { TYPO_EXCEPTIONS } from '../knowledge/typo-exceptions.js';
import { AT_WORD_END, AT_WORD_START } from '../knowledge/word-borders.js';
import { isHan } from '../text/characters.js';

/** Sounds that are typed for one another: with and without h behind z, c, s; n and ng at the end. */
const SAME_INITIAL = /^([zcs])h/u;
const SAME_FINAL = /ng$/u;

/** Characters that stand between words by themselves, before and behind one. */
const WORDS_IN_FRONT: ReadonlySet<string> = new Set('的了和与及等对为在是将把被以从并由向按已未再更较也都就而或之其该各全本我不');
const WORDS_BEHIND: ReadonlySet<string> = new Set(
  '的了和与及等对为在是将把被以从并由向按已未再更较也都就而或之其该各全本我不中后内上有无还强弱高低仍尚',
);

/** Words of grammar: they stand between any two words, and nobody types them for a noun or a verb. */
const GRAMMAR: ReadonlySet<string> = new Set('的了是也就都我你您不把给很才而么们这那哪他她它吗呢吧啊哦呀嘛俺咱想说');
/** The class in `word-borders.ts` up to which a character hardly ever stands at that border. */
const STUCK = 5;
/** The same where the character stands twice and its neighbours are words. */
const HARDLY_ALONE = 7;
/** One more than the largest code of a character that the tables hold. */
const CODES = 0x10000;

/** Right words, confusable characters, and the pairs of characters that the two give together. */
export class TypoLexicon {
  private readonly genre = new Set(GENRE_WORDS.flatMap(({ words }) => words.split(' ')));
  private readonly phrases = new Set(GENRE_PHRASES.flatMap(({ words }) => words.split(' ')));
  private readonly words = new Set([...this.genre, ...COMMON_WORDS]);
  private readonly exceptions = new Set(TYPO_EXCEPTIONS.flatMap(({ pairs }) => pairs.split(' ')));
  private readonly confusables = confusableCharacters();
  private readonly ends = classes(AT_WORD_END);
  private readonly starts = classes(AT_WORD_START);
  /** Right pairs by their first and by their last character. */
  private readonly byFirst = new Map<string, string>();
  private readonly byLast = new Map<string, string>();
  /** A number for each character that stands in a candidate; 0: none. */
  private readonly numbers = new Uint16Array(CODES);
  private readonly size: number;
  private readonly candidates: Uint32Array;

  constructor() {
    const pairs = new Set(this.genre);
    for (const phrase of this.phrases) {
      for (let at = 0; at + 1 < phrase.length; at++) pairs.add(phrase.slice(at, at + 2));
    }
    for (const pair of pairs) {
      const first = pair.charAt(0);
      const last = pair.charAt(1);
      this.byFirst.set(first, (this.byFirst.get(first) ?? '') + last);
      this.byLast.set(last, (this.byLast.get(last) ?? '') + first);
    }
    let count = 1;
    for (const right of this.confusables.keys()) this.numbers[right.charCodeAt(0)] = count++;
    this.size = count;
    this.candidates = misspellings(pairs, this.confusables, this.numbers, count);
    for (const pair of this.words) this.clear(pair);
    for (const pair of pairs) this.clear(pair);
    for (const pair of this.exceptions) this.clear(pair);
  }

  isCandidate(first: number, last: number): boolean {
    const row = this.numbers[first] ?? 0;
    const column = this.numbers[last] ?? 0;
    if (row === 0 || column === 0) return false;
    const bit = row * this.size + column;
    return (((this.candidates[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  isWord(pair: string): boolean {
    return this.words.has(pair);
  }

  isGenreWord(pair: string): boolean {
    return this.genre.has(pair);
  }

  isException(pair: string): boolean {
    return this.exceptions.has(pair);
  }

  /** Right pairs that differ from the wrong one in one confusable character. */
  rightsOf(wrong: string): string[] {
    const [first = '', last = ''] = wrong;
    const lasts = [...(this.byFirst.get(first) ?? '')].filter((right) => this.isConfusable(last, right)).map((right) => first + right);
    const firsts = [...(this.byLast.get(last) ?? '')].filter((right) => this.isConfusable(first, right)).map((right) => right + last);
    return [...lasts, ...firsts];
  }

  /**
   * How long a phrase the right pair makes with its neighbours, in characters: at least so many of those in front and behind belong to it.
   * 0 where it makes none.
   */
  phraseLength(front: string, right: string, behind: string, mustFront: number, mustBehind: number): number {
    const text = front + right + behind;
    const at = front.length;
    let longest = 0;
    for (let start = 0; start <= at - mustFront; start++) {
      for (let end = Math.max(at + 2 + mustBehind, start + 3); end <= Math.min(text.length, start + 4); end++) {
        if (end - start > longest && this.phrases.has(text.slice(start, end))) longest = end - start;
      }
    }
    return longest;
  }

  /** Whether the character in which the wrong pair differs hardly ever stands at that border of a word. */
  isStuck(wrong: string, right: string): boolean {
    const [first = '', last = ''] = wrong;
    return (right.startsWith(first) ? (this.starts[last.charCodeAt(0)] ?? 0) : (this.ends[first.charCodeAt(0)] ?? 0)) <= STUCK;
  }

  /** Whether a word, its last character again and what follows can be nothing but a slip of the keys: 监督督. */
  isDoubledEnd(pair: string, behind: string): boolean {
    const last = pair.charAt(1);
    return (
      this.genre.has(pair) &&
      (this.starts[last.charCodeAt(0)] ?? 0) <= HARDLY_ALONE &&
      !this.words.has(last + behind.charAt(0)) &&
      this.beginsWord(behind)
    );
  }

  /** The same where the first character stands twice: 监监督. */
  isDoubledStart(front: string, pair: string): boolean {
    const first = pair.charAt(0);
    return (
      this.genre.has(pair) &&
      (this.ends[first.charCodeAt(0)] ?? 0) <= HARDLY_ALONE &&
      !this.words.has(front.slice(-1) + first) &&
      this.endsWord(front)
    );
  }

  endsWord(front: string): boolean {
    const last = front.charCodeAt(front.length - 1);
    return Number.isNaN(last) || !isHan(last) || WORDS_IN_FRONT.has(front.slice(-1)) || this.words.has(front);
  }

  beginsWord(behind: string): boolean {
    const first = behind.charCodeAt(0);
    return Number.isNaN(first) || !isHan(first) || WORDS_BEHIND.has(behind.charAt(0)) || this.words.has(behind);
  }

  openness(pair: string): number {
    return (this.ends[pair.charCodeAt(0)] ?? 0) + (this.starts[pair.charCodeAt(1)] ?? 0);
  }

  private isConfusable(wrong: string, right: string): boolean {
    return this.confusables.get(right)?.includes(wrong) === true;
  }

  private clear(pair: string): void {
    const bit = (this.numbers[pair.charCodeAt(0)] ?? 0) * this.size + (this.numbers[pair.charCodeAt(1)] ?? 0);
    this.candidates[bit >>> 5] = (this.candidates[bit >>> 5] ?? 0) & ~(1 << (bit & 31));
  }
}

/** Each character to those that are taken for it. */
function confusableCharacters(): ReadonlyMap<string, string> {
  const bySound = new Map<string, string>();
  for (const [sound, characters] of CHARACTERS_BY_SOUND) {
    const blurred = sound.replace(SAME_INITIAL, '$1').replace(SAME_FINAL, 'n');
    bySound.set(blurred, (bySound.get(blurred) ?? '') + characters);
  }
  const confusables = new Map<string, string>();
  for (const characters of bySound.values()) {
    const wrongs = [...characters].filter((character) => !GRAMMAR.has(character)).join('');
    for (const character of characters) confusables.set(character, (confusables.get(character) ?? '') + wrongs);
  }
  for (const [one = '', other = ''] of LOOK_ALIKE_PAIRS) {
    confusables.set(one, (confusables.get(one) ?? '') + other);
    confusables.set(other, (confusables.get(other) ?? '') + one);
  }
  return confusables;
}

/** The bit of each pair, first × size + last by their numbers, that is a right one with one character taken for another. */
function misspellings(
  pairs: ReadonlySet<string>,
  confusables: ReadonlyMap<string, string>,
  numbers: Uint16Array,
  size: number,
): Uint32Array {
  const bits = new Uint32Array(((size * size) >>> 5) + 1);
  for (const pair of pairs) {
    const first = numbers[pair.charCodeAt(0)] ?? 0;
    const last = numbers[pair.charCodeAt(1)] ?? 0;
    const firsts = confusables.get(pair.charAt(0)) ?? '';
    const lasts = confusables.get(pair.charAt(1)) ?? '';
    for (let at = 0; at < firsts.length; at++) {
      const bit = (numbers[firsts.charCodeAt(at)] ?? 0) * size + last;
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    for (let at = 0; at < lasts.length; at++) {
      const bit = first * size + (numbers[lasts.charCodeAt(at)] ?? 0);
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }
  return bits;
}

/** By the code of a character: the index of its string. */
function classes(table: readonly string[]): Uint8Array {
  const indexes = new Uint8Array(CODES);
  table.forEach((characters, index) => {
    for (let at = 0; at < characters.length; at++) indexes[characters.charCodeAt(at)] = index;
  });
  return indexes;
}
