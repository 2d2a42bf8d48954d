/** A fixed list of words that can be asked for at a place of a text: the words by their first characters. */
export class WordStarts {
  /** By first code unit, longest first. */
  readonly #words: ReadonlyMap<number, readonly string[]>;

  constructor(words: readonly string[]) {
    const byFirst = new Map<number, string[]>();
    for (const word of [...words].sort((a, b) => b.length - a.length)) {
      const known = byFirst.get(word.charCodeAt(0));
      if (known === undefined) byFirst.set(word.charCodeAt(0), [word]);
      else known.push(word);
    }
    this.#words = byFirst;
  }

  /**
   * The longest word that begins at an offset.
   *
   * @param end offset at which the word must have ended.
   * @returns the empty string where none does.
   */
  longestAt(text: string, at: number, end = text.length): string {
    const words = this.#words.get(text.charCodeAt(at));
    if (words === undefined) return '';
    for (const word of words) if (at + word.length <= end && text.startsWith(word, at)) return word;
    return '';
  }
}
