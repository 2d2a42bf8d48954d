import type { ComparedFigureRow, FigureRow, FigureTexts } from '../messages.js';
import { fill, type Numbers } from '../numbers.js';
import { barPair } from './bars.js';
import { make } from './dom.js';

/** What rows are written with. */
export interface RowWords {
  readonly texts: FigureTexts;
  readonly numbers: Numbers;
}

/**
 * One row of the table. Its buttons carry the class `go` (to the figure, with the place of the row as `data-row`) or
 * `go-previous` (to last year's).
 *
 * @param compared whether the table has columns for last year.
 */
export function rowElement(row: ComparedFigureRow, index: number, compared: boolean, words: RowWords): HTMLTableRowElement {
  const { texts, numbers } = words;
  const cells = [
    numberCell(numbers.plain(index + 1), 'place'),
    nameCell(row, words),
    numberCell(valueText(row, words)),
    make('td', { text: row.unit }),
    make('td', { text: row.section, attributes: { class: 'section' } }),
    ...(compared ? comparedCells(row, words) : []),
  ];
  const element = make('tr', { attributes: { 'data-row': String(index) }, children: cells });
  if (row.isNew) element.title = texts['figures.newHint'];
  return element;
}

/** A row of last year's report that has no counterpart. */
export function unmatchedRow(row: FigureRow, index: number, words: RowWords): HTMLTableRowElement {
  return make('tr', {
    attributes: { 'data-row': String(index) },
    children: [
      nameCell(row, words, 'go-previous'),
      numberCell(valueText(row, words)),
      make('td', { text: row.unit }),
      make('td', { text: row.section, attributes: { class: 'section' } }),
    ],
  });
}

/** What is counted, as the button that leads to it, and the words round the figure. */
function nameCell(row: FigureRow, { texts }: RowWords, kind: 'go' | 'go-previous' = 'go'): HTMLElement {
  const line = row.range.start.line + 1;
  const button = make('button', {
    text: row.of === '' ? texts['figures.noName'] : row.of,
    attributes: { type: 'button', class: kind, tabindex: '-1', title: fill(texts['figures.goTo'], line) },
  });
  const context = make('span', {
    attributes: { class: 'context' },
    children: [
      make('span', { text: row.section, attributes: { class: 'part' } }),
      new Text(row.before),
      make('b', { text: row.text }),
      new Text(row.after),
    ],
  });
  return make('th', { attributes: { scope: 'row', class: 'name' }, children: [button, context] });
}

function comparedCells({ previous, value, isNew }: ComparedFigureRow, words: RowWords): readonly HTMLElement[] {
  const { texts, numbers } = words;
  if (previous === undefined) {
    const note = make('td', { attributes: { class: 'number' } });
    if (isNew) note.append(make('span', { text: texts['figures.new'], attributes: { class: 'new' } }));
    return [note, numberCell(''), numberCell('')];
  }
  const { difference, percent } = previous.change;
  const place = fill(texts['figures.goToPrevious'], previous.text, previous.range.start.line + 1);
  const button = make('button', {
    text: valueText(previous, words),
    attributes: { type: 'button', class: 'go-previous', tabindex: '-1', title: place, 'aria-label': place },
  });
  const share = /[%‰]|百分点/u.test(previous.unit) ? ` ${texts['figures.points']}` : '';
  return [
    make('td', { attributes: { class: 'number' }, children: [button] }),
    numberCell(numbers.signed(difference) + (difference === 0 ? '' : share)),
    make('td', {
      attributes: { class: 'number' },
      children: [new Text(percent === undefined ? '' : numbers.percent(percent)), barPair(value, previous.value)],
    }),
  ];
}

function valueText({ value, approximate }: FigureRow, { texts, numbers }: RowWords): string {
  return approximate ? `${texts['figures.about']} ${numbers.plain(value)}` : numbers.plain(value);
}

function numberCell(text: string, name = 'number'): HTMLTableCellElement {
  return make('td', { text, attributes: { class: name } });
}
