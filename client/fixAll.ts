import { type CodeAction, commands, Range, type TextDocument, window, workspace } from 'vscode';
import { FIX_ALL_ACTION_KIND } from '../server/protocol/messages.js';
import { editDocument } from './editDocument.js';
import type { Say } from './messages.js';
import { tellReadOnly } from './readOnly.js';
import { tellUnrevised } from './revise.js';

/** Mends everything in a document that is safe to mend, as one step that one undo takes back, and says how it went. */
export async function fixAll(document: TextDocument, say: Say): Promise<void> {
  // Nothing is offered there: it is not that there were nothing to mend.
  if (workspace.fs.isWritableFileSystem(document.uri.scheme) === false) {
    void tellReadOnly(say, document);
    return;
  }
  const { version } = document;
  const actions = await fixesOf(document).catch(() => fixesOf(document));
  // What came is made for the text as it was; on any other it would destroy something.
  if (document.version !== version) {
    void window.showWarningMessage(say('command.fixAll.changed'));
    return;
  }
  const edits = actions.find(({ kind }) => kind?.value === FIX_ALL_ACTION_KIND)?.edit?.get(document.uri) ?? [];
  if (edits.length === 0) {
    void window.showInformationMessage(say('command.fixAll.none'));
    return;
  }
  const edited = await editDocument(document, edits);
  if (edited === 'done') window.setStatusBarMessage(say('command.fixAll.done'), 5000);
  else tellUnrevised(say, document, edited, 'command.fixAll.changed');
}

/** What mends all of a document. The editor gives up asking when a server comes, or goes, in the meantime: it is asked again then. */
async function fixesOf(document: TextDocument): Promise<readonly CodeAction[]> {
  const everything = document.validateRange(new Range(0, 0, document.lineCount, 0));
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, everything, FIX_ALL_ACTION_KIND, 1);
}
