import type { TextDocument } from 'vscode';

/** The part of a document that its beginning is read from. */
export type LineSource = Pick<TextDocument, 'lineCount' | 'lineAt'>;

/**
 * The beginning of a document. Costs the same for a short and for a very long one, also where all of it is one line.
 *
 * @param length how many UTF-16 code units at most.
 */
export function readHead(document: LineSource, length: number): string {
  let head = '';
  for (let line = 0; line < document.lineCount && head.length < length; line++) {
    head += `${document.lineAt(line).text.slice(0, length - head.length)}\n`;
  }
  return head.slice(0, length);
}
