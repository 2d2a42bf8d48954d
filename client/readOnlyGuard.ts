import { commands, type Disposable, type TextDocument, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import { LARGEST_REPORT_BYTES } from '../server/report/report-bytes.js';
import { decodeText, withoutMark } from '../server/text/decoding.js';
import type { ClientContext, Feature } from './clientContext.js';
import { REPORT_LANGUAGE } from './languages.js';
import type { Say } from './messages.js';
import { isProjectFile } from './projectFiles.js';
import { tellReadOnly } from './readOnly.js';
import { isUserFile } from './userFiles.js';

/** Reads the file in front from the disk again. */
const REVERT = 'workbench.action.files.revert';
/** What was written so shortly ago may be newer than what the editor has read. */
const SETTLED_MILLISECONDS = 3000;

/**
 * Takes back what changes a read-only report or project file, and says so. Whoever asks the editor to apply an edit to a file (a
 * quick fix in the list of problems, another extension) changes a read-only one, too: its text is then another than that of
 * the file, counts as saved, and is lost.
 */
export function createReadOnlyGuard({ say }: ClientContext): Feature {
  const subscription: Disposable = workspace.onDidChangeTextDocument((event) => {
    if (mayBeLost(event)) void takeBack(event.document, say);
  });
  return { commands: {}, dispose: () => subscription.dispose() };
}

/** A text that has changed and counts as saved: it was read again from the disk, or is read-only. */
function mayBeLost({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  if (contentChanges.length === 0 || document.isDirty || document.isUntitled || !isUserFile(document)) return false;
  return document.languageId === REPORT_LANGUAGE || isProjectFile(document.uri);
}

async function takeBack(document: TextDocument, say: Say): Promise<void> {
  if (!(await differsFromFile(document))) return;
  const isShown = window.visibleTextEditors.some((editor) => editor.document === document);
  if (isShown) {
    const { version } = document;
    await window.showTextDocument(document, { preview: false });
    await commands.executeCommand(REVERT);
    // It is the file's text after all, which we take for another one: in an encoding of its own.
    if (document.version === version) return;
  }
  await tellReadOnly(say, document);
}

async function differsFromFile(document: TextDocument): Promise<boolean> {
  const { uri } = document;
  // A project file that no editor shows is closed before its file is read.
  const changed = document.getText();
  try {
    const [{ mtime }, bytes] = await Promise.all([workspace.fs.stat(uri), workspace.fs.readFile(uri)]);
    const text = bytes.length > LARGEST_REPORT_BYTES ? undefined : decodeText(bytes);
    if (text === undefined || document.isDirty) return false;
    const isSettled = workspace.fs.isWritableFileSystem(uri.scheme) === false || Math.abs(Date.now() - mtime) > SETTLED_MILLISECONDS;
    return isSettled && linesOf(text) !== linesOf(changed);
  } catch {
    return false;
  }
}

/** The text as it is compared: the editor makes all line ends the same, and shows no byte order mark. */
function linesOf(text: string): string {
  return withoutMark(text).replace(/\r\n?/gu, '\n');
}
