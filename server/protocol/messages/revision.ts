import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { TidyKind } from '../../language/safe-fixes.js';

/** Name of the request that works out how a pasted text would be tidied (client to server). Nothing is changed by it. */
export const TIDY_REQUEST = 'fazhiReport/tidy';

/** Name of the request that works out how all headings would be numbered in order (client to server). */
export const RENUMBER_REQUEST = 'fazhiReport/renumberHeadings';

/** Name of the request that works out what mends all that can be mended safely (client to server). */
export const FIX_ALL_REQUEST = 'fazhiReport/fixAll';

/** Parameters of `fazhiReport/renumberHeadings` and `fazhiReport/fixAll`, and of `fazhiReport/tidy` for a whole text. */
export interface RevisionParams {
  readonly textDocument: { readonly uri: string };
  /** The version that the client has before it; about another one nothing is answered. */
  readonly version: number;
}

/** Parameters of `fazhiReport/tidy`. */
export interface TidyParams extends RevisionParams {
  /** What is to be tidied; absent for the whole text. */
  readonly range?: Range;
}

/** How many changes of one kind there are. */
export interface TidyCount {
  readonly kind: TidyKind;
  readonly count: number;
}

/** The text is another one than the client asked about: the answer would be of no use. */
export interface RevisionChanged {
  readonly kind: 'changed';
}

/** The document is not open, or no report. */
export interface RevisionRefused {
  readonly kind: 'not-a-report';
}

/** Answer to `fazhiReport/tidy`. */
export type TidyResult =
  | { readonly kind: 'tidied'; readonly text: string; readonly edits: readonly TextEdit[]; readonly counts: readonly TidyCount[] }
  | RevisionChanged
  | RevisionRefused;

/** Answer to `fazhiReport/fixAll` and `fazhiReport/renumberHeadings`: no edits where nothing is to be revised. */
export type RevisionResult = { readonly kind: 'revised'; readonly edits: readonly TextEdit[] } | RevisionChanged | RevisionRefused;
