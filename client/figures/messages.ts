import type { FigureRow, FiguresResult } from '../../server/protocol/messages/figures.js';
import type { Locale, MessageKey } from '../messages.js';

export type { ComparedFigureRow, FigureRow, FiguresResult } from '../../server/protocol/messages/figures.js';

/** Kind of the panel, as the window remembers it over a reload; package.json names it, too. */
export const FIGURES_VIEW = 'fazhiReport.figures';

/** Name of one text of the panel. */
export type FigureTextKey = Extract<MessageKey, `figures.${string}`>;

/** The texts of the panel in the language of the user, `{0}` … left as they are. */
export type FigureTexts = Readonly<Record<FigureTextKey, string>>;

/** What the panel is told. */
export type ToPanel =
  | {
      readonly type: 'show';
      /** null: the file is not checked as a report. */
      readonly table: FiguresResult | null;
      readonly texts: FigureTexts;
      readonly locale: Locale;
    }
  /** The file of the table, before the table is there: what is kept over a reload of the window. */
  | { readonly type: 'file'; readonly uri: string }
  /** The row in whose figure the caret stands; absent where it stands in none. */
  | { readonly type: 'caret'; readonly row?: number }
  | { readonly type: 'failed'; readonly text: string };

/** What the panel asks for. */
export type FromPanel =
  /** Its script runs: it can be told something. */
  | { readonly type: 'ready' }
  /** Go to a figure; `row` is its place in `table.rows`. */
  | { readonly type: 'goTo'; readonly row: number }
  /** Go to a figure of last year's report. */
  | { readonly type: 'goToPrevious'; readonly figure: Pick<FigureRow, 'text' | 'range'> }
  | { readonly type: 'copy'; readonly text: string; readonly rows: number }
  | { readonly type: 'choosePrevious' };

/** What the panel keeps when the window is loaded again. */
export interface PanelState {
  readonly uri?: string;
  readonly sort?: Sort;
  readonly words?: string;
  readonly section?: string;
  readonly change?: ChangeFilter;
}

/** Columns by which the table can be sorted; `place` is the order of the text. */
export type SortColumn = 'place' | 'of' | 'value' | 'unit' | 'section' | 'previous' | 'difference' | 'percent';

/** How the rows are ordered. */
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Which rows are shown by how they stand to last year's. */
export type ChangeFilter = 'all' | 'more' | 'less' | 'same' | 'new' | 'unpaired';
