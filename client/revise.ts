import { type TextDocument, TextEdit, window } from 'vscode';
import type { TextEdit as ServerEdit } from 'vscode-languageserver-types';
import type { RevisionParams, RevisionResult } from '../server/protocol/messages/revision.js';
import { askServer, documentInFront } from './askServer.js';
import type { ClientContext } from './clientContext.js';
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

/** What is said of how a revision went. */
export interface RevisionWords {
  /** Says that so many edits were made. */
  readonly done: (edits: number) => unknown;
  readonly none: MessageKey;
  readonly changed: MessageKey;
  readonly notAReport: MessageKey;
}

/** Revises the active document as the server says, as one step that one undo takes back, and says how it went. */
export async function reviseInFront(context: ClientContext, request: string, words: RevisionWords): Promise<void> {
  const { say } = context;
  const document = documentInFront(context);
  if (document === undefined) return;
  const { uri, version } = document;
  const params: RevisionParams = { textDocument: { uri: uri.toString() }, version };
  const result = await askServer<RevisionParams, RevisionResult>(context, request, params);
  if (result === undefined) return;
  if (result.kind !== 'revised') {
    void window.showWarningMessage(say(result.kind === 'changed' ? words.changed : words.notAReport));
    return;
  }
  if (result.edits.length === 0) {
    void window.showInformationMessage(say(words.none));
    return;
  }
  const revised = await revise(document, version, result.edits);
  if (revised === 'done') words.done(result.edits.length);
  else tellUnrevised(say, document, revised, words.changed);
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
