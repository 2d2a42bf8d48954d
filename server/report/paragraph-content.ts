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
  #facts: Map<unknown, unknown> | undefined;

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
    this.#facts ??= new Map();
    // The function is the key: what stands below it was made by it.
    const known = this.#facts.get(read) as { readonly value: T } | undefined;
    if (known !== undefined) return known.value;
    const value = read(this);
    this.#facts.set(read, { value });
    return value;
  }
}
