import type { Range } from 'vscode-languageserver-types';
import type { Severity } from '../rules/rule.js';

/** How things stand with what a row is about: as it should be, or as bad as a finding of that severity. */
export type RowMark = 'good' | Severity;

/** What can be done about a row: `insert` brings in what is missing, `fix` mends it safely, `choose` leaves the writer a choice. */
export type RowRemedy = 'insert' | 'fix' | 'choose';

/** Lines from 0, the last one included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** One row of the checklist; everything a view needs to show it, in the language of the user. */
export interface ChecklistRow {
  /** Stays the same as long as the row is about the same thing, whatever else is written. */
  readonly id: string;
  readonly label: string;
  /** Stands behind the label, less prominent; may be empty. */
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
  readonly mark: RowMark;
  /** Where a click leads. */
  readonly range?: Range;
  /** Where the caret is said to stand in what the row is about. */
  readonly extents?: readonly LineSpan[];
  readonly remedy?: RowRemedy;
  /** Present in rows that are groups. */
  readonly children?: readonly ChecklistRow[];
  /** Whether a group is closed until it is opened. */
  readonly closed?: boolean;
  /** Stands for more than can be shown: a click leads to the list of all problems. */
  readonly isRest?: boolean;
}

/** The checklist of one report. */
export interface Checklist {
  readonly rows: readonly ChecklistRow[];
  /** Number of errors in the whole report. */
  readonly errors: number;
}
