import { classesOf, COUNTED } from './character-classes.js';
import { isFurnitureLine } from './furniture.js';
import { HeadingWords } from './heading-words.js';
import { isTabular } from './line-forms.js';
import { type LineMarker, readMarker } from './markers.js';
import type { ParagraphContent } from './report.js';
import { type RunIn, splitRunIn } from './run-in.js';
import { readSignOffWords, type SignOffWords } from './sign-off-words.js';

/**
 * What a physical line says, wherever it stands: its text and all that follows from it alone, read when first asked for.
 * It outlives edits of the other lines.
 */
export class LineContent {
  /** Without indentation, Markdown marks and trailing blanks. */
  readonly text: string;
  /** Its length in 字. */
  readonly characters: number;
  /** Classes of its characters. */
  readonly classes: number;
  /** The content of the paragraph that it begins, or that it began when it last began one. */
  paragraph: ParagraphContent | undefined;
  #marker: LineMarker | null | undefined;
  #signOff: SignOffWords | null | undefined;
  #isFurniture: boolean | undefined;
  #isTabular: boolean | undefined;
  #runIn: RunIn | undefined;
  #words: HeadingWords | undefined;

  constructor(text: string) {
    this.text = text;
    let characters = 0;
    let classes = 0;
    for (let at = 0; at < text.length; at++) {
      const own = classesOf(text.charCodeAt(at));
      classes |= own;
      characters += own & COUNTED;
    }
    this.characters = characters;
    this.classes = classes;
    this.paragraph = undefined;
  }

  /** The heading number at its start. */
  get marker(): LineMarker | undefined {
    if (this.#marker === undefined) this.#marker = readMarker(this.text) ?? null;
    return this.#marker ?? undefined;
  }

  /** Agency and date, where it is nothing but these. */
  get signOff(): SignOffWords | undefined {
    if (this.#signOff === undefined) this.#signOff = readSignOffWords(this.text) ?? null;
    return this.#signOff ?? undefined;
  }

  /** Whether it is page furniture where it stands above or below the text proper. */
  get isFurniture(): boolean {
    this.#isFurniture ??= isFurnitureLine(this.text);
    return this.#isFurniture;
  }

  /** Whether it is a row of a table saved as text. */
  get isTabular(): boolean {
    this.#isTabular ??= isTabular(this.text, this.classes);
    return this.#isTabular;
  }

  /**
   * Where its heading ends, if it is a numbered one.
   *
   * @param textStart offset of the heading's words.
   */
  runIn(textStart: number): RunIn {
    if (this.#runIn?.textStart !== textStart) this.#runIn = splitRunIn(this.text, textStart);
    return this.#runIn;
  }

  /**
   * Those of its words that are a heading's, if it is one.
   *
   * @param start offset into `text`.
   */
  headingWords(start: number, length: number): HeadingWords {
    const known = this.#words;
    if (known !== undefined && known.start === start && known.whole.length === length) return known;
    const words = new HeadingWords(this.text.slice(start, start + length), start);
    this.#words = words;
    return words;
  }
}
