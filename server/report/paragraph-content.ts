import { type Figure, readFigures } from './figures.js';
import type { ParagraphContent, ParagraphRole } from './report.js';
import { readTitledNames, type TitledName } from './titled-names.js';
import { readYears, type YearMention } from './years.js';

/** Role and text of a logical paragraph with what was read from them so far. */
export class ReadContent implements ParagraphContent {
  readonly role: ParagraphRole;
  readonly text: string;
  #figures: readonly Figure[] | undefined;
  #titledNames: readonly TitledName[] | undefined;
  #years: readonly YearMention[] | undefined;
  /** Readers and what they read, by turns: there are few, and a map a paragraph would weigh more than all of its facts. */
  #facts: unknown[] | undefined;

  constructor(role: ParagraphRole, text: string) {
    this.role = role;
    this.text = text;
  }

  get figures(): readonly Figure[] {
    this.#figures ??= readFigures(this.text);
    return this.#figures;
  }

  get titledNames(): readonly TitledName[] {
    this.#titledNames ??= readTitledNames(this.text);
    return this.#titledNames;
  }

  get years(): readonly YearMention[] {
    this.#years ??= readYears(this.text);
    return this.#years;
  }

  fact<T>(read: (content: ParagraphContent) => T): T {
    this.#facts ??= [];
    const facts = this.#facts;
    for (let at = 0; at < facts.length; at += 2) {
      // The reader is the key: what stands behind it was made by it.
      if (facts[at] === read) return facts[at + 1] as T;
    }
    const value = read(this);
    facts.push(read, value);
    return value;
  }
}
