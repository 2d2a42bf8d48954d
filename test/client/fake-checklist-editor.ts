/** An event as the editor's are. */
export class Emitter<T> {
  readonly #listeners: ((value: T) => void)[] = [];
  readonly event = (listener: (value: T) => void) => {
    this.#listeners.push(listener);
    return { dispose: () => void this.#listeners.splice(this.#listeners.indexOf(listener), 1) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }

  dispose(): void {}
}

/** What is in the editor, and what it was asked to do. */
class FakeEditor {
  active: unknown;
  warnings: string[] = [];
  commands: unknown[][] = [];
  applied: unknown[] = [];
  /** Whether edits are taken. */
  accepts = true;
  readonly activeChanged = new Emitter<unknown>();
  readonly caretMoved = new Emitter<unknown>();
  readonly closed = new Emitter<unknown>();

  reset(): void {
    this.active = undefined;
    this.warnings = [];
    this.commands = [];
    this.applied = [];
    this.accepts = true;
  }
}

/** The one that the modules under test see; `reset` before each test. */
export const fake = new FakeEditor();

class Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };

  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = { line: startLine, character: startCharacter };
    this.end = { line: endLine, character: endCharacter };
  }
}

/** As much of `vscode` as the checklist uses. Test files share their modules, and so this. */
export const EDITOR = {
  EventEmitter: Emitter,
  CancellationTokenSource: class {
    readonly token = { isCancellationRequested: false };
    cancel(): void {
      this.token.isCancellationRequested = true;
    }
    dispose(): void {}
  },
  Disposable: {
    from: (...all: readonly { dispose(): void }[]) => ({
      dispose: () => {
        for (const one of all) one.dispose();
      },
    }),
  },
  ThemeColor: class {
    constructor(readonly id: string) {}
  },
  ThemeIcon: class {
    constructor(
      readonly id: string,
      readonly color: unknown,
    ) {}
  },
  TreeItem: class {
    constructor(
      readonly label: string,
      readonly collapsibleState: number,
    ) {}
  },
  TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
  Position: class {
    constructor(
      readonly line: number,
      readonly character: number,
    ) {}
  },
  Range,
  Selection: class {
    constructor(readonly active: unknown) {}
  },
  TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
  TextEdit: { replace: (range: Range, newText: string) => ({ range, newText }) },
  SnippetString: class {
    constructor(readonly value: string) {}
  },
  SnippetTextEdit: { replace: (range: Range, snippet: unknown) => ({ range, snippet }) },
  WorkspaceEdit: class {
    edits: unknown;
    set(_uri: unknown, edits: unknown): void {
      this.edits = edits;
    }
  },
  commands: { executeCommand: async (...command: unknown[]) => void fake.commands.push(command) },
  workspace: {
    textDocuments: [],
    onDidCloseTextDocument: fake.closed.event,
    applyEdit: async (edit: { readonly edits: unknown }) => {
      fake.applied.push(edit.edits);
      return fake.accepts;
    },
  },
  window: {
    get activeTextEditor() {
      return fake.active;
    },
    visibleTextEditors: [],
    onDidChangeActiveTextEditor: fake.activeChanged.event,
    onDidChangeTextEditorSelection: fake.caretMoved.event,
    showTextDocument: async () => fake.active,
    showWarningMessage: async (message: string) => void fake.warnings.push(message),
  },
};
