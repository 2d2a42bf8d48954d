import type { FigureChange } from '../../folder/compare-figures.js';
import type { FigureRow } from '../../language/figure-table.js';

export type { FigureRow };

/** Name of the request for every figure of a report, beside last year's (client to server). */
export const FIGURES_REQUEST = 'fazhiReport/figures';

/** Parameters of `fazhiReport/figures`. */
export interface FiguresParams {
  readonly uri: string;
  /** The report to compare with; absent for last year's as the server finds it. */
  readonly previousUri?: string;
  /** The text of that report, for a file that the server may not know. */
  readonly previousText?: string;
}

/** A report as the table names it. */
export interface FiguresSource {
  readonly uri: string;
  /** Empty where it has none. */
  readonly title: string;
  readonly year?: number;
  /** Name of the reporting body. */
  readonly agency?: string;
}

/** A figure beside the same one of last year. */
export interface ComparedFigureRow extends FigureRow {
  /** Absent where there is none, or where it is not sure which it is. */
  readonly previous?: FigureRow & { readonly change: FigureChange };
  /** Last year's report surely has none like it. */
  readonly isNew: boolean;
}

/** Answer to `fazhiReport/figures`; null for a document that is not checked. */
export interface FiguresResult extends FiguresSource {
  /** Version of the document that the ranges of `rows` belong to. */
  readonly version: number;
  /** In the order of the text. */
  readonly rows: readonly ComparedFigureRow[];
  /** Absent where no other report is known. */
  readonly previous?: FiguresSource & {
    /** Figures of that report that none of this one was matched with. */
    readonly unmatched: readonly FigureRow[];
  };
}
