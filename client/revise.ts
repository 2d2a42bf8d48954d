import { type TextDocument, TextEdit } from 'vscode';
import type { TextEdit as ServerEdit } from 'vscode-languageserver-types';
import { type Edited, editDocument } from './editDocument.js';
import { editorRange } from './editorRange.js';

/** How it went: `changed` where the document is not any more what the edits were made for. */
export type Revised = Edited | 'changed';

/**
 * Applies edits of the server to a document as one step that one undo takes back.
 *
 * @param version the version that the edits were made for.
 */
export async function revise(document: TextDocument, version: number, edits: readonly ServerEdit[]): Promise<Revised> {
  // On any other text they would destroy something.
  if (document.isClosed || document.version !== version) return 'changed';
  return editDocument(
    document,
    edits.map(({ range, newText }) => TextEdit.replace(editorRange(range), newText)),
  );
}
