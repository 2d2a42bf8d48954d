import { type CodeAction, commands, Range, type TextDocument, window, workspace } from 'vscode';
import { FIX_ALL_ACTION_KIND } from '../server/protocol/messages.js';
import type { Say } from './messages.js';

/** Mends everything in a document that is safe to mend, as one step that one undo takes back, and says how it went. */
export async function fixAll(document: TextDocument, say: Say): Promise<void> {
  const { version } = document;
  const everything = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.validateRange(everything),
    FIX_ALL_ACTION_KIND,
    1,
  );
  // What came is made for the text as it was; on any other it would destroy something.
  if (document.version !== version) {
    void window.showWarningMessage(say('command.fixAll.changed'));
    return;
  }
  const edit = actions.find(({ kind }) => kind?.value === FIX_ALL_ACTION_KIND)?.edit;
  if (edit === undefined || edit.size === 0) {
    void window.showInformationMessage(say('command.fixAll.none'));
    return;
  }
  if (await workspace.applyEdit(edit)) window.setStatusBarMessage(say('command.fixAll.done'), 5000);
  else void window.showWarningMessage(say('command.fixAll.failed'));
}
