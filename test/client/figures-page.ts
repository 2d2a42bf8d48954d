import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { figuresHtml } from '../../client/figures/html.js';
import type { FiguresResult, FigureTexts, FromPanel, PanelState, ToPanel } from '../../client/figures/messages.js';
import { createSay, type Locale, messageKeys } from '../../client/messages.js';
import { FIGURES_REQUEST } from '../../server/protocol/messages/figures.js';
import { start } from '../protocol/harness.js';
import { ROOT } from '../support/files.js';

/** Where the page pretends to be loaded from: the browser asks the test for it. */
const HOST = 'http://127.0.0.1:9';
const WEBVIEW = path.join(ROOT, 'client/figures/webview');

/** What the page does with the editor's side, which the test plays. */
interface EditorWindow {
  readonly sent: FromPanel[];
  readonly violations: string[];
  readonly tasks: number[];
  state: PanelState | undefined;
}

/** What of a browser's window is used here; the tests know no other of its types. */
export interface PageWindow {
  readonly editor: EditorWindow;
  readonly document: {
    readonly activeElement: { readonly textContent: string };
    readonly body: PageElement;
    readonly documentElement: PageElement;
  };
  readonly PerformanceObserver: new (
    heard: (list: { getEntries(): readonly { readonly duration: number }[] }) => void,
  ) => { observe(what: { type: string }): void };
  postMessage(data: unknown, target: string): void;
  addEventListener(
    name: string,
    listener: (event: { readonly effectiveDirective: string }) => void,
    options?: { readonly once: boolean },
  ): void;
  getComputedStyle(element: unknown): { getPropertyValue(name: string): string };
}

interface PageElement {
  className: string;
  readonly scrollWidth: number;
  readonly style: { setProperty(name: string, value: string): void };
  insertAdjacentHTML(where: 'beforeend', html: string): void;
}

/** A browser that shows the panel's page, built from its sources. */
export class Browser {
  readonly #context: BrowserContext;
  readonly #folder: string;
  readonly #files: ReadonlyMap<string, string>;

  private constructor(context: BrowserContext, folder: string, files: ReadonlyMap<string, string>) {
    this.#context = context;
    this.#folder = folder;
    this.#files = files;
  }

  static async launch(): Promise<Browser> {
    const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-figures-'));
    const module = pathToFileURL(path.join(ROOT, 'scripts/editor/browser.mjs')).href;
    const { launchBrowser } = (await import(module)) as { launchBrowser: (folder: string) => Promise<BrowserContext> };
    const [context, script, style] = await Promise.all([launchBrowser(folder), bundled('main.ts'), bundled('figures.css')]);
    return new Browser(
      context,
      folder,
      new Map([
        ['/figuresPanel.js', script],
        ['/figuresPanel.css', style],
      ]),
    );
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Opens the page as the editor does; `state` is what an earlier one kept, `look` the theme's class and colours. */
  async open({ state, look }: { readonly state?: PanelState; readonly look?: Look } = {}): Promise<FiguresPage> {
    const page = await this.#context.newPage();
    await page.addInitScript((kept) => {
      const editor: EditorWindow = { sent: [], violations: [], tasks: [], state: kept };
      Object.assign(globalThis, {
        editor,
        acquireVsCodeApi: () => ({
          postMessage: (message: FromPanel) => editor.sent.push(message),
          getState: () => editor.state,
          setState: (next: PanelState) => {
            editor.state = next;
          },
        }),
      });
      (globalThis as unknown as PageWindow).addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        editor.violations.push(effectiveDirective);
      });
    }, state);
    await page.route(`${HOST}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const file = pathname === '/' ? pageText() : this.#files.get(pathname);
      if (file === undefined) return route.fulfill({ status: 404 });
      return route.fulfill({ contentType: TYPES[path.extname(pathname)] ?? 'text/html', body: file });
    });
    await page.goto(`${HOST}/`);
    if (look !== undefined) {
      await page.evaluate(({ kind, colours }) => {
        const { document } = globalThis as unknown as PageWindow;
        document.body.className = kind;
        for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(`--vscode-${name}`, value);
      }, look);
    }
    return new FiguresPage(page);
  }
}

/** A theme as the editor gives it to a webview. */
export interface Look {
  readonly kind: string;
  /** Names without `--vscode-`. */
  readonly colours: Readonly<Record<string, string>>;
}

/** The panel's page with the test in the place of the editor. */
export class FiguresPage {
  constructor(readonly page: Page) {}

  async tell(message: ToPanel): Promise<void> {
    await this.page.evaluate(
      (data) =>
        new Promise<void>((resolve) => {
          const page = globalThis as unknown as PageWindow;
          // Those who listen hear it in order: the page's script has listened from the start.
          page.addEventListener('message', () => resolve(), { once: true });
          page.postMessage(data, '*');
        }),
      message,
    );
  }

  show(table: FiguresResult | null, locale: Locale = 'zh-CN'): Promise<void> {
    return this.tell({ type: 'show', table, texts: textsIn(locale), locale });
  }

  /** What the page asked of the editor since it was asked last. */
  sent(): Promise<FromPanel[]> {
    return this.page.evaluate(() => (globalThis as unknown as PageWindow).editor.sent.splice(0));
  }

  state(): Promise<PanelState | undefined> {
    return this.page.evaluate(() => (globalThis as unknown as PageWindow).editor.state);
  }

  violations(): Promise<string[]> {
    return this.page.evaluate(() => (globalThis as unknown as PageWindow).editor.violations);
  }

  /** Begins to note for how long the page hears nobody. */
  async measure(): Promise<void> {
    await this.page.evaluate(() => {
      const { editor, PerformanceObserver } = globalThis as unknown as PageWindow;
      new PerformanceObserver((list) => {
        editor.tasks.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ type: 'longtask' });
    });
  }

  /** How long the page was busy at one stretch since then, in milliseconds, longest first. */
  async longTasks(): Promise<readonly number[]> {
    const tasks = await this.page.evaluate(() => (globalThis as unknown as PageWindow).editor.tasks);
    return tasks.sort((a, b) => b - a);
  }

  /** What each shown row counts, in order. */
  names(): Promise<string[]> {
    return this.page.locator('table.figures').first().locator('tbody tr:visible .go').allTextContents();
  }
}

/** The texts of the panel in a language. */
export function textsIn(locale: Locale): FigureTexts {
  const say = createSay(() => locale);
  return Object.fromEntries(messageKeys('figures.').map((key) => [key, say(key)])) as FigureTexts;
}

/** The table of a report, beside last year's where one is given, as the server makes it. */
export async function tableOf(text: string, lastYear?: string): Promise<FiguresResult> {
  const client = await start();
  client.open('file:///2024.txt', text);
  if (lastYear !== undefined) client.open('file:///2023.txt', lastYear);
  return client.request<FiguresResult>(FIGURES_REQUEST, { uri: 'file:///2024.txt' });
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };

function pageText(): string {
  return figuresHtml({
    cspSource: HOST,
    nonce: 'abc',
    script: `${HOST}/figuresPanel.js`,
    style: `${HOST}/figuresPanel.css`,
    locale: 'zh-CN',
    title: '数据表',
  });
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(WEBVIEW, entry)],
    bundle: true,
    format: 'iife',
    write: false,
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}
