import type { Locale } from '../../messages.js';
import type { FiguresResult, FigureTexts } from '../messages.js';
import { fill, numbersFor } from '../numbers.js';
import { largestChanges } from '../order.js';
import { barPair } from './bars.js';
import { make } from './dom.js';
import { moveAlong } from './keys.js';
import { unmatchedRow } from './rows.js';

/** How many of the largest changes are shown. */
const LARGEST = 8;

/** The figures that have changed most, each with its bars; undefined where none has changed. */
export function largestList(
  table: FiguresResult,
  texts: FigureTexts,
  locale: Locale,
  goTo: (row: number) => void,
): HTMLElement | undefined {
  const largest = largestChanges(table, LARGEST);
  if (largest.length === 0) return undefined;
  const numbers = numbersFor(locale);
  const items = largest.flatMap((index) => {
    const row = table.rows[index];
    if (row?.previous === undefined) return [];
    const { value, change } = row.previous;
    const name = make('button', { text: row.of || texts['figures.noName'], attributes: { type: 'button', class: 'go' } });
    name.addEventListener('click', () => goTo(index));
    const text = fill(
      texts['figures.largest.item'],
      numbers.plain(value),
      numbers.plain(row.value),
      row.unit,
      numbers.percent(change.percent ?? 0),
    );
    return [make('li', { children: [name, make('span', { text, attributes: { class: 'change' } }), barPair(row.value, value)] })];
  });
  return details('largest', texts['figures.largest'], make('ul', { attributes: { class: 'largest' }, children: items }));
}

/** Last year's figures that none of this year's was matched with; undefined where there are none. */
export function unmatchedList(
  table: FiguresResult,
  texts: FigureTexts,
  locale: Locale,
  goToPrevious: (unmatched: number) => void,
): HTMLElement | undefined {
  const rows = table.previous?.unmatched ?? [];
  if (rows.length === 0) return undefined;
  const words = { texts, numbers: numbersFor(locale) };
  const body = make('tbody', { children: rows.map((row, index) => unmatchedRow(row, index, words)) });
  body.querySelector('button')?.setAttribute('tabindex', '0');
  body.addEventListener('keydown', (event) => moveAlong(event, body));
  body.addEventListener('click', ({ target }) => {
    const row = target instanceof Element ? target.closest('tr') : null;
    if (row !== null) goToPrevious(Number(row.dataset.row));
  });
  const columns = (['of', 'value', 'unit', 'section'] as const).map((column) =>
    make('th', { text: texts[`figures.column.${column}`], attributes: { scope: 'col', class: column === 'value' ? 'number' : column } }),
  );
  const title = fill(texts['figures.unmatched'], rows.length);
  const list = make('table', {
    attributes: { class: 'figures', 'aria-label': title },
    children: [make('thead', { children: [make('tr', { children: columns })] }), body],
  });
  return details('unmatched', title, list);
}

function details(id: string, title: string, content: HTMLElement): HTMLDetailsElement {
  return make('details', { attributes: { id }, children: [make('summary', { text: title }), content] });
}
