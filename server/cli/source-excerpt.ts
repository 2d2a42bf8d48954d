import type { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import { type Cell, cellsOf } from './display-width.js';

/** A line of the text, cut to the width of the terminal, and where to underline it. */
export interface Excerpt {
  /** Line from 0. */
  readonly line: number;
  /** Printable, no wider than asked for; `…` where it was cut. */
  readonly text: string;
  /** Columns before the underlined part. */
  readonly indent: number;
  /** Columns of the underlined part, at least one. */
  readonly width: number;
}

const CUT = '…';

/** Zero-width characters make a piece longer than its columns; beyond this many units a column nobody reads it. */
const UNITS_A_COLUMN = 2;

/**
 * The line in which a span begins, with the columns that the span takes in it.
 *
 * A line that is too wide (a Chinese paragraph is one line of hundreds of characters) is cut to a window round the span.
 * Works on a piece of the line of the window's size only, so a line of megabytes costs as little as a short one.
 *
 * @param columns width available, in columns; at least 12 is used.
 */
export function excerptOf(source: SourceText, span: Span, columns: number): Excerpt {
  const available = Math.max(12, columns);
  const line = source.lineAt(Math.min(span.start, source.text.length));
  const whole = source.lineSpan(line);
  const start = Math.min(Math.max(span.start, whole.start), whole.end);
  const end = Math.min(Math.max(span.end, start), whole.end);
  const reach = available * UNITS_A_COLUMN;
  const from = alignedAfter(source.text, Math.max(whole.start, start - reach), whole.start);
  const to = alignedBefore(source.text, Math.min(whole.end, Math.min(end, start + reach) + reach), whole.end);
  const cells = cellsOf(source.text.slice(from, to));
  const window = windowOf(cells, start - from, end - from, available, { before: from > whole.start, after: to < whole.end });
  return { line, ...window };
}

function windowOf(
  cells: readonly Cell[],
  start: number,
  end: number,
  available: number,
  more: { readonly before: boolean; readonly after: boolean },
): Omit<Excerpt, 'line'> {
  const first = indexWhere(cells, (cell) => cell.end > start);
  const last = Math.max(
    first,
    indexWhere(cells, (cell) => cell.start >= end),
  );
  // A place behind the last character is underlined where the next one would stand.
  const behind = first === cells.length ? 1 : 0;
  const fits = !more.before && !more.after && widthOf(cells, 0, cells.length) + behind <= available;
  let low = fits ? 0 : first;
  let high = fits ? cells.length : first;
  if (!fits) {
    let room = available - 2 * CUT.length - behind;
    const takeRight = (limit: number): void => {
      for (let cell = cells[high]; cell !== undefined && high < limit && cell.width <= room; cell = cells[++high]) room -= cell.width;
    };
    const takeLeft = (kept: number): void => {
      for (let cell = cells[low - 1]; cell !== undefined && room - cell.width >= kept; cell = cells[--low - 1]) room -= cell.width;
    };
    takeRight(last);
    takeLeft(Math.ceil(room / 2));
    takeRight(cells.length);
    takeLeft(0);
  }
  const prefix = low > 0 || more.before ? CUT : '';
  const suffix = high < cells.length || more.after ? CUT : '';
  const text = cells
    .slice(low, high)
    .map((cell) => cell.text)
    .join('');
  const marked = widthOf(cells, first, Math.min(last, high));
  return {
    text: prefix + text + suffix,
    indent: prefix.length + widthOf(cells, low, first),
    width: Math.max(1, last > high ? marked + suffix.length : marked),
  };
}

function widthOf(cells: readonly Cell[], low: number, high: number): number {
  let width = 0;
  for (let at = low; at < high; at++) width += cells[at]?.width ?? 0;
  return width;
}

function indexWhere(cells: readonly Cell[], test: (cell: Cell) => boolean): number {
  const index = cells.findIndex(test);
  return index < 0 ? cells.length : index;
}

/** Moves a cut off the middle of a character: forwards past low surrogates and marks, as far as a few units. */
function alignedAfter(text: string, offset: number, lineStart: number): number {
  if (offset === lineStart) return offset;
  let at = offset;
  while (at < offset + 8 && /^(?:[\udc00-\udfff]|\u200d|\p{Mark})/u.test(text.slice(at, at + 2))) at++;
  return at;
}

function alignedBefore(text: string, offset: number, lineEnd: number): number {
  return offset < lineEnd && /[\ud800-\udbff]/.test(text.charAt(offset - 1)) ? offset - 1 : offset;
}
