import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { isRecord } from '../text/is-record.js';
import { lineStartsAfter, lineStartsOf, type Replacement } from '../text/line-starts.js';
import { SourceText } from '../text/source-text.js';

/**
 * A document that the client has open. An edit costs what it replaces; of the rest only the text is joined anew.
 * Places are read as `TextDocument` of vscode-languageserver-textdocument reads them.
 */
export class OpenDocument {
  #version: number;
  #source: SourceText;
  #lineStarts: Uint32Array;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    version: number,
    text: string,
  ) {
    this.#version = version;
    const { source, lineStarts } = textOf(text);
    this.#source = source;
    this.#lineStarts = lineStarts;
  }

  /** The version that the client gave to the text. */
  get version(): number {
    return this.#version;
  }

  /** The text with its lines; a later edit leaves it as it is. */
  get source(): SourceText {
    return this.#source;
  }

  /** The whole text. */
  getText(): string {
    return this.#source.text;
  }

  /**
   * Takes over what the client has changed, one change after the other.
   *
   * @throws Error where a change makes no sense; the document then stays as it was.
   */
  edit(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    let text: EditedText = { source: this.#source, lineStarts: this.#lineStarts };
    let waiting: Replacement[] = [];
    // Below this line the text is still the one that the waiting replacements were read in.
    let firstLine = Number.POSITIVE_INFINITY;
    for (const change of changes) {
      const range = rangeOf(change);
      if (range === undefined) {
        text = textOf(change.text);
        waiting = [];
        firstLine = Number.POSITIVE_INFINITY;
        continue;
      }
      if (Math.max(range.start.line, range.end.line, 0) >= firstLine) {
        text = replaced(text, waiting);
        waiting = [];
      }
      const one = text.source.offsetAt(range.start);
      const other = text.source.offsetAt(range.end);
      const start = Math.min(one, other);
      waiting.push({ start, end: Math.max(one, other), text: change.text });
      firstLine = text.source.lineAt(start);
    }
    const { source, lineStarts } = replaced(text, waiting);
    this.#source = source;
    this.#lineStarts = lineStarts;
    this.#version = version;
  }
}

interface EditedText {
  readonly source: SourceText;
  readonly lineStarts: Uint32Array;
}

function textOf(text: string): EditedText {
  const lineStarts = lineStartsOf(text);
  return { source: new SourceText(text, lineStarts), lineStarts };
}

/** Does some replacements, no two of them on one line, that come from the end of a text to its beginning. */
function replaced({ source, lineStarts }: EditedText, replacements: readonly Replacement[]): EditedText {
  const { text } = source;
  const pieces: string[] = [];
  let rest = 0;
  const inOrder = replacements.toReversed();
  for (const one of inOrder) {
    pieces.push(text.slice(rest, one.start), one.text);
    rest = one.end;
  }
  pieces.push(text.slice(rest));
  const starts = lineStartsAfter(lineStarts, text, inOrder);
  return { source: new SourceText(pieces.join(''), starts), lineStarts: starts };
}

/** How `TextDocuments` makes and edits documents. */
export const OPEN_DOCUMENTS = Object.freeze({
  create: (uri: string, languageId: string, version: number, text: string): OpenDocument =>
    new OpenDocument(uri, languageId, version, text),
  update: (document: OpenDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument => {
    document.edit(changes, version);
    return document;
  },
});

/** The range that a change replaces; undefined where it replaces the whole text. */
function rangeOf(change: unknown): Range | undefined {
  if (!isRecord(change) || typeof change.text !== 'string') throw new Error('not a change of a document');
  const { range, rangeLength } = change;
  if (range === undefined && rangeLength === undefined) return undefined;
  if (!isRecord(range)) throw new Error('not a change of a document');
  return { start: positionOf(range.start), end: positionOf(range.end) };
}

function positionOf(value: unknown): Position {
  if (!isRecord(value) || !Number.isInteger(value.line) || !Number.isInteger(value.character)) throw new Error('not a position');
  return { line: Number(value.line), character: Number(value.character) };
}
