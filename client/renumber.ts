import { window } from 'vscode';
import { RENUMBER_REQUEST, type RenumberResult, type RevisionParams } from '../server/protocol/messages/revision.js';
import { askServer, documentInFront } from './askServer.js';
import type { ClientContext, Feature } from './clientContext.js';
import { revise, tellUnrevised } from './revise.js';

/** Numbers the headings of the active document in order, as one step, and says how many numbers have changed. */
export function createRenumber(context: ClientContext): Feature {
  return { commands: { renumberHeadings: () => renumber(context) }, dispose: () => undefined };
}

async function renumber(context: ClientContext): Promise<void> {
  const { say } = context;
  const document = documentInFront(context);
  if (document === undefined) return;
  const { uri, version } = document;
  const params: RevisionParams = { textDocument: { uri: uri.toString() }, version };
  const result = await askServer<RevisionParams, RenumberResult>(context, RENUMBER_REQUEST, params);
  if (result === undefined) return;
  if (result.kind !== 'renumbered') {
    void window.showWarningMessage(say(result.kind === 'changed' ? 'renumber.changed' : 'renumber.notAReport'));
    return;
  }
  if (result.edits.length === 0) {
    void window.showInformationMessage(say('renumber.none'));
    return;
  }
  const revised = await revise(document, version, result.edits);
  if (revised === 'done') void window.showInformationMessage(say('renumber.done', result.edits.length));
  else tellUnrevised(say, document, revised, 'renumber.changed');
}
