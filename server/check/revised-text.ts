import type { SourceEdit } from '../rules/rule.js';

/** A stretch of the original text that is kept, or words that were put in. */
type Piece = { readonly start: number; readonly end: number } | string;

/** A text that is edited several times over and still knows by which edits of the original it came about. */
export class RevisedText {
  readonly #original: string;
  #pieces: readonly Piece[];
  #text: string;

  /** @param original the text before any edit. */
  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ start: 0, end: original.length }];
    this.#text = original;
  }

  /** The text as it stands after all edits. */
  get text(): string {
    return this.#text;
  }

  /** @param edits non-overlapping and in order, of the text as it stands. */
  apply(edits: readonly SourceEdit[]): void {
    if (edits.length === 0) return;
    const pieces: Piece[] = [];
    const reader = new PieceReader(this.#pieces);
    for (const { span, newText } of edits) {
      pieces.push(...reader.readTo(span.start));
      reader.readTo(span.end);
      if (newText !== '') pieces.push(newText);
    }
    pieces.push(...reader.readTo(Number.POSITIVE_INFINITY));
    this.#pieces = pieces;
    this.#text = pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /** The edits of the original that give the text as it stands: non-overlapping, in order, each as small as it can be. */
  edits(): readonly SourceEdit[] {
    const edits: SourceEdit[] = [];
    let at = 0;
    let inserted = '';
    const close = (start: number): void => {
      const edit = this.#smallest(at, start, inserted);
      if (edit !== undefined) edits.push(edit);
      inserted = '';
    };
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') {
        inserted += piece;
      } else {
        close(piece.start);
        at = piece.end;
      }
    }
    close(this.#original.length);
    return edits;
  }

  #textOf(piece: Piece): string {
    return typeof piece === 'string' ? piece : this.#original.slice(piece.start, piece.end);
  }

  /** What replaces a stretch, without what both have in common at either end; undefined where nothing is left. */
  #smallest(start: number, end: number, inserted: string): SourceEdit | undefined {
    const removed = this.#original.slice(start, end);
    const shorter = Math.min(removed.length, inserted.length);
    let head = 0;
    while (head < shorter && removed.charCodeAt(head) === inserted.charCodeAt(head)) head++;
    let tail = 0;
    while (tail < shorter - head && removed.charCodeAt(removed.length - 1 - tail) === inserted.charCodeAt(inserted.length - 1 - tail))
      tail++;
    if (head === removed.length && head === inserted.length) return undefined;
    return { span: { start: start + head, end: end - tail }, newText: inserted.slice(head, inserted.length - tail) };
  }
}

/** Reads pieces from the first to the last, up to one place of the text after the other. */
class PieceReader {
  readonly #pieces: readonly Piece[];
  #index = 0;
  /** How much of the piece at `#index` is read. */
  #inside = 0;
  /** Offset in the text that the pieces make. */
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** The pieces from where reading stopped to an offset. */
  readTo(offset: number): Piece[] {
    const read: Piece[] = [];
    while (this.#at < offset) {
      const piece = this.#pieces[this.#index];
      if (piece === undefined) break;
      const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      const end = Math.min(length, this.#inside + offset - this.#at);
      const part =
        typeof piece === 'string' ? piece.slice(this.#inside, end) : { start: piece.start + this.#inside, end: piece.start + end };
      if (end > this.#inside) read.push(part);
      this.#at += end - this.#inside;
      this.#inside = end === length ? 0 : end;
      if (end === length) this.#index++;
    }
    return read;
  }
}
