import type { ListedRule } from '../../language/rule-list.js';
import type { ReviewNote } from '../../language/review-note.js';

/** Name of the request for the findings of a report as a note to its writer (client to server). */
export const REVIEW_NOTE_REQUEST = 'fazhiReport/reviewNote';

/** Parameters of `fazhiReport/reviewNote`. */
export interface ReviewNoteParams {
  readonly textDocument: { readonly uri: string };
}

/** Answer to `fazhiReport/reviewNote`; null where the document is no report. */
export type ReviewNoteResult = ReviewNote | null;

/** Name of the request for all rules, as a list to choose from (client to server). */
export const RULES_REQUEST = 'fazhiReport/rules';

/** Parameters of `fazhiReport/rules`. */
export interface RulesParams {
  /** The report whose findings are counted; absent where there is none. */
  readonly textDocument?: { readonly uri: string };
}

/** Answer to `fazhiReport/rules`: those with findings first. */
export type RulesResult = readonly ListedRule[];
