import { CancellationTokenSource, Disposable, env, type TextEditor, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { FIGURES_REQUEST, type FiguresParams, type FiguresResult } from '../server/protocol/messages/figures.js';
import type { ClientContext, Feature } from './clientContext.js';
import { FIGURES_VIEW, type FigureTexts, type FromPanel, type PanelState, type ToPanel } from './figures/messages.js';
import { rowAt, showFigure } from './figures/places.js';
import { PreviousFiles } from './figures/previousFiles.js';
import { FiguresView, pageOptions } from './figures/view.js';
import { fileName } from './fileName.js';
import { mayBeReport } from './languages.js';
import { messageKeys } from './messages.js';
import { readLocale } from './settings.js';

/** Makes the panel 数据表: every figure of the report in front, beside last year's. */
export function createFiguresPanel(context: ClientContext): Feature {
  const panel = new FiguresPanel(context);
  return {
    commands: { showFigures: (uri) => panel.show(uri) },
    restores: { view: FIGURES_VIEW, restore: (webview, state) => panel.restore(webview, (state ?? {}) as PanelState) },
    dispose: () => panel.dispose(),
  };
}

class FiguresPanel implements Disposable {
  readonly #context: ClientContext;
  readonly #previous: PreviousFiles;
  readonly #subscriptions: Disposable;
  #view: FiguresView | undefined;
  /** The report that the panel shows, or is about to. */
  #uri: Uri | undefined;
  #table: FiguresResult | undefined;
  #asking: CancellationTokenSource | undefined;
  /** The report was checked again while nobody saw the panel. */
  #isStale = false;
  /** The chosen file that could not be read when it was tried last: its user is told once. */
  #unreadable: string | undefined;

  constructor(context: ClientContext) {
    this.#context = context;
    this.#previous = new PreviousFiles(context.extension.workspaceState, context.say);
    this.#subscriptions = Disposable.from(
      context.checker.onStatus(({ uri }) => this.#checked(uri)),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#markCaret(textEditor)),
    );
  }

  /** @param wanted address of the report (text or `Uri`); absent for the one in front */
  async show(wanted: unknown): Promise<void> {
    const shown = this.#view === undefined ? undefined : this.#uri;
    const uri = toUri(wanted) ?? window.activeTextEditor?.document.uri ?? shown;
    if (uri === undefined) {
      void window.showInformationMessage(this.#context.say('command.noFile'));
      return;
    }
    const { panel } = this.#view ?? this.#open();
    panel.reveal(panel.viewColumn, false);
    await this.#turnTo(uri);
  }

  /** Takes over the panel of a window that was loaded again. */
  async restore(panel: WebviewPanel, { uri }: PanelState): Promise<void> {
    this.#view?.panel.dispose();
    this.#adopt(panel);
    if (uri !== undefined) await this.#turnTo(Uri.parse(uri));
  }

  dispose(): void {
    this.#view?.panel.dispose();
    this.#asking?.dispose();
    this.#subscriptions.dispose();
  }

  #open(): FiguresView {
    const { extension, say } = this.#context;
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: false };
    const options = { ...pageOptions(extension), enableFindWidget: true };
    return this.#adopt(window.createWebviewPanel(FIGURES_VIEW, say('figures.title', ''), place, options));
  }

  #adopt(panel: WebviewPanel): FiguresView {
    const view = new FiguresView(panel, this.#context.extension, readLocale(), (message) => void this.#asked(message));
    this.#view = view;
    panel.onDidDispose(() => {
      if (this.#view !== view) return;
      this.#view = undefined;
      this.#table = undefined;
      this.#asking?.cancel();
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible && this.#isStale) void this.#refresh();
    });
    return view;
  }

  /** The panel shows the report that is in front; what is no report leaves it as it is. */
  #follow(editor: TextEditor | undefined): void {
    const document = editor?.document;
    if (this.#view === undefined || document === undefined || !mayBeReport(document)) return;
    if (document.uri.toString() !== this.#uri?.toString()) void this.#turnTo(document.uri);
  }

  async #turnTo(uri: Uri): Promise<void> {
    const isOther = uri.toString() !== this.#uri?.toString();
    const before = this.#uri;
    this.#uri = uri;
    const table = await this.#ask(uri);
    if (table === 'superseded') return;
    // Not checked, or not yet: a check of it will bring its table.
    if (table === null && isOther && before !== undefined && this.#table !== undefined) this.#uri = before;
    else this.#show(uri, table);
  }

  #checked(uri: string): void {
    if (this.#view === undefined) return;
    const { activeTextEditor } = window;
    if (uri === this.#uri?.toString() || uri === this.#table?.previous?.uri) void this.#refresh();
    else if (activeTextEditor?.document.uri.toString() === uri) this.#follow(activeTextEditor);
  }

  async #refresh(): Promise<void> {
    const uri = this.#uri;
    this.#isStale = this.#view?.panel.visible === false;
    if (uri === undefined || this.#isStale) return;
    const table = await this.#ask(uri);
    if (table !== 'superseded') this.#show(uri, table);
  }

  /** @returns null where the file is not checked; the words are for one that is not wanted any more */
  async #ask(uri: Uri): Promise<FiguresResult | null | 'failed' | 'superseded'> {
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    const isLate = (): boolean => asking.token.isCancellationRequested || this.#view === undefined;
    try {
      // The server knows open documents: after a reload of the window the file may not be open.
      await workspace.openTextDocument(uri);
      const params: FiguresParams = { uri: uri.toString(), ...(await this.#previousOf(uri)) };
      if (isLate()) return 'superseded';
      const table = await this.#context.checker.ask<FiguresParams, FiguresResult | null>(FIGURES_REQUEST, params, asking.token);
      return isLate() ? 'superseded' : table;
    } catch {
      return isLate() ? 'superseded' : 'failed';
    } finally {
      asking.dispose();
      if (this.#asking === asking) this.#asking = undefined;
    }
  }

  async #previousOf(uri: Uri): Promise<Pick<FiguresParams, 'previousUri' | 'previousText'>> {
    const chosen = this.#previous.chosenFor(uri);
    if (chosen === undefined) return {};
    try {
      const previousText = await this.#previous.textOf(chosen);
      this.#unreadable = undefined;
      return { previousUri: chosen.toString(), previousText };
    } catch {
      if (this.#unreadable === chosen.toString()) return {};
      this.#unreadable = chosen.toString();
      void window.showWarningMessage(this.#context.say('figures.choose.unreadable', chosen.path));
      return {};
    }
  }

  #show(uri: Uri, table: FiguresResult | null | 'failed'): void {
    const { say } = this.#context;
    if (table === 'failed') {
      this.#tell({ type: 'failed', text: say('figures.failed') });
      return;
    }
    this.#table = table ?? undefined;
    if (this.#view !== undefined) this.#view.panel.title = say('figures.title', nameOf(uri, table));
    this.#tell({ type: 'file', uri: uri.toString() });
    this.#tell({ type: 'show', table, texts: this.#texts(), locale: readLocale() });
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (editor !== undefined) this.#markCaret(editor);
  }

  #texts(): FigureTexts {
    const entries = messageKeys('figures.').map((key) => [key, this.#context.say(key)] as const);
    return Object.fromEntries(entries) as FigureTexts;
  }

  #markCaret({ document, selection }: TextEditor): void {
    if (this.#view === undefined || this.#table === undefined || document.uri.toString() !== this.#table.uri) return;
    const row = rowAt(this.#table.rows, selection.active.line, selection.active.character);
    this.#tell({ type: 'caret', ...(row === undefined ? {} : { row }) });
  }

  #tell(message: ToPanel): void {
    this.#view?.tell(message);
  }

  async #asked(message: FromPanel): Promise<void> {
    const { say } = this.#context;
    const table = this.#table;
    if (message.type === 'copy') {
      await env.clipboard.writeText(message.text);
      window.setStatusBarMessage(say('figures.copied', message.rows), 5000);
    } else if (message.type === 'choosePrevious') {
      if (this.#uri !== undefined && (await this.#previous.choose(this.#uri, table?.year))) await this.#refresh();
    } else if (table !== undefined && message.type === 'goTo') {
      const row = table.rows[message.row];
      if (row !== undefined) await this.#goTo(table.uri, () => showFigure(Uri.parse(table.uri), row, table.version));
    } else if (table?.previous !== undefined && message.type === 'goToPrevious') {
      const { uri } = table.previous;
      await this.#goTo(uri, () => showFigure(Uri.parse(uri), message.figure));
    }
  }

  async #goTo(uri: string, go: () => Promise<void>): Promise<void> {
    try {
      await go();
    } catch {
      void window.showWarningMessage(this.#context.say('figures.gone', Uri.parse(uri).path));
    }
  }
}

/** 宁河镇2024; the name of the file where the report does not tell. */
function nameOf(uri: Uri, table: FiguresResult | null): string {
  if (table?.agency === undefined) return fileName(uri);
  return `${table.agency}${table.year ?? ''}`;
}

function toUri(wanted: unknown): Uri | undefined {
  if (wanted instanceof Uri) return wanted;
  return typeof wanted === 'string' ? Uri.parse(wanted) : undefined;
}
