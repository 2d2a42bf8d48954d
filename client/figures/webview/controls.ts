import { balanceOf, type RowFilter } from '../order.js';
import type { ChangeFilter, FiguresResult, FigureTexts } from '../messages.js';
import { fill } from '../numbers.js';
import { make } from './dom.js';

/** What the controls do. */
export interface ControlActions {
  readonly filtered: (filter: RowFilter) => void;
  readonly copy: () => void;
  readonly choosePrevious: () => void;
}

/** What stands above the table: how it compares with last year, filters, buttons, and how many rows are shown. */
export class Controls {
  readonly element: HTMLElement;
  readonly #texts: FigureTexts;
  readonly #words: HTMLInputElement;
  readonly #section: HTMLSelectElement;
  readonly #change: HTMLSelectElement;
  readonly #count = make('p', { attributes: { role: 'status', class: 'count' } });

  constructor(table: FiguresResult, texts: FigureTexts, filter: RowFilter, actions: ControlActions) {
    this.#texts = texts;
    this.#words = make('input', {
      attributes: { type: 'search', id: 'words', placeholder: texts['figures.filterHint'], autocomplete: 'off' },
    });
    this.#words.value = filter.words;
    this.#section = select('section', sectionOptions(table, texts), filter.section ?? ALL);
    this.#change = select(
      'change',
      CHANGES.map((change) => ({ value: change, text: texts[`figures.change.${change}`] })),
      filter.change,
    );
    const filtered = (): void => actions.filtered(this.filter);
    this.#words.addEventListener('input', filtered);
    for (const list of [this.#section, this.#change]) list.addEventListener('change', filtered);
    const compared = table.previous !== undefined;
    this.element = make('header', {
      children: [
        make('p', { text: summaryOf(table, texts), attributes: { class: 'summary' } }),
        make('div', {
          attributes: { class: 'controls' },
          children: [
            labelled(texts['figures.filter'], this.#words),
            labelled(texts['figures.section'], this.#section),
            ...(compared ? [labelled(texts['figures.change'], this.#change)] : []),
            button('copy', texts['figures.copy'], actions.copy),
            button('choose', texts[compared ? 'figures.previous.change' : 'figures.previous.choose'], actions.choosePrevious),
          ],
        }),
        this.#count,
      ],
    });
  }

  get filter(): RowFilter {
    const section = this.#section.value;
    return {
      words: this.#words.value,
      section: section === ALL ? undefined : section === NONE ? '' : section,
      change: CHANGES.find((change) => change === this.#change.value) ?? 'all',
    };
  }

  /** Says how many rows are shown; a screen reader reads it out. */
  tellCount(shown: number, all: number): void {
    const { 'figures.count': whole, 'figures.count.some': some } = this.#texts;
    this.#count.textContent = shown === all ? fill(whole, all) : fill(some, shown, all);
  }
}

const ALL = '*';
const NONE = '-';
const CHANGES: readonly ChangeFilter[] = Object.freeze(['all', 'more', 'less', 'same', 'new', 'unpaired']);

function summaryOf({ rows, previous }: FiguresResult, texts: FigureTexts): string {
  if (previous === undefined) return texts['figures.previous.none'];
  const { paired, more, less, same } = balanceOf(rows);
  return fill(texts['figures.previous'], previous.title || texts['figures.untitled'], paired, more, less, same);
}

function sectionOptions({ rows }: FiguresResult, texts: FigureTexts): readonly { readonly value: string; readonly text: string }[] {
  const sections = [...new Set(rows.map(({ section }) => section))].map((section) =>
    section === '' ? { value: NONE, text: texts['figures.section.none'] } : { value: section, text: section },
  );
  return [{ value: ALL, text: texts['figures.section.all'] }, ...sections];
}

function select(id: string, options: readonly { readonly value: string; readonly text: string }[], chosen: string): HTMLSelectElement {
  const list = make('select', {
    attributes: { id },
    children: options.map(({ value, text }) => make('option', { text, attributes: { value } })),
  });
  list.value = options.some(({ value }) => value === chosen) ? chosen : (options[0]?.value ?? '');
  return list;
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  return make('span', { attributes: { class: 'field' }, children: [make('label', { text, attributes: { for: control.id } }), control] });
}

function button(id: string, text: string, act: () => void): HTMLButtonElement {
  const element = make('button', { text, attributes: { type: 'button', id, class: 'command' } });
  element.addEventListener('click', act);
  return element;
}
