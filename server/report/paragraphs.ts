import type { Span } from '../text/span.js';
import type { Figure } from './figures.js';
import { endsSentence, isPromise, isTabular, type Line } from './lines.js';
import { ReadContent } from './paragraph-content.js';
import type { Heading, Paragraph, ParagraphContent, ParagraphRole, Section } from './report.js';
import type { TitledName } from './titled-names.js';
import type { YearMention } from './years.js';

/** What a physical line is before lines are joined. */
export interface RoledLine {
  readonly line: Line;
  readonly role: ParagraphRole;
  readonly heading: Heading | undefined;
  readonly section: Section | undefined;
  /** Whether the line is, or begins with, its heading. */
  readonly startsHeading: boolean;
}

/** Shortest line that can be the first half of a cut sentence. */
const SHORTEST_CUT_LINE = 15;

/** Joins the physical lines that a page break or a hard wrap cut into logical paragraphs. */
export function joinParagraphs(lines: readonly RoledLine[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let pending: RoledLine[] = [];
  const flush = (): void => {
    const first = pending[0];
    if (first !== undefined) paragraphs.push(new LogicalParagraph(first, pending));
    pending = [];
  };
  for (const line of lines) {
    const last = pending.at(-1);
    if (last !== undefined && !continues(last, line)) flush();
    pending.push(line);
  }
  flush();
  return paragraphs;
}

function continues(line: RoledLine, next: RoledLine): boolean {
  if (next.startsHeading || line.role !== next.role) return false;
  if (line.role === 'title') return true;
  if (line.role === 'heading') return line.heading === next.heading;
  if (line.role !== 'body' && line.role !== 'opening') return false;
  if (line.startsHeading && line.heading?.ownLine === true) return false;
  const { text } = line.line;
  if (endsSentence(text) || isPromise(text) || text.length < SHORTEST_CUT_LINE) return false;
  return !isTabular(text) && !isTabular(next.line.text);
}

class LogicalParagraph implements Paragraph {
  readonly content: ParagraphContent;
  readonly pieces: readonly Span[];
  readonly heading: Heading | undefined;
  readonly section: Section | undefined;
  /** Length of the pieces before each piece. */
  readonly #passed: readonly number[];

  constructor(first: RoledLine, lines: readonly RoledLine[]) {
    this.content = new ReadContent(first.role, lines.map(({ line }) => line.text).join(''));
    this.heading = first.heading;
    this.section = first.section;
    this.pieces = lines.map(({ line }) => ({ start: line.start, end: line.end }));
    let passed = 0;
    this.#passed = this.pieces.map(({ start, end }) => {
      passed += end - start;
      return passed - (end - start);
    });
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
    const start = this.#sourceOf(this.#pieceAt(span.start), span.start);
    // The end of a span belongs to the piece of its last character, not to the beginning of the next.
    const end = span.end > span.start ? this.#sourceOf(this.#pieceAt(span.end - 1), span.end) : start;
    return { start, end };
  }

  #sourceOf(index: number, offset: number): number {
    const piece = this.pieces[index];
    if (piece === undefined) return 0;
    return Math.min(piece.start + offset - (this.#passed[index] ?? 0), piece.end);
  }

  /** Index of the piece that holds an offset of `text`. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#passed[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return Math.max(low - 1, 0);
  }
}
