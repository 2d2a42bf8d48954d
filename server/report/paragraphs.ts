import { countLeading } from '../text/count-leading.js';
import type { Span } from '../text/span.js';
import type { Figure } from './figures.js';
import type { GrowingHeading } from './growing-heading.js';
import { endsSentence, isPromise } from './line-forms.js';
import type { Line } from './lines.js';
import type { Heading, Paragraph, ParagraphContent, ParagraphRole, Section } from './report.js';
import type { TitledName } from './titled-names.js';
import type { YearMention } from './years.js';

/** Shortest line that can be the first half of a cut sentence. */
const SHORTEST_CUT_LINE = 15;

/** Where the contents of paragraphs come from. */
export interface ContentSource {
  /** The content of a paragraph of one line, or of several. */
  contentOf(role: ParagraphRole, first: Line, joined: readonly Line[]): ParagraphContent;
}

/** The further lines of a paragraph of one line. */
const ALONE: readonly Line[] = Object.freeze([]);

/** Joins the physical lines that a page break or a hard wrap cut into logical paragraphs. */
export class ParagraphJoiner {
  readonly #paragraphs: LogicalParagraph[] = [];
  #first: Line | undefined;
  #last: Line | undefined;
  #joined: Line[] | undefined;
  #role: ParagraphRole = 'body';
  #heading: GrowingHeading | undefined;
  #section: Section | undefined;
  #startsHeading = false;

  constructor(private readonly contents: ContentSource) {}

  /**
   * Takes the next line.
   *
   * @param heading the nearest heading above, or the line's own.
   * @param startsHeading whether the line is, or begins with, its heading.
   */
  add(line: Line, role: ParagraphRole, heading?: GrowingHeading, section?: Section, startsHeading = false): void {
    if (this.#last !== undefined && !startsHeading && role === this.#role && this.#goesOn(this.#last, line, heading)) {
      this.#joined ??= [];
      this.#joined.push(line);
    } else {
      this.#flush();
      this.#first = line;
      this.#role = role;
      this.#heading = heading;
      this.#section = section;
    }
    this.#last = line;
    this.#startsHeading = startsHeading;
  }

  /** All paragraphs of the lines that were taken; running text has its place below its heading. */
  finish(): LogicalParagraph[] {
    this.#flush();
    return this.#paragraphs;
  }

  #flush(): void {
    if (this.#first === undefined) return;
    const content = this.contents.contentOf(this.#role, this.#first, this.#joined ?? ALONE);
    const paragraph = new LogicalParagraph(content, this.#heading, this.#section, this.#first, this.#joined);
    this.#paragraphs.push(paragraph);
    if (this.#role === 'body') this.#heading?.addParagraph(paragraph);
    this.#first = undefined;
    this.#joined = undefined;
  }

  /** Whether a line of the same role goes on with the line above. */
  #goesOn(above: Line, line: Line, heading: GrowingHeading | undefined): boolean {
    if (this.#role === 'title') return true;
    if (this.#role === 'heading') return this.#heading === heading;
    if (this.#role !== 'body' && this.#role !== 'opening') return false;
    if (this.#startsHeading && this.#heading?.ownLine === true) return false;
    const { text } = above.content;
    if (endsSentence(text) || isPromise(text) || text.length < SHORTEST_CUT_LINE) return false;
    return !above.content.isTabular && !line.content.isTabular;
  }
}

/** The text of the paragraph that some lines make. */
export function joinedText(first: Line, joined: readonly Line[]): string {
  return joined.length === 0 ? first.text : [first, ...joined].map(({ text }) => text).join('');
}

/** A paragraph with its place. */
class LogicalParagraph implements Paragraph {
  readonly content: ParagraphContent;
  readonly heading: Heading | undefined;
  readonly section: Section | undefined;
  readonly #first: Line;
  /** Its further lines; absent where it is a single line, as nearly all are. */
  readonly #joined: readonly Line[] | undefined;
  #pieces: readonly Span[] | undefined;
  /** Length of the pieces before each piece. */
  #passed: readonly number[] | undefined;

  constructor(
    content: ParagraphContent,
    heading: Heading | undefined,
    section: Section | undefined,
    first: Line,
    joined: readonly Line[] | undefined,
  ) {
    this.content = content;
    this.heading = heading;
    this.section = section;
    this.#first = first;
    this.#joined = joined;
  }

  get pieces(): readonly Span[] {
    this.#pieces ??= [this.#first, ...(this.#joined ?? ALONE)].map(({ span }) => span);
    return this.#pieces;
  }

  get role(): ParagraphRole {
    return this.content.role;
  }

  get text(): string {
    return this.content.text;
  }

  get figures(): readonly Figure[] {
    return this.content.figures;
  }

  get titledNames(): readonly TitledName[] {
    return this.content.titledNames;
  }

  get years(): readonly YearMention[] {
    return this.content.years;
  }

  fact<T>(read: (content: ParagraphContent) => T): T {
    return this.content.fact(read);
  }

  toSource(span: Span): Span {
    if (this.#joined === undefined) {
      const { start: from, end } = this.#first;
      const start = Math.min(from + span.start, end);
      return { start, end: span.end > span.start ? Math.min(from + span.end, end) : start };
    }
    const start = this.#sourceOf(this.#pieceAt(span.start), span.start);
    // The end of a span belongs to the piece of its last character, not to the beginning of the next.
    const end = span.end > span.start ? this.#sourceOf(this.#pieceAt(span.end - 1), span.end) : start;
    return { start, end };
  }

  get #passedBefore(): readonly number[] {
    if (this.#passed === undefined) {
      let passed = 0;
      this.#passed = this.pieces.map(({ start, end }) => {
        passed += end - start;
        return passed - (end - start);
      });
    }
    return this.#passed;
  }

  #sourceOf(index: number, offset: number): number {
    const piece = this.pieces[index];
    if (piece === undefined) return 0;
    return Math.min(piece.start + offset - (this.#passedBefore[index] ?? 0), piece.end);
  }

  /** Index of the piece that holds an offset of `text`. */
  #pieceAt(offset: number): number {
    const passed = this.#passedBefore;
    return Math.max(countLeading(this.pieces.length, (index) => (passed[index] ?? 0) <= offset) - 1, 0);
  }
}
