import { type TextDocument, type TextEdit, window } from 'vscode';

/** How it went: `readOnly` where the editor takes no changes, `refused` where the text has moved on. */
export type Edited = 'done' | 'readOnly' | 'refused';

/**
 * Applies edits to a document as one step that one undo takes back. It is done in an editor, which is shown for it where there is
 * none: editors leave a read-only document as it is, while `workspace.applyEdit` changes what then can never be saved.
 *
 * @param edits at least one; each changes something.
 */
export async function editDocument(document: TextDocument, edits: readonly TextEdit[]): Promise<Edited> {
  const column = window.visibleTextEditors.find((one) => one.document === document)?.viewColumn;
  const place = { preview: false, preserveFocus: true, ...(column === undefined ? {} : { viewColumn: column }) };
  // Not just any editor that has the document: one side of a comparison takes no changes, whatever the file is.
  const editor = await window.showTextDocument(document, place);
  const { version } = document;
  const isTaken = await editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(range, newText);
  });
  if (!isTaken) return 'refused';
  // It says that it has, also where it has not.
  return document.version === version ? 'readOnly' : 'done';
}
