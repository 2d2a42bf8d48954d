import { GENRE_PHRASES } from '../knowledge/genre-words.js';
import { isHan } from '../text/characters.js';
import { lazy } from '../text/lazy.js';
import { remembered } from '../text/remembered.js';
import type { TypoCharacters } from './typo-characters.js';
import { HARDLY_ALONE, STUCK } from './typo-judgement.js';

/** Characters that stand between words by themselves, before and behind one. */
const WORDS_IN_FRONT: ReadonlySet<string> = new Set('的了和与及等对为在是将把被以从并由向按已未再更较也都就而或之其该各全本我不');
const WORDS_BEHIND: ReadonlySet<string> = new Set(
  '的了和与及等对为在是将把被以从并由向按已未再更较也都就而或之其该各全本我不中后内上有无还强弱高低仍尚',
);

/** What a place of a text tells beside its pair of characters. */
export interface PairPlace {
  /** Whether the first character makes a word with the one in front. */
  readonly isInFront: boolean;
  /** Whether the last character makes a word with the one behind. */
  readonly isBehind: boolean;
  /** Whether the first character may be the wrong one, and whether the last. */
  readonly mayBeFirst: boolean;
  readonly mayBeLast: boolean;
}

/** A phrase that a wrong pair may stand in. */
interface MeantPhrase {
  /** Whether it is the first character of the pair that is wrong. */
  readonly isFirstWrong: boolean;
  /** What the phrase holds in front of the pair and behind it. */
  readonly front: string;
  readonly behind: string;
}

const NO_PHRASES: readonly MeantPhrase[] = Object.freeze([]);
const LONGEST_PHRASE = 4;
/** Wrong pairs whose phrases are remembered: a report holds a dozen. */
const MOST_REMEMBERED = 1000;

/** Right words and phrases, and what they say of a pair of characters among its neighbours. */
export class TypoLexicon {
  private readonly phrases = lazy(() => new Set(GENRE_PHRASES.flatMap(({ words }) => words.split(' '))));

  private readonly phraseText = lazy(() => ` ${GENRE_PHRASES.map(({ words }) => words).join(' ')} `);

  /** The phrases of three and four characters that a wrong pair may stand in. */
  private readonly phrasesMeantBy = remembered((wrong: string): readonly MeantPhrase[] => {
    const found = this.rightsOf(wrong).flatMap((right) => {
      const isFirstWrong = !right.startsWith(wrong.charAt(0));
      return this.phrasesWith(right).map(([front, behind]) => ({ isFirstWrong, front, behind }));
    });
    return found.length === 0 ? NO_PHRASES : found;
  }, MOST_REMEMBERED);

  constructor(private readonly characters: TypoCharacters) {}

  isWord(pair: string): boolean {
    if (pair.length !== 2) return false;
    return this.isGenreWord(pair) || this.characters.commonLastsOf(this.numberAt(pair, 0)).includes(pair.charAt(1));
  }

  isGenreWord(pair: string): boolean {
    return pair.length === 2 && this.characters.genreLastsOf(this.numberAt(pair, 0)).includes(pair.charAt(1));
  }

  isException(pair: string): boolean {
    return pair.length === 2 && this.characters.exceptionLastsOf(this.numberAt(pair, 0)).includes(pair.charAt(1));
  }

  /** Right pairs that differ from the wrong one in one confusable character. */
  rightsOf(wrong: string): string[] {
    const { characters } = this;
    const [first = '', last = ''] = wrong;
    const lasts = [...characters.rightLastsOf(this.numberAt(wrong, 0))]
      .filter((right) => characters.isTakenFor(last, right))
      .map((right) => first + right);
    const firsts = [...characters.rightFirstsOf(this.numberAt(wrong, 1))]
      .filter((right) => characters.isTakenFor(first, right))
      .map((right) => right + last);
    return [...lasts, ...firsts];
  }

  /** Whether the pair at an offset, put right, makes a phrase with its neighbours. */
  isInPhrase(text: string, at: number, { isInFront, isBehind, mayBeFirst, mayBeLast }: PairPlace): boolean {
    const end = at + 2;
    for (const { isFirstWrong, front, behind } of this.phrasesMeantBy(text.slice(at, end))) {
      if (!(isFirstWrong ? mayBeFirst : mayBeLast) || (isInFront && front === '') || (isBehind && behind === '')) continue;
      if (text.endsWith(front, at) && text.startsWith(behind, end)) return true;
    }
    return false;
  }

  /**
   * How long a phrase the right pair makes with its neighbours, in characters: at least so many of those in front and behind belong to it.
   * 0 where it makes none.
   */
  phraseLength(front: string, right: string, behind: string, mustFront: number, mustBehind: number): number {
    const text = front + right + behind;
    const at = front.length;
    const phrases = this.phrases();
    let longest = 0;
    for (let start = 0; start <= at - mustFront; start++) {
      for (let end = Math.max(at + 2 + mustBehind, start + 3); end <= Math.min(text.length, start + 4); end++) {
        if (end - start > longest && phrases.has(text.slice(start, end))) longest = end - start;
      }
    }
    return longest;
  }

  /** Whether the character in which the wrong pair differs hardly ever stands at that border of a word. */
  isStuck(wrong: string, right: string): boolean {
    const [first = '', last = ''] = wrong;
    return (
      (right.startsWith(first) ? this.characters.atStart(this.numberAt(last, 0)) : this.characters.atEnd(this.numberAt(first, 0))) <= STUCK
    );
  }

  /** Whether a word, its last character again and what follows can be nothing but a slip of the keys: 监督督. */
  isDoubledEnd(pair: string, behind: string): boolean {
    const last = pair.charAt(1);
    return (
      this.isGenreWord(pair) &&
      this.characters.atStart(this.numberAt(last, 0)) <= HARDLY_ALONE &&
      !this.isWord(last + behind.charAt(0)) &&
      this.beginsWord(behind)
    );
  }

  /** The same where the first character stands twice: 监监督. */
  isDoubledStart(front: string, pair: string): boolean {
    const first = pair.charAt(0);
    return (
      this.isGenreWord(pair) &&
      this.characters.atEnd(this.numberAt(first, 0)) <= HARDLY_ALONE &&
      !this.isWord(front.slice(-1) + first) &&
      this.endsWord(front)
    );
  }

  endsWord(front: string): boolean {
    const last = front.charCodeAt(front.length - 1);
    return Number.isNaN(last) || !isHan(last) || WORDS_IN_FRONT.has(front.slice(-1)) || this.isWord(front);
  }

  beginsWord(behind: string): boolean {
    const first = behind.charCodeAt(0);
    return Number.isNaN(first) || !isHan(first) || WORDS_BEHIND.has(behind.charAt(0)) || this.isWord(behind);
  }

  /** See `TypoCharacters.openness`. */
  openness(pair: string): number {
    return this.characters.openness(this.numberAt(pair, 0), this.numberAt(pair, 1));
  }

  private numberAt(text: string, at: number): number {
    return this.characters.numberOf(text.charCodeAt(at));
  }

  /** The phrases that hold a pair: what stands in them in front of it and behind it. */
  private phrasesWith(pair: string): [front: string, behind: string][] {
    const text = this.phraseText();
    const found: [string, string][] = [];
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) {
      const start = text.lastIndexOf(' ', at) + 1;
      const end = text.indexOf(' ', at);
      if (end - start <= LONGEST_PHRASE) found.push([text.slice(start, at), text.slice(at + pair.length, end)]);
    }
    return found;
  }
}
