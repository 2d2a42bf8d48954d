import { window } from 'vscode';
import { FIX_ALL_REQUEST, type FixAllResult, type RevisionParams } from '../server/protocol/messages/revision.js';
import { askServer, documentInFront } from './askServer.js';
import type { ClientContext, Feature } from './clientContext.js';
import { revise, tellUnrevised } from './revise.js';

/**
 * Mends everything in the active document that is safe to mend, as one step that one undo takes back, and says how it went.
 *
 * The server is asked itself: the editor, asked for its code actions, gives up or gives none while any extension brings or takes
 * away what offers them, which would be told as “nothing to mend”.
 */
export function createFixAll(context: ClientContext): Feature {
  return { commands: { fixAll: () => fixAll(context) }, dispose: () => undefined };
}

async function fixAll(context: ClientContext): Promise<void> {
  const { say } = context;
  const document = documentInFront(context);
  if (document === undefined) return;
  const { uri, version } = document;
  const params: RevisionParams = { textDocument: { uri: uri.toString() }, version };
  const result = await askServer<RevisionParams, FixAllResult>(context, FIX_ALL_REQUEST, params);
  if (result === undefined) return;
  if (result.kind !== 'fixed') {
    void window.showWarningMessage(say(result.kind === 'changed' ? 'command.fixAll.changed' : 'command.fixAll.notAReport'));
    return;
  }
  if (result.edits.length === 0) {
    void window.showInformationMessage(say('command.fixAll.none'));
    return;
  }
  const revised = await revise(document, version, result.edits);
  if (revised === 'done') window.setStatusBarMessage(say('command.fixAll.done'), 5000);
  else tellUnrevised(say, document, revised, 'command.fixAll.changed');
}
