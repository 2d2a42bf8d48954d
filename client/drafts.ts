import {
  EndOfLine,
  languages,
  type Position,
  Range,
  Selection,
  type SnippetString,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import { MARKDOWN, type REPORT_LANGUAGE } from './languages.js';

/** What a new, unsaved document is to be. */
export interface Draft {
  /** Without extension; what the file is called when it is saved. May be empty. */
  readonly title: string;
  /** Where it is saved without a question; undefined where nobody knows. */
  readonly folder: Uri | undefined;
  readonly language: typeof REPORT_LANGUAGE | typeof MARKDOWN;
}

/** What must not stand in the name of a file anywhere. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]/gu;
const LONGEST_NAME = 80;

/** Opens a new empty document that is not on disk, named after its title where it has a folder, and shows it. */
export async function openDraft(draft: Draft): Promise<TextEditor> {
  const document = (await openNamed(draft)) ?? (await workspace.openTextDocument({ language: draft.language }));
  return window.showTextDocument(document, { preview: false });
}

/** Undefined where a file of that name exists, or a draft that has been begun. */
async function openNamed({ title, folder, language }: Draft): Promise<TextDocument | undefined> {
  const name = title.replace(NOT_IN_NAMES, '').trim().slice(0, LONGEST_NAME);
  // Elsewhere the editor asks for the place, and offers the first line as the name.
  if (name === '' || folder === undefined || !canHoldDrafts(folder)) return undefined;
  const uri = Uri.joinPath(folder, `${name}${language === MARKDOWN ? '.md' : '.txt'}`).with({ scheme: 'untitled' });
  if (workspace.textDocuments.some((open) => open.uri.toString() === uri.toString())) return undefined;
  try {
    const document = await workspace.openTextDocument(uri);
    return document.languageId === language ? document : await languages.setTextDocumentLanguage(document, language);
  } catch {
    return undefined;
  }
}

/**
 * Whether an unsaved document can have its place in a folder, or beside a file: the editor takes the scheme of its address for that of the
 * workspace, which is `file` unless all of the workspace is in another file system (vscode.dev).
 */
export function canHoldDrafts({ scheme }: Uri): boolean {
  const folders = workspace.workspaceFolders ?? [];
  return scheme === 'file' || (folders.length > 0 && folders.every((folder) => folder.uri.scheme === scheme));
}

/**
 * Puts a text into an empty draft, with line ends of its own.
 *
 * @returns false where the editor does not allow it.
 */
export function fillDraft(editor: TextEditor, text: string): Thenable<boolean> {
  return editor.edit((edit) => {
    edit.replace(new Range(0, 0, editor.document.lineCount, 0), text);
    if (/\r\n/u.test(text)) edit.setEndOfLine(EndOfLine.CRLF);
    else edit.setEndOfLine(EndOfLine.LF);
  });
}

/** What a writer fills in, as the server writes it. */
const BLANK = /_{4}/u;

/** Selects the first blank of a draft; goes to its beginning where it has none. */
export function selectFirstBlank(editor: TextEditor): void {
  const { document } = editor;
  const match = BLANK.exec(document.getText());
  const start: Position = document.positionAt(match?.index ?? 0);
  const end = match === null ? start : start.translate(0, match[0].length);
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Puts a skeleton into an empty draft, with tab stops at its blanks, the first one selected. */
export function fillWithSnippet(editor: TextEditor, snippet: SnippetString): Thenable<boolean> {
  return editor.insertSnippet(snippet, new Range(0, 0, editor.document.lineCount, 0));
}
