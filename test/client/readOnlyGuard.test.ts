import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Disposable, TextDocument } from 'vscode';
import type { ClientContext } from '../../client/clientContext.js';
import { createSay } from '../../client/messages.js';
import { createReadOnlyGuard } from '../../client/readOnlyGuard.js';

const OLD = 1_000;

const fake = vi.hoisted(() => ({
  listener: undefined as ((event: unknown) => void) | undefined,
  /** The file on disk. */
  file: { bytes: new Uint8Array(), mtime: 0 },
  commands: [] as string[],
  warnings: [] as string[],
  /** What reading the file again does to the text. */
  revert: () => {},
  visible: [] as unknown[],
  asked: () => {},
}));

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => ({
  Uri: class {},
  FileSystemError: class extends Error {},
  commands: {
    executeCommand: async (command: string) => {
      fake.commands.push(command);
      if (command === 'workbench.action.files.revert') fake.revert();
    },
  },
  window: {
    get visibleTextEditors() {
      return fake.visible;
    },
    showTextDocument: async () => undefined,
    showWarningMessage: async (message: string) => {
      fake.warnings.push(message);
      return undefined;
    },
  },
  workspace: {
    fs: {
      isWritableFileSystem: () => true,
      stat: async () => ({ mtime: fake.file.mtime }),
      readFile: async () => {
        // By now whoever waits for the answer can be told that there was a question.
        fake.asked();
        return fake.file.bytes;
      },
    },
    onDidChangeTextDocument: (listener: (event: unknown) => void): Disposable => {
      fake.listener = listener;
      return { dispose: () => undefined };
    },
  },
}));

interface FakeDocument {
  text: string;
  version: number;
  isDirty: boolean;
  isUntitled: boolean;
  languageId: string;
  uri: { scheme: string; path: string };
  getText(): string;
}

function documentWith(text: string, changes: Partial<FakeDocument> = {}): FakeDocument {
  return {
    text,
    version: 2,
    isDirty: false,
    isUntitled: false,
    languageId: 'fazhi-report',
    uri: { scheme: 'file', path: '/某处/报告.txt' },
    getText() {
      return this.text;
    },
    ...changes,
  };
}

/** Lets the editor tell that a document has changed, and gives what its user was told by then. */
async function told(document: FakeDocument): Promise<readonly string[]> {
  fake.listener?.({ document: document as unknown as TextDocument, contentChanges: [{}] });
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  return fake.warnings;
}

const write = (text: string, mtime = OLD): void => {
  fake.file = { bytes: new TextEncoder().encode(text), mtime };
};

describe('the guard of read-only reports', () => {
  beforeEach(() => {
    Object.assign(fake, { commands: [], warnings: [], revert: () => undefined, visible: [], asked: () => undefined });
    createReadOnlyGuard({ say: createSay(() => 'zh-CN') } as unknown as ClientContext);
    write('原文\n');
  });

  it('takes back what cannot be saved, and says so', async () => {
    const document = documentWith('改过\n');
    fake.visible = [{ document }];
    fake.revert = () => Object.assign(document, { text: '原文\n', version: 3 });
    expect(await told(document)).toEqual(['“报告.txt”是只读的，没有修改。请先另存为副本，再修改副本。']);
    expect(fake.commands).toEqual(['workbench.action.files.revert']);
  });

  it('says of a project file that nobody sees that it was not written', async () => {
    const document = documentWith('{ "ignore": [] }', { languageId: 'json', uri: { scheme: 'file', path: '/某处/.fazhi-report.json' } });
    expect((await told(document)).join()).toContain('项目文件 .fazhi-report.json 是只读的');
    expect(fake.commands).toEqual([]);
  });

  it.each([
    ['waits to be saved', documentWith('改过\n', { isDirty: true })],
    ['has no file', documentWith('改过\n', { isUntitled: true })],
    ['is no report', documentWith('改过\n', { languageId: 'plaintext' })],
    ['is an old version', documentWith('改过\n', { uri: { scheme: 'git', path: '/某处/报告.txt' } })],
    ['was read again', documentWith('原文\n')],
    ['has line ends of one kind', documentWith('原文\r\n')],
  ])('leaves alone what %s', async (_, document) => {
    fake.visible = [{ document }];
    expect(await told(document)).toEqual([]);
    expect(fake.commands).toEqual([]);
  });

  it('leaves alone what was written just now: the editor may not have read it yet', async () => {
    write('别人改的\n', Date.now());
    expect(await told(documentWith('改过\n'))).toEqual([]);
  });

  it('says nothing where the file is what the editor has, which is only read otherwise here', async () => {
    const document = documentWith('乱码');
    fake.visible = [{ document }];
    expect(await told(document)).toEqual([]);
    expect(fake.commands).toEqual(['workbench.action.files.revert']);
  });

  it('leaves alone what is edited while its file is read', async () => {
    const document = documentWith('改过\n');
    fake.asked = () => Object.assign(document, { isDirty: true });
    expect(await told(document)).toEqual([]);
  });
});
