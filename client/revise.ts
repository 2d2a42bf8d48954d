import { type TextDocument, TextEdit, window } from 'vscode';
import type { TextEdit as ServerEdit } from 'vscode-languageserver-types';
import { type Edited, editDocument } from './editDocument.js';
import { editorRange } from './editorRange.js';
import type { MessageKey, Say } from './messages.js';
import { tellReadOnly } from './readOnly.js';

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

/**
 * Says why a document was not revised, and what can be done.
 *
 * @param changed what is said where the document is not any more what the edits were made for.
 */
export function tellUnrevised(say: Say, document: TextDocument, why: Exclude<Revised, 'done'>, changed: MessageKey): void {
  if (why === 'readOnly') void tellReadOnly(say, document);
  else void window.showWarningMessage(say(why === 'changed' ? changed : 'command.fixAll.failed'));
}
