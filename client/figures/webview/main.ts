import type { Locale } from '../../messages.js';
import type { FiguresResult, FigureTexts, FromPanel, PanelState, ToPanel } from '../messages.js';
import type { RowFilter } from '../order.js';
import { tableText } from '../tableText.js';
import { Controls } from './controls.js';
import { make } from './dom.js';
import { largestList, unmatchedList } from './lastYear.js';
import { FigureTable } from './table.js';

/** What the editor gives a webview. */
interface Editor {
  postMessage(message: FromPanel): void;
  getState(): PanelState | undefined;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): Editor;

/** Shows the table on the page. */
class Page {
  readonly #editor = acquireVsCodeApi();
  readonly #root: HTMLElement;
  #table: FigureTable | undefined;
  #caret: number | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  start(): void {
    window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => this.#told(data));
    this.#editor.postMessage({ type: 'ready' });
  }

  #told(message: ToPanel): void {
    switch (message.type) {
      case 'show':
        this.#show(message.table, message.texts, message.locale);
        break;
      case 'file':
        this.#keep({ uri: message.uri });
        break;
      case 'caret':
        this.#caret = message.row;
        this.#table?.markCaret(message.row);
        break;
      case 'failed':
        this.#say(message.text);
        break;
    }
  }

  /** Only text, where there is no table. */
  #say(text: string): void {
    this.#table = undefined;
    this.#root.replaceChildren(make('p', { text, attributes: { role: 'status' } }));
  }

  #show(result: FiguresResult | null, texts: FigureTexts, locale: Locale): void {
    document.documentElement.lang = locale;
    if (result === null) this.#say(texts['figures.nothing']);
    else this.#showTable(result, texts, locale);
  }

  #showTable(result: FiguresResult, texts: FigureTexts, locale: Locale): void {
    const before = this.#before();
    const state = this.#editor.getState() ?? {};
    const table = new FigureTable(result, texts, locale, {
      goTo: (row) => this.#editor.postMessage({ type: 'goTo', row }),
      goToPrevious: (row) => this.#goToPrevious(result.rows[row]?.previous),
      sorted: (sort) => {
        table.sort(sort);
        this.#keep({ sort });
      },
    });
    const filter = (filter: RowFilter): void => {
      table.filter(filter);
      controls.tellCount(table.shown.length, result.rows.length);
      const { words, section, change } = filter;
      this.#keep({ words, change, ...(section === undefined ? { section: undefined } : { section }) });
    };
    const controls = new Controls(
      result,
      texts,
      { words: state.words ?? '', section: state.section, change: state.change ?? 'all' },
      {
        filtered: filter,
        copy: () => {
          const { shown } = table;
          this.#editor.postMessage({ type: 'copy', text: tableText(result, shown, texts), rows: shown.length });
        },
        choosePrevious: () => this.#editor.postMessage({ type: 'choosePrevious' }),
      },
    );
    const parts = [
      largestList(result, texts, locale, (row) => this.#editor.postMessage({ type: 'goTo', row })),
      result.rows.length === 0 ? make('p', { text: texts['figures.empty'] }) : undefined,
      table.element,
      unmatchedList(result, texts, locale, (index) => this.#goToPrevious(result.previous?.unmatched[index])),
    ];
    this.#root.replaceChildren(controls.element, ...parts.filter((part) => part !== undefined));
    this.#table = table;
    if (state.sort !== undefined && table.has(state.sort.column)) table.sort(state.sort);
    filter(controls.filter);
    table.markCaret(this.#caret);
    this.#keep({ uri: result.uri });
    this.#goOn(before, table);
  }

  #goToPrevious(figure: { readonly text: string; readonly range: FiguresResult['rows'][number]['range'] } | undefined): void {
    if (figure !== undefined) this.#editor.postMessage({ type: 'goToPrevious', figure: { text: figure.text, range: figure.range } });
  }

  /** Where the user is, before the page is made anew. */
  #before(): Place {
    const active = document.activeElement;
    const words = active instanceof HTMLInputElement ? { from: active.selectionStart, to: active.selectionEnd } : undefined;
    return {
      row: this.#table?.focused,
      id: active?.id ?? '',
      words,
      open: [...document.querySelectorAll('details[open]')].map(({ id }) => id),
      scroll: document.scrollingElement?.scrollTop ?? 0,
    };
  }

  /** Puts the user back there: a check while somebody reads the table takes nothing away. */
  #goOn({ row, id, words, open, scroll }: Place, table: FigureTable): void {
    for (const one of open) document.getElementById(one)?.setAttribute('open', '');
    if (row !== undefined) table.focus(row);
    else if (id !== '') document.getElementById(id)?.focus();
    const field = document.activeElement;
    if (words !== undefined && field instanceof HTMLInputElement) field.setSelectionRange(words.from, words.to);
    document.scrollingElement?.scrollTo({ top: scroll });
  }

  #keep(state: { readonly [Key in keyof PanelState]?: PanelState[Key] | undefined }): void {
    const all = Object.entries({ ...this.#editor.getState(), ...state }).filter(([, value]) => value !== undefined);
    this.#editor.setState(Object.fromEntries(all));
  }
}

/** Where a user is on the page. */
interface Place {
  readonly row: number | undefined;
  readonly id: string;
  readonly words: { readonly from: number | null; readonly to: number | null } | undefined;
  readonly open: readonly string[];
  readonly scroll: number;
}

const root = document.getElementById('figures');
if (root !== null) new Page(root).start();
