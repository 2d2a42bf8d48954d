import { isShown, type RowFilter, sortedRows } from '../order.js';
import type { FiguresResult, FigureTexts, Sort, SortColumn } from '../messages.js';
import { fill, numbersFor } from '../numbers.js';
import { previousColumn } from '../tableText.js';
import type { Locale } from '../../messages.js';
import { make } from './dom.js';
import { moveAlong } from './keys.js';
import { rowElement } from './rows.js';

/** What the table leads to. */
export interface TableActions {
  readonly goTo: (row: number) => void;
  readonly goToPrevious: (row: number) => void;
  readonly sorted: (sort: Sort) => void;
}

/** The table of figures on the page. Every row is made once; sorting moves rows, filtering hides them. */
export class FigureTable {
  readonly element: HTMLTableElement;
  readonly #table: FiguresResult;
  readonly #rows: readonly HTMLTableRowElement[];
  readonly #body = make('tbody');
  readonly #heads: ReadonlyMap<SortColumn, HTMLTableCellElement>;
  readonly #locale: Locale;
  #order: readonly number[];
  #sort: Sort = { column: 'place', descending: false };
  #caretRow: HTMLTableRowElement | undefined;

  constructor(table: FiguresResult, texts: FigureTexts, locale: Locale, actions: TableActions) {
    this.#table = table;
    this.#locale = locale;
    const compared = table.previous !== undefined;
    const words = { texts, numbers: numbersFor(locale) };
    this.#rows = table.rows.map((row, index) => rowElement(row, index, compared, words));
    this.#order = [...table.rows.keys()];
    this.#heads = this.#makeHeads(texts, compared, actions);
    this.element = make('table', {
      attributes: { class: compared ? 'figures compared' : 'figures' },
      children: [make('caption', { text: captionOf(table, texts) }), this.#makeHead(), this.#body],
    });
    this.#body.append(...this.#rows);
    this.#body.addEventListener('click', (event) => this.#clicked(event, actions));
    this.#body.addEventListener('keydown', (event) => moveAlong(event, this.#body));
    this.#body.addEventListener('focusin', (event) => {
      if (event.target instanceof HTMLButtonElement) this.#makeTabStop(event.target);
    });
  }

  /** Places of the rows that are shown, in the order in which they are. */
  get shown(): readonly number[] {
    return this.#order.filter((index) => this.#rows[index]?.hidden === false);
  }

  /** The row that has the focus; undefined where none has. */
  get focused(): number | undefined {
    const row = document.activeElement?.closest('tr');
    const index = row instanceof HTMLTableRowElement ? this.#rows.indexOf(row) : -1;
    return index === -1 ? undefined : index;
  }

  /** Whether it can be sorted by a column: without last year's report it has fewer. */
  has(column: SortColumn): boolean {
    return this.#heads.has(column);
  }

  sort(sort: Sort): void {
    this.#sort = sort;
    this.#order = sortedRows(this.#table.rows, sort, this.#locale);
    const focused = this.focused;
    const fragment = document.createDocumentFragment();
    for (const index of this.#order) {
      const row = this.#rows[index];
      if (row !== undefined) fragment.append(row);
    }
    this.#body.append(fragment);
    for (const [column, head] of this.#heads) {
      head.setAttribute('aria-sort', column !== sort.column ? 'none' : sort.descending ? 'descending' : 'ascending');
    }
    this.#restoreTabStop();
    if (focused !== undefined) this.focus(focused);
  }

  filter(filter: RowFilter): void {
    this.#table.rows.forEach((row, index) => {
      const element = this.#rows[index];
      if (element !== undefined) element.hidden = !isShown(row, filter);
    });
    this.#restoreTabStop();
  }

  /** Marks the row of the figure in which the caret stands, and brings it into view unless the user is in the panel. */
  markCaret(index: number | undefined): void {
    this.#caretRow?.removeAttribute('aria-current');
    this.#caretRow = index === undefined ? undefined : this.#rows[index];
    this.#caretRow?.setAttribute('aria-current', 'true');
    if (!document.hasFocus()) this.#caretRow?.scrollIntoView({ block: 'nearest' });
  }

  focus(index: number): void {
    this.#rows[index]?.querySelector('button')?.focus();
  }

  #makeHeads(texts: FigureTexts, compared: boolean, actions: TableActions): ReadonlyMap<SortColumn, HTMLTableCellElement> {
    const columns: readonly SortColumn[] = compared ? [...OWN, ...COMPARED] : OWN;
    return new Map(
      columns.map((column) => {
        const text = column === 'previous' ? previousColumn(this.#table.previous?.year, texts) : texts[`figures.column.${column}`];
        const button = make('button', { text, attributes: { type: 'button' } });
        button.addEventListener('click', () => actions.sorted(nextSort(this.#sort, column)));
        const name = NUMERIC.has(column) ? 'number' : column;
        return [column, make('th', { attributes: { scope: 'col', class: name, 'aria-sort': 'none' }, children: [button] })];
      }),
    );
  }

  #makeHead(): HTMLTableSectionElement {
    return make('thead', { children: [make('tr', { children: [...this.#heads.values()] })] });
  }

  #clicked({ target }: Event, actions: TableActions): void {
    const row = target instanceof Element ? target.closest('tr') : null;
    if (row === null || !(target instanceof Element)) return;
    const index = this.#rows.indexOf(row);
    const button = target.closest('button');
    // Who marks words with the mouse wants to copy them.
    if (button === null && window.getSelection()?.isCollapsed === false) return;
    // A click beside the buttons leaves the focus nowhere.
    if (button === null) this.focus(index);
    if (button?.classList.contains('go-previous')) actions.goToPrevious(index);
    else actions.goTo(index);
  }

  #makeTabStop(button: HTMLButtonElement): void {
    for (const other of this.#body.querySelectorAll('button[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    button.setAttribute('tabindex', '0');
  }

  /** One button of the rows that are shown can be reached with Tab; from there the arrow keys lead on. */
  #restoreTabStop(): void {
    const stop = this.#body.querySelector<HTMLButtonElement>('tr:not([hidden]) button[tabindex="0"]');
    const first = stop ?? this.#body.querySelector<HTMLButtonElement>('tr:not([hidden]) button');
    if (first !== null) this.#makeTabStop(first);
  }
}

const OWN: readonly SortColumn[] = Object.freeze(['place', 'of', 'value', 'unit', 'section']);
const COMPARED: readonly SortColumn[] = Object.freeze(['previous', 'difference', 'percent']);
const NUMERIC: ReadonlySet<SortColumn> = new Set<SortColumn>(['value', ...COMPARED]);

/** What the caption, and the title of the panel, call a report. */
function captionOf({ title, rows }: FiguresResult, texts: FigureTexts): string {
  return fill(texts['figures.caption'], title === '' ? texts['figures.untitled'] : title, rows.length);
}

/** Ascending, descending, then as in the text again. */
function nextSort({ column, descending }: Sort, wanted: SortColumn): Sort {
  if (column !== wanted) return { column: wanted, descending: false };
  return descending ? { column: 'place', descending: false } : { column, descending: true };
}
