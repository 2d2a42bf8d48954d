import type { Range, SnippetTextEdit, TextEdit } from 'vscode-languageserver-types';
import type { Checklist, ChecklistRow, RowMark, RowRemedy } from '../../language/checklist-row.js';

export type { Checklist, ChecklistRow, RowMark, RowRemedy };

/** Name of the request for the checklist of a report (client to server); answered with null for what is not checked. */
export const CHECKLIST_REQUEST = 'fazhiReport/checklist';

/** Parameters of `fazhiReport/checklist`. */
export interface ChecklistParams {
  readonly textDocument: { readonly uri: string };
}

/** Answer to `fazhiReport/checklist`. */
export interface ChecklistResult extends Checklist {
  /** Version of the document that the checklist is of. */
  readonly version: number;
}

/** Name of the request for the edit that a row's remedy is (client to server); answered with null where there is none. */
export const CHECKLIST_EDIT_REQUEST = 'fazhiReport/checklistEdit';

/** Parameters of `fazhiReport/checklistEdit`. */
export interface ChecklistEditParams {
  readonly textDocument: { readonly uri: string };
  /** `ChecklistRow.id` */
  readonly id: string;
}

/** Answer to `fazhiReport/checklistEdit`: edits that do not overlap, in order. */
export interface ChecklistEdit {
  /** Version of the document that the edits are for; on any other they would destroy something. */
  readonly version: number;
  readonly edits: readonly (TextEdit | SnippetTextEdit)[];
}

/** A place of a document, as `fazhiReport.showPlace` takes it beside the id of a row. */
export interface DocumentPlace {
  readonly uri: string;
  readonly range: Range;
}
