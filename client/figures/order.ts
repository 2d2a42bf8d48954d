import type { ChangeFilter, ComparedFigureRow, FiguresResult, Sort, SortColumn } from './messages.js';

/** What of the rows is shown. */
export interface RowFilter {
  /** Words that must all stand in the row, parted by blanks; empty for every row. */
  readonly words: string;
  /** Name of the section; undefined for all. */
  readonly section: string | undefined;
  readonly change: ChangeFilter;
}

/** How many figures are compared with last year's, and how they went. */
export interface Balance {
  readonly paired: number;
  readonly more: number;
  readonly less: number;
  readonly same: number;
}

/**
 * The places of the rows in sorted order. Rows without a value for the column come last either way; equal ones stay in
 * the order of the text.
 *
 * @param locale by whose rules words are ordered: `zh-CN` orders them by their pinyin.
 */
export function sortedRows(rows: readonly ComparedFigureRow[], { column, descending }: Sort, locale: string): readonly number[] {
  const collator = new Intl.Collator(locale);
  const keys = rows.map((row, index) => keyOf(row, index, column));
  const sign = descending ? -1 : 1;
  return [...rows.keys()].sort((a, b) => {
    const left = keys[a];
    const right = keys[b];
    if (left === undefined || right === undefined) return left === right ? a - b : left === undefined ? 1 : -1;
    const difference = typeof left === 'string' ? collator.compare(left, String(right)) : left - Number(right);
    return difference === 0 ? a - b : sign * difference;
  });
}

/** Whether a row is shown. */
export function isShown(row: ComparedFigureRow, { words, section, change }: RowFilter): boolean {
  if (section !== undefined && row.section !== section) return false;
  if (!hasChange(row, change)) return false;
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return true;
  const all = [row.of, row.text, row.section, row.heading, row.before, row.after].join('\n').toLowerCase();
  return wanted.every((word) => all.includes(word));
}

/** Counts how the figures went that have one of last year beside them. */
export function balanceOf(rows: readonly ComparedFigureRow[]): Balance {
  const count = (change: ChangeFilter): number => rows.filter((row) => hasChange(row, change)).length;
  return {
    paired: rows.filter(({ previous }) => previous !== undefined).length,
    more: count('more'),
    less: count('less'),
    same: count('same'),
  };
}

/** The rows that have changed most by their share, largest first; shares and what was nothing have none. */
export function largestChanges({ rows }: FiguresResult, most: number): readonly number[] {
  const weight = (index: number): number => Math.abs(rows[index]?.previous?.change.percent ?? 0);
  return [...rows.keys()]
    .filter((index) => weight(index) > 0)
    .sort((a, b) => weight(b) - weight(a) || a - b)
    .slice(0, most);
}

function keyOf(row: ComparedFigureRow, index: number, column: SortColumn): string | number | undefined {
  switch (column) {
    case 'place':
      return index;
    case 'of':
    case 'unit':
    case 'section':
      return row[column] === '' ? undefined : row[column];
    case 'value':
      return row.value;
    case 'previous':
      return row.previous?.value;
    case 'difference':
    case 'percent':
      return row.previous?.change[column];
  }
}

function hasChange({ previous, isNew }: ComparedFigureRow, change: ChangeFilter): boolean {
  const difference = previous?.change.difference;
  switch (change) {
    case 'all':
      return true;
    case 'more':
      return difference !== undefined && difference > 0;
    case 'less':
      return difference !== undefined && difference < 0;
    case 'same':
      return difference === 0;
    case 'new':
      return isNew;
    case 'unpaired':
      return previous === undefined;
  }
}
