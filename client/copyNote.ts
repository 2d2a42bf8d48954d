import { env, window } from 'vscode';
import { REVIEW_NOTE_REQUEST, type ReviewNoteParams, type ReviewNoteResult } from '../server/protocol/messages/review.js';
import { askServer, documentInFront } from './askServer.js';
import type { ClientContext, Feature } from './clientContext.js';

/** Copies the findings of the active document as a note that can be sent to its writer. */
export function createCopyNote(context: ClientContext): Feature {
  return { commands: { copyNote: () => copyNote(context) }, dispose: () => undefined };
}

async function copyNote(context: ClientContext): Promise<void> {
  const { say } = context;
  const document = documentInFront(context);
  if (document === undefined) return;
  const params: ReviewNoteParams = { textDocument: { uri: document.uri.toString() } };
  const note = await askServer<ReviewNoteParams, ReviewNoteResult>(context, REVIEW_NOTE_REQUEST, params);
  if (note === undefined) return;
  if (note === null || note.count === 0) {
    // What the clipboard holds may still be wanted.
    void window.showInformationMessage(say(note === null ? 'note.notAReport' : 'note.none'));
    return;
  }
  await env.clipboard.writeText(note.text);
  void window.showInformationMessage(say('note.copied', note.count));
}
