import type { SourceText } from '../text/source-text.js';

/** Finds line and character of offsets that mostly follow one another: only a leap is a search. */
export class LineCursor {
  /** The line (from 0) that was found last. */
  line = -1;
  /** The character (from 0, UTF-16) in it. */
  character = 0;
  private start = 0;
  private contentEnd = 0;
  private next = 0;

  constructor(private readonly source: SourceText) {}

  /** Finds an offset, as `SourceText.positionAt` does. */
  seek(offset: number): void {
    const inside = Math.max(0, Math.min(offset, this.source.text.length));
    if (inside < this.start || inside >= this.next) this.goTo(inside);
    // A place inside a line end is placed before it.
    this.character = Math.min(inside, this.contentEnd) - this.start;
  }

  private goTo(offset: number): void {
    const isNext = offset >= this.next && offset < this.source.startOfLine(this.line + 2);
    this.line = isNext ? this.line + 1 : this.source.lineAt(offset);
    const { start, end } = this.source.lineSpan(this.line);
    this.start = start;
    this.contentEnd = end;
    this.next = this.source.startOfLine(this.line + 1);
  }
}
