import type { ComparedFigureRow, FiguresResult, FigureTexts } from './messages.js';
import { fill } from './numbers.js';

/**
 * The table as text that Excel and WPS paste as columns: a line of column names, then a line a row; tabs between columns.
 *
 * @param order places of the rows that are shown, in the order in which they are.
 */
export function tableText({ rows, previous }: FiguresResult, order: readonly number[], texts: FigureTexts): string {
  const column = (name: ColumnName): string => texts[`figures.column.${name}`];
  const head = [...OWN.map(column), ...(previous === undefined ? [] : [previousColumn(previous.year, texts), ...COMPARED.map(column)])];
  const lines = order.flatMap((index) => {
    const row = rows[index];
    return row === undefined ? [] : [[...ownCells(row, index, texts), ...(previous === undefined ? [] : comparedCells(row, texts))]];
  });
  return [head, ...lines].map((cells) => cells.map(cell).join('\t')).join('\r\n');
}

/** Name of last year's column. */
export function previousColumn(year: number | undefined, texts: FigureTexts): string {
  return year === undefined ? texts['figures.column.previousUnknown'] : fill(texts['figures.column.previous'], year);
}

type ColumnName = (typeof OWN)[number] | (typeof COMPARED)[number];

const OWN = ['place', 'of', 'value', 'unit', 'written', 'section', 'heading', 'line'] as const;
const COMPARED = ['difference', 'percent', 'note'] as const;

function ownCells(row: ComparedFigureRow, index: number, texts: FigureTexts): readonly (string | number)[] {
  const written = row.approximate && !/[余多]/u.test(row.text) ? `${texts['figures.about']} ${row.text}` : row.text;
  return [index + 1, row.of, row.value, row.unit, written, row.section, row.heading, row.range.start.line + 1];
}

function comparedCells({ previous, isNew }: ComparedFigureRow, texts: FigureTexts): readonly (string | number)[] {
  const note = isNew ? texts['figures.new'] : '';
  if (previous === undefined) return ['', '', '', note];
  const { difference, percent, approximate } = previous.change;
  const rounded = percent === undefined ? '' : Math.round(percent * 10) / 10;
  return [previous.value, difference, rounded, approximate ? texts['figures.about'] : note];
}

/** A cell on one line that is taken for a number only where it is one, and never for a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const line = value.replace(/[\t\r\n]+/gu, ' ').trim();
  return /^[=@+-]/u.test(line) ? `'${line}` : line;
}
