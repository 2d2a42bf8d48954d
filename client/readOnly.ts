import { commands, type TextDocument, window } from 'vscode';
import { fileName } from './fileName.js';
import type { Say } from './messages.js';
import { isProjectFile } from './projectFiles.js';

const SAVE_AS = 'workbench.action.files.saveAs';

/** Says that a document is read-only, and what can be done. */
export async function tellReadOnly(say: Say, document: TextDocument): Promise<void> {
  if (isProjectFile(document.uri)) {
    void window.showWarningMessage(say('readOnly.projectFile'));
    return;
  }
  const saveAs = say('readOnly.saveAs');
  if ((await window.showWarningMessage(say('readOnly.report', fileName(document.uri)), saveAs)) !== saveAs) return;
  await window.showTextDocument(document, { preview: false });
  await commands.executeCommand(SAVE_AS);
}
