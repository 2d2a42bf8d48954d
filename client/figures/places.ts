import { Range, type TextDocument, TextEditorRevealType, type Uri, ViewColumn, window, workspace } from 'vscode';
import { editorRange } from '../editorRange.js';
import type { FigureRow } from './messages.js';
import { findAgain } from './findAgain.js';

/** Opens a file beside the panel and selects a figure in it. @throws where the file cannot be opened */
export async function showFigure(uri: Uri, { text, range }: Pick<FigureRow, 'text' | 'range'>, version?: number): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const selection = placeOf(document, text, editorRange(range), version);
  const editor = await window.showTextDocument(document, { viewColumn: columnOf(document), selection, preview: false });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The row whose figure holds a place; undefined where none does. */
export function rowAt(rows: readonly Pick<FigureRow, 'range'>[], line: number, character: number): number | undefined {
  const index = rows.findIndex(
    ({ range: { start, end } }) =>
      (start.line < line || (start.line === line && start.character <= character)) &&
      (line < end.line || (line === end.line && character <= end.character)),
  );
  return index === -1 ? undefined : index;
}

/** Where a figure stands, should the text have been edited since it was read. */
function placeOf(document: TextDocument, text: string, range: Range, version: number | undefined): Range {
  if (document.version === version) return range;
  const found = findAgain(document.getText(), text, document.offsetAt(range.start));
  if (found === undefined) return document.validateRange(new Range(range.start, range.start));
  return new Range(document.positionAt(found), document.positionAt(found + text.length));
}

/** Where the document is shown already, else the first column: not on top of the panel. */
function columnOf(document: TextDocument): ViewColumn {
  return window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn ?? ViewColumn.One;
}
