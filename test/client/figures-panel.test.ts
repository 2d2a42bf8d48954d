import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExtensionContext, WebviewPanel } from 'vscode';
import type { ClientContext, Feature } from '../../client/clientContext.js';
import { FIGURES_VIEW, type FiguresResult, type FromPanel, type ToPanel } from '../../client/figures/messages.js';
import { createFiguresPanel } from '../../client/figuresPanel.js';
import { createSay } from '../../client/messages.js';
import type { FiguresParams } from '../../server/protocol/messages/figures.js';
import type { StatusParams } from '../../server/protocol/messages.js';

/** The editor as far as the panel sees it. */
const editor = vi.hoisted(() => {
  class Emitter<T> {
    readonly #listeners = new Set<(value: T) => void>();
    readonly event = (listener: (value: T) => void) => {
      this.#listeners.add(listener);
      return { dispose: () => this.#listeners.delete(listener) };
    };
    fire(value: T): void {
      for (const listener of this.#listeners) listener(value);
    }
  }
  class Address {
    constructor(readonly path: string) {}
    readonly scheme = 'file';
    toString = (): string => `file://${this.path}`;
    static parse = (text: string) => new Address(text.replace('file://', ''));
    static joinPath = (base: Address, ...parts: string[]) => new Address(`${base.path}/${parts.join('/')}`);
  }
  interface FakeDocument {
    readonly uri: Address;
    readonly languageId: string;
    getText(): string;
  }
  interface FakeEditor {
    readonly document: FakeDocument;
    readonly selection: { readonly active: { readonly line: number; readonly character: number } };
  }
  return {
    Emitter,
    Address,
    activeEditor: new Emitter<FakeEditor | undefined>(),
    selection: new Emitter<{ readonly textEditor: FakeEditor }>(),
    active: undefined as FakeEditor | undefined,
    documents: [] as FakeDocument[],
    files: new Map<string, string>(),
    panels: [] as FakePanel[],
    pick: undefined as ((items: readonly { readonly label: string }[]) => unknown) | undefined,
    clipboard: '',
    warnings: [] as string[],
  };
});

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => ({
  Uri: editor.Address,
  RelativePattern: class {},
  ViewColumn: { One: 1, Beside: -2 },
  Disposable: { from: (...all: { dispose(): void }[]) => ({ dispose: () => void all.map((one) => one.dispose()) }) },
  CancellationTokenSource: class {
    readonly token = { isCancellationRequested: false };
    cancel(): void {
      this.token.isCancellationRequested = true;
    }
    dispose(): void {}
  },
  env: { clipboard: { writeText: async (clipboard: string) => void Object.assign(editor, { clipboard }) } },
  window: {
    get activeTextEditor() {
      return editor.active;
    },
    get visibleTextEditors() {
      return editor.active === undefined ? [] : [editor.active];
    },
    onDidChangeActiveTextEditor: editor.activeEditor.event,
    onDidChangeTextEditorSelection: editor.selection.event,
    createWebviewPanel: (_view: string, title: string) => {
      const panel = new FakePanel(title);
      editor.panels.push(panel);
      return panel;
    },
    showInformationMessage: async (text: string) => void editor.warnings.push(text),
    showWarningMessage: async (text: string) => void editor.warnings.push(text),
    setStatusBarMessage: () => undefined,
    showQuickPick: async (items: Promise<readonly { readonly label: string }[]>) => editor.pick?.(await items),
  },
  workspace: {
    get textDocuments() {
      return editor.documents;
    },
    getConfiguration: () => ({ get: () => 'zh-CN' }),
    openTextDocument: async () => ({}),
    workspaceFolders: [{ uri: new editor.Address('/w') }],
    getWorkspaceFolder: () => ({}),
    asRelativePath: ({ path }: { path: string }) => path.slice(1),
    findFiles: async () => [...editor.files.keys()].map((path) => new editor.Address(path)),
    fs: {
      readFile: async ({ path }: { path: string }) => {
        const text = editor.files.get(path);
        if (text === undefined) throw new Error('missing');
        return new TextEncoder().encode(text);
      },
    },
  },
}));

class FakePanel {
  readonly told: ToPanel[] = [];
  readonly #received = new editor.Emitter<FromPanel>();
  readonly #disposed = new editor.Emitter<void>();
  readonly #viewState = new editor.Emitter<void>();
  visible = true;
  viewColumn = 2;
  readonly onDidDispose = this.#disposed.event;
  readonly onDidChangeViewState = this.#viewState.event;
  readonly webview = {
    html: '',
    options: {},
    cspSource: 'https://a.test',
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage: this.#received.event,
    postMessage: async (message: ToPanel) => void this.told.push(message),
  };

  constructor(public title: string) {}

  reveal(): void {}
  dispose(): void {
    this.#disposed.fire();
  }
  ask(message: FromPanel): void {
    this.#received.fire(message);
  }
  show(visible: boolean): void {
    this.visible = visible;
    this.#viewState.fire();
  }
  /** Versions of the tables that it was told; `null` for none. */
  get tables(): readonly (number | null)[] {
    return this.told.flatMap((message) => (message.type === 'show' ? [message.table?.version ?? null] : []));
  }
}

const A = '/平安镇2024.txt';
const B = '/平安镇2023.txt';
const uriOf = (path: string): string => `file://${path}`;

let asked: FiguresParams[];
let answer: (params: FiguresParams) => FiguresResult | null | Promise<FiguresResult | null>;
let feature: Feature;
let status: InstanceType<typeof editor.Emitter<StatusParams>>;
let stored: Map<string, unknown>;

/** Lets everything that is ready to go on do so. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const table = (uri: string, version: number): FiguresResult => ({ uri, version, title: '题', agency: '平安镇', year: 2024, rows: [ROW] });
const RANGE = { start: { line: 2, character: 3 }, end: { line: 2, character: 6 } };
const ROW: FiguresResult['rows'][number] = {
  of: '纠纷',
  text: '12件',
  value: 12,
  approximate: false,
  unit: '件',
  kinds: [],
  section: '',
  heading: '',
  range: RANGE,
  before: '',
  after: '',
  isNew: false,
};

function putInFront(path: string, languageId = 'fazhi-report', character = 0): void {
  const document = { uri: new editor.Address(path), languageId, getText: () => `${path} 的文字` };
  editor.documents = [document];
  editor.active = { document, selection: { active: { line: 2, character } } };
  editor.activeEditor.fire(editor.active);
}

const checked = (path: string): void => status.fire({ uri: uriOf(path) } as StatusParams);
const run = (...values: readonly unknown[]): unknown => feature.commands.showFigures?.(...values);

async function open(path = A): Promise<FakePanel> {
  putInFront(path);
  await run();
  await settle();
  const panel = editor.panels.at(-1);
  if (panel === undefined) throw new Error('no panel');
  panel.ask({ type: 'ready' });
  return panel;
}

beforeEach(() => {
  asked = [];
  answer = ({ uri }) => table(uri, asked.length);
  Object.assign(editor, { active: undefined, documents: [], panels: [], pick: undefined, clipboard: '', warnings: [] });
  editor.files.clear();
  status = new editor.Emitter<StatusParams>();
  stored = new Map();
  feature?.dispose();
  const checker = {
    onStatus: status.event,
    ask: async (_method: string, params: FiguresParams) => {
      asked.push(params);
      return answer(params);
    },
  };
  const extension = {
    extensionUri: new editor.Address('/ext'),
    workspaceState: {
      get: (key: string, otherwise: unknown) => stored.get(key) ?? otherwise,
      update: async (key: string, value: unknown) => void stored.set(key, value),
    },
  } as unknown as ExtensionContext;
  feature = createFiguresPanel({ extension, checker, say: createSay(() => 'zh-CN') } as unknown as ClientContext);
});

describe('the figures panel', () => {
  it('shows the report in front, named by agency and year, under its policy', async () => {
    const panel = await open();
    expect(panel.title).toBe('数据表：平安镇2024');
    expect(asked).toEqual([{ uri: uriOf(A) }]);
    expect(panel.told.map(({ type }) => type)).toEqual(['file', 'show', 'caret']);
    expect(panel.webview.html).toMatch(/default-src 'none'; style-src https:\/\/a\.test; script-src 'nonce-[0-9a-f]{32}'/u);
    expect(panel.webview.options).toMatchObject({ localResourceRoots: [{ path: '/ext/dist' }] });
  });

  it('says so where no file is open', async () => {
    await run();
    expect(editor.warnings).toEqual(['请先打开要检查的文件。']);
    expect(editor.panels).toEqual([]);
  });

  it('comes to the front again where it has the focus itself', async () => {
    await open();
    editor.active = undefined;
    await run();
    expect(editor.warnings).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('is one panel, which follows the report in front and no other file', async () => {
    const panel = await open();
    putInFront(B);
    await settle();
    expect(asked.at(-1)).toEqual({ uri: uriOf(B) });
    putInFront('/a.ts', 'typescript');
    await run(uriOf(A));
    await settle();
    expect(asked.map(({ uri }) => uri)).toEqual([A, B, A].map(uriOf));
    expect(editor.panels).toEqual([panel]);
  });

  it('keeps its table where a Markdown file in front is no report', async () => {
    const panel = await open();
    answer = () => null;
    putInFront('/notes.md', 'markdown');
    await settle();
    expect(panel.tables).toEqual([1]);
    answer = ({ uri }) => table(uri, 9);
    checked(A);
    await settle();
    expect(panel.tables).toEqual([1, 9]);
  });

  it('asks again after each check of its report, and of no other', async () => {
    const panel = await open();
    checked(B);
    await settle();
    checked(A);
    await settle();
    expect(panel.tables).toEqual([1, 2]);
  });

  it('shows no older table over a newer one', async () => {
    const panel = await open();
    const late: ((result: FiguresResult) => void)[] = [];
    answer = () => new Promise((resolve) => late.push(resolve));
    checked(A);
    await settle();
    checked(A);
    await settle();
    late[1]?.(table(uriOf(A), 3));
    late[0]?.(table(uriOf(A), 2));
    await settle();
    expect(panel.tables).toEqual([1, 3]);
  });

  it('asks for nothing while nobody sees it, and for the newest when it is seen again', async () => {
    const panel = await open();
    panel.show(false);
    checked(A);
    checked(A);
    await settle();
    expect(asked).toHaveLength(1);
    panel.show(true);
    await settle();
    panel.told.length = 0;
    panel.ask({ type: 'ready' });
    expect(panel.tables).toEqual([2]);
  });

  it('tells in which figure the caret stands', async () => {
    const panel = await open();
    for (const character of [4, 6, 7]) {
      putInFront(A, 'fazhi-report', character);
      if (editor.active !== undefined) editor.selection.fire({ textEditor: editor.active });
    }
    expect(panel.told.slice(-3)).toEqual([{ type: 'caret', row: 0 }, { type: 'caret', row: 0 }, { type: 'caret' }]);
  });

  it('copies', async () => {
    const panel = await open();
    panel.ask({ type: 'copy', text: 'a\tb', rows: 1 });
    await settle();
    expect(editor.clipboard).toBe('a\tb');
  });

  it('says that nothing was read where the server does not answer', async () => {
    const panel = await open();
    answer = () => Promise.reject(new Error('gone'));
    checked(A);
    await settle();
    expect(panel.told.at(-1)).toEqual({ type: 'failed', text: '数据表没有读出来，检查服务可能没有运行。' });
  });

  it('is filled again when the window is loaded again', async () => {
    const panel = new FakePanel('数据表');
    expect(feature.restores?.view).toBe(FIGURES_VIEW);
    await feature.restores?.restore(panel as unknown as WebviewPanel, { uri: uriOf(A) });
    panel.ask({ type: 'ready' });
    expect(panel.title).toBe('数据表：平安镇2024');
    expect(panel.tables).toEqual([1]);
    const empty = new FakePanel('数据表');
    await feature.restores?.restore(empty as unknown as WebviewPanel, undefined);
    expect(empty.tables).toEqual([]);
  });
});

describe('last year’s file', () => {
  const choose = async (panel: FakePanel, label: string): Promise<readonly string[]> => {
    let labels: readonly string[] = [];
    editor.pick = (items) => {
      labels = items.map((item) => item.label);
      return items.find((item) => item.label.includes(label));
    };
    panel.ask({ type: 'choosePrevious' });
    await settle();
    await settle();
    return labels;
  };

  beforeEach(() => {
    editor.files.set('/其他.txt', '其他').set(A, '今年').set(B, '去年');
  });

  it('is chosen by hand, read, and remembered for the report', async () => {
    const panel = await open();
    expect(await choose(panel, '2023')).toEqual(['$(folder-opened) 浏览其他文件…', '平安镇2023.txt', '其他.txt']);
    expect(asked.at(-1)).toEqual({ uri: uriOf(A), previousUri: uriOf(B), previousText: '去年' });
    checked(A);
    await settle();
    expect(asked.at(-1)).toMatchObject({ previousUri: uriOf(B) });
    putInFront('/另一份.txt');
    await settle();
    expect(asked.at(-1)).toEqual({ uri: uriOf('/另一份.txt') });
  });

  it('is looked for again where the user wants that', async () => {
    const panel = await open();
    await choose(panel, '2023');
    expect((await choose(panel, '自动查找'))[0]).toBe('$(search) 自动查找');
    expect(asked.at(-1)).toEqual({ uri: uriOf(A) });
    await choose(panel, '不选');
    expect(asked).toHaveLength(3);
  });

  it('that is gone is told of, and the table is shown without it', async () => {
    const panel = await open();
    await choose(panel, '2023');
    editor.files.delete(B);
    checked(A);
    await settle();
    checked(A);
    await settle();
    expect(editor.warnings).toEqual([`去年的文件打不开：${B}`]);
    expect(asked.at(-1)).toEqual({ uri: uriOf(A) });
    expect(panel.tables).toHaveLength(4);
  });
});
