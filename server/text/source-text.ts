import { countLeading } from './count-leading.js';
import { lineStartsOf } from './line-starts.js';
import type { Span } from './span.js';
import { changeBetween, type TextChange } from './text-change.js';

/** A place in a text as the Language Server Protocol counts it: from 0, characters in UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** What separates lines. */
export type LineEnd = '\n' | '\r\n' | '\r';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * An untouched text with the starts of its lines.
 *
 * Lines end at `\r\n`, `\n` or `\r` and at nothing else, as in the Language Server Protocol.
 * Offsets are UTF-16 code units into `text`; a byte order mark and carriage returns count like
 * any other character. Any string is accepted, lone surrogates included.
 */
export class SourceText {
  /** The text as it was given. */
  readonly text: string;
  private readonly lineStarts: Uint32Array;
  #lineEnd: LineEnd | undefined;

  /** @param lineStarts where the lines of the text start, for whoever knows it already. */
  constructor(text: string, lineStarts: Uint32Array = lineStartsOf(text)) {
    this.text = text;
    this.lineStarts = lineStarts;
  }

  /** By what stretch this text differs from another version of it. */
  changeSince(previous: SourceText): TextChange {
    return changeBetween(previous.text, this.text);
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** The line (from 0) that holds an offset; offsets outside the text are moved to its nearest end. */
  lineAt(offset: number): number {
    return Math.max(countLeading(this.lineStarts.length, (line) => this.startOfLine(line) <= offset) - 1, 0);
  }

  /** Offset to line and character. An offset inside a line end is placed before it, as `TextDocument` does. */
  positionAt(offset: number): TextPosition {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(inside);
    const start = this.startOfLine(line);
    return { line, character: this.beforeLineEnd(inside, start) - start };
  }

  /** Line and character to offset. A character beyond the line is placed at its end, a line beyond the text at the end of the text. */
  offsetAt(position: TextPosition): number {
    if (position.line >= this.lineStarts.length) return this.text.length;
    if (position.line < 0) return 0;
    const start = this.startOfLine(position.line);
    if (position.character <= 0) return start;
    const next = this.startOfLine(position.line + 1);
    return this.beforeLineEnd(Math.min(start + position.character, next), start);
  }

  /** Offset at which a line (from 0) starts; the length of the text for a line beyond it. */
  startOfLine(line: number): number {
    return this.lineStarts[line] ?? this.text.length;
  }

  /** A line without its line end. */
  lineSpan(line: number): Span {
    const start = this.startOfLine(line);
    return { start, end: this.beforeLineEnd(this.startOfLine(line + 1), start) };
  }

  /** The text of a span. */
  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** The line end that most lines of the text use; `\n` where there is none. */
  get lineEnd(): LineEnd {
    this.#lineEnd ??= this.countLineEnds();
    return this.#lineEnd;
  }

  private countLineEnds(): LineEnd {
    const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
    for (let line = 1; line < this.lineStarts.length; line++) {
      const next = this.startOfLine(line);
      if (this.text.charCodeAt(next - 1) === CARRIAGE_RETURN) counts['\r']++;
      else if (this.text.charCodeAt(next - 2) === CARRIAGE_RETURN) counts['\r\n']++;
      else counts['\n']++;
    }
    if (counts['\r\n'] > counts['\n'] && counts['\r\n'] >= counts['\r']) return '\r\n';
    return counts['\r'] > counts['\n'] ? '\r' : '\n';
  }

  private beforeLineEnd(offset: number, lineStart: number): number {
    let end = offset;
    while (end > lineStart && isLineEnd(this.text.charCodeAt(end - 1))) end--;
    return end;
  }
}

/** Whether a UTF-16 code unit ends a line. */
export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}
