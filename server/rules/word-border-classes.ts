import { AT_WORD_END, AT_WORD_START } from '../knowledge/word-borders.js';

/** One more than the largest code of a character that the tables hold. */
const CODES = 0x10000;

/** How often characters stand at the border of two words: their classes in `word-borders.ts`, 0 for those that hardly ever do. */
export class WordBorderClasses {
  private readonly ends = classes(AT_WORD_END);
  private readonly starts = classes(AT_WORD_START);

  /** The class of a character (its code) as the last one of a word. */
  atEnd(code: number): number {
    return this.ends[code] ?? 0;
  }

  /** The class of a character (its code) as the first one of a word. */
  atStart(code: number): number {
    return this.starts[code] ?? 0;
  }

  /** How open a pair is that is no word: the last character of one and the first of the next. */
  openness(first: number, last: number): number {
    return this.atEnd(first) + this.atStart(last);
  }
}

/** By the code of a character: the index of its string. */
function classes(table: readonly string[]): Uint8Array {
  const indexes = new Uint8Array(CODES);
  for (let index = 0; index < table.length; index++) {
    const characters = table[index] ?? '';
    for (let at = 0; at < characters.length; at++) indexes[characters.charCodeAt(at)] = index;
  }
  return indexes;
}
