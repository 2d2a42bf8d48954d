import {
  commands,
  type Disposable,
  EndOfLine,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextDocumentContentChangeEvent,
  window,
  workspace,
} from 'vscode';
import { LARGEST_REPORT_BYTES } from '../server/report/report-size.js';
import { decodeText, withoutMark } from '../server/text/decoding.js';
import type { ClientContext, Feature } from './clientContext.js';
import { isKnownReadOnly } from './knownReadOnly.js';
import { MARKDOWN, REPORT_LANGUAGE } from './languages.js';
import { isProjectFile } from './projectFiles.js';
import { tellReadOnly } from './readOnly.js';
import { isUserFile } from './userFiles.js';

/** Reads the file in front from the disk again. */
const REVERT = 'workbench.action.files.revert';
/** What was written so shortly ago may be newer than what the editor has read. */
const SETTLED_MILLISECONDS = 3000;
/** Encodings that a person may have had a file read in, other than the one that we take it for. */
const OTHER_ENCODINGS = [
  ...['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'euc-kr', 'koi8-r', 'macintosh', 'iso-8859-2'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => `windows-${page}`),
];

/** What has happened to a document since its file was last looked at. */
interface Changed {
  readonly changes: TextDocumentContentChangeEvent[];
  /** Afterwards. Kept, as a project file that no editor shows is closed before its file is read. */
  text: string;
}

/**
 * Takes back what changes a read-only report or project file, and says so. Whoever asks the editor to apply an edit to a file (a
 * quick fix in the list of problems, another extension) changes a read-only one, too: its text is then another than that of
 * the file, counts as saved, and is lost.
 *
 * Nothing is done unless it is certain that this is what happened: the file is known to be read-only, and the document is the
 * file with the edit applied. A document that was read again, in whatever encoding, is the file.
 */
export function createReadOnlyGuard(context: ClientContext): Feature {
  /** Documents whose files are being looked at. */
  const looking = new Map<TextDocument, Changed>();
  const look = async (document: TextDocument, changed: Changed): Promise<void> => {
    const isToBeTakenBack = await isLost(document, changed, context);
    looking.delete(document);
    if (isToBeTakenBack) await takeBack(document, context);
  };
  const subscription: Disposable = workspace.onDidChangeTextDocument((event) => {
    if (!mayBeLost(event, context)) return;
    const { document, contentChanges } = event;
    const known = looking.get(document);
    const changed = known ?? { changes: [], text: '' };
    changed.changes.push(...contentChanges);
    changed.text = document.getText();
    if (known !== undefined) return;
    looking.set(document, changed);
    void look(document, changed);
  });
  return { commands: {}, dispose: () => subscription.dispose() };
}

/** A text that has changed and counts as saved: it was read again from the disk, or is read-only. */
function mayBeLost({ document, contentChanges }: TextDocumentChangeEvent, { isChecked }: ClientContext): boolean {
  if (contentChanges.length === 0 || document.isDirty || document.isUntitled || !isUserFile(document)) return false;
  const { languageId, uri } = document;
  return languageId === REPORT_LANGUAGE || (languageId === MARKDOWN && isChecked(document)) || isProjectFile(uri);
}

async function takeBack(document: TextDocument, { say }: ClientContext): Promise<void> {
  // One side of a comparison has no column, and is not in front when its document is shown.
  const editor = window.visibleTextEditors.find((one) => one.document === document && one.viewColumn !== undefined);
  if (editor?.viewColumn !== undefined) {
    const { version } = document;
    await window.showTextDocument(document, { viewColumn: editor.viewColumn, preview: false });
    await commands.executeCommand(REVERT);
    // It is the file's text after all, which we take for another one: in an encoding of its own.
    if (document.version === version) return;
  }
  await tellReadOnly(say, document);
}

/** Whether a document is what became of its read-only file by changes that can never be saved. */
async function isLost(document: TextDocument, changed: Changed, { isLocked }: ClientContext): Promise<boolean> {
  const { uri } = document;
  try {
    const stat = await workspace.fs.stat(uri);
    if (stat.size > LARGEST_REPORT_BYTES || !isSettled(uri.scheme, stat.mtime)) return false;
    if (!(await isKnownReadOnly(document, stat, isLocked))) return false;
    const bytes = await workspace.fs.readFile(uri);
    const file = decodeText(bytes);
    if (file === undefined || document.isDirty) return false;
    const text = inLines(changed.text);
    return text !== inLines(file) && text === inLines(apply(changed.changes, asShown(file, document))) && !isReadOtherwise(bytes, text);
  } catch {
    return false;
  }
}

/** Whether a file was not written just now: where nothing can be written, it never was. */
function isSettled(scheme: string, mtime: number): boolean {
  return workspace.fs.isWritableFileSystem(scheme) === false || Math.abs(Date.now() - mtime) > SETTLED_MILLISECONDS;
}

/** The text of a file as an editor has it: without byte order mark, with line ends of one kind. */
function asShown(file: string, { eol }: TextDocument): string {
  const text = inLines(file);
  return eol === EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text;
}

/** The text as it is compared. */
function inLines(text: string): string {
  return withoutMark(text).replace(/\r\n?/gu, '\n');
}

function apply(changes: readonly TextDocumentContentChangeEvent[], text: string): string {
  return changes.reduce(
    (before, change) => before.slice(0, change.rangeOffset) + change.text + before.slice(change.rangeOffset + change.rangeLength),
    text,
  );
}

/** Whether a text is that of the file in some encoding: a person had it read in that. */
function isReadOtherwise(bytes: Uint8Array, text: string): boolean {
  return OTHER_ENCODINGS.some((encoding) => inLines(new TextDecoder(encoding).decode(bytes)) === text);
}
