import type { Span } from '../text/span.js';
import { type Figure, readFigures } from './figures.js';
import { type Line, endsSentence } from './lines.js';
import type { Heading, Paragraph, ParagraphRole, Section } from './report.js';
import { readYears, type YearMention } from './years.js';

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
  if (endsSentence(text) || text.length < SHORTEST_CUT_LINE) return false;
  return !isTabular(text) && !isTabular(next.line.text);
}

/** Rows of a table saved as text: cells apart by tabs or by runs of blanks. */
function isTabular(text: string): boolean {
  return /\t|\S[ \u3000]{2,}\S+[ \u3000]{2,}\S/u.test(text);
}

class LogicalParagraph implements Paragraph {
  readonly role: ParagraphRole;
  readonly text: string;
  readonly pieces: readonly Span[];
  readonly heading: Heading | undefined;
  readonly section: Section | undefined;
  #figures: readonly Figure[] | undefined;
  #years: readonly YearMention[] | undefined;

  constructor(first: RoledLine, lines: readonly RoledLine[]) {
    this.role = first.role;
    this.heading = first.heading;
    this.section = first.section;
    this.pieces = lines.map(({ line }) => ({ start: line.start, end: line.end }));
    this.text = lines.map(({ line }) => line.text).join('');
  }

  get figures(): readonly Figure[] {
    this.#figures ??= readFigures(this.text);
    return this.#figures;
  }

  get years(): readonly YearMention[] {
    this.#years ??= readYears(this.text);
    return this.#years;
  }

  toSource(span: Span): Span {
    let passed = 0;
    let start: number | undefined;
    for (const piece of this.pieces) {
      const length = piece.end - piece.start;
      if (start === undefined && (span.start < passed + length || piece === this.pieces.at(-1)))
        start = piece.start + (span.start - passed);
      if (start !== undefined && span.end <= passed + length) return { start, end: Math.max(start, piece.start + (span.end - passed)) };
      passed += length;
    }
    const last = this.pieces.at(-1)?.end ?? 0;
    return { start: Math.min(start ?? last, last), end: last };
  }
}
