import { COMMON_WORDS } from '../knowledge/common-words.js';
import { GENRE_PHRASES, GENRE_WORDS } from '../knowledge/genre-words.js';
import { TYPO_EXCEPTIONS } from '../knowledge/typo-exceptions.js';
import { isHan } from '../text/characters.js';
import type { CharacterConfusion } from './character-confusion.js';
import { HARDLY_ALONE, STUCK } from './typo-judgement.js';
import type { WordBorderClasses } from './word-border-classes.js';

/** Characters that stand between words by themselves, before and behind one. */
const WORDS_IN_FRONT: ReadonlySet<string> = new Set('的了和与及等对为在是将把被以从并由向按已未再更较也都就而或之其该各全本我不');
const WORDS_BEHIND: ReadonlySet<string> = new Set(
  '的了和与及等对为在是将把被以从并由向按已未再更较也都就而或之其该各全本我不中后内上有无还强弱高低仍尚',
);

/** Right words and phrases, and what they say of a pair of characters among its neighbours. */
export class TypoLexicon {
  private readonly genre = new Set(GENRE_WORDS.flatMap(({ words }) => words.split(' ')));
  private readonly phrases = new Set(GENRE_PHRASES.flatMap(({ words }) => words.split(' ')));
  private readonly words = new Set([...this.genre, ...COMMON_WORDS]);
  private readonly exceptions = new Set(TYPO_EXCEPTIONS.flatMap(({ pairs }) => pairs.split(' ')));
  /** Right pairs by their first and by their last character. */
  private readonly byFirst = new Map<string, string>();
  private readonly byLast = new Map<string, string>();

  constructor(
    private readonly confusion: CharacterConfusion,
    private readonly borders: WordBorderClasses,
  ) {
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
    const lasts = [...(this.byFirst.get(first) ?? '')]
      .filter((right) => this.confusion.isTakenFor(last, right))
      .map((right) => first + right);
    const firsts = [...(this.byLast.get(last) ?? '')]
      .filter((right) => this.confusion.isTakenFor(first, right))
      .map((right) => right + last);
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
    return (right.startsWith(first) ? this.borders.atStart(last.charCodeAt(0)) : this.borders.atEnd(first.charCodeAt(0))) <= STUCK;
  }

  /** Whether a word, its last character again and what follows can be nothing but a slip of the keys: 监督督. */
  isDoubledEnd(pair: string, behind: string): boolean {
    const last = pair.charAt(1);
    return (
      this.genre.has(pair) &&
      this.borders.atStart(last.charCodeAt(0)) <= HARDLY_ALONE &&
      !this.words.has(last + behind.charAt(0)) &&
      this.beginsWord(behind)
    );
  }

  /** The same where the first character stands twice: 监监督. */
  isDoubledStart(front: string, pair: string): boolean {
    const first = pair.charAt(0);
    return (
      this.genre.has(pair) &&
      this.borders.atEnd(first.charCodeAt(0)) <= HARDLY_ALONE &&
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

  /** See `WordBorderClasses.openness`. */
  openness(pair: string): number {
    return this.borders.openness(pair.charCodeAt(0), pair.charCodeAt(1));
  }
}
