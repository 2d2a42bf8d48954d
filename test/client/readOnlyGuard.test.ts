import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Disposable, TextDocument } from 'vscode';
import type { ClientContext } from '../../client/clientContext.js';
import { createSay } from '../../client/messages.js';
import { createReadOnlyGuard } from '../../client/readOnlyGuard.js';

const OLD = 1_000;

const fake = vi.hoisted(() => ({
  listener: undefined as ((event: unknown) => void) | undefined,
  /** The file on disk. */
  file: { bytes: new Uint8Array(), mtime: 0, permissions: undefined as number | undefined },
  isWritable: true as boolean | undefined,
  isLocked: false,
  settings: {} as Record<string, unknown>,
  commands: [] as string[],
  warnings: [] as string[],
  /** Which column was shown. */
  shown: [] as unknown[],
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
  FilePermission: { Readonly: 1 },
  EndOfLine: { LF: 1, CRLF: 2 },
  RelativePattern: class {
    constructor(
      readonly base: { readonly uri: { readonly path: string } },
      readonly pattern: string,
    ) {}
  },
  languages: {
    /** Knows patterns of the form `**\/NAME/**` and, in a folder, `NAME/**`. */
    match: (filters: { pattern: string | { base: { uri: { path: string } }; pattern: string } }[], { uri }: { uri: { path: string } }) =>
      filters.some(({ pattern }) =>
        typeof pattern === 'string'
          ? pattern.startsWith('**/') && uri.path.includes(pattern.slice(2, -2))
          : uri.path.startsWith(`${pattern.base.uri.path}/${pattern.pattern.slice(0, -2)}`),
      )
        ? 10
        : 0,
  },
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
    showTextDocument: async (_: unknown, { viewColumn }: { viewColumn: unknown }) => void fake.shown.push(viewColumn),
    showWarningMessage: async (message: string) => {
      fake.warnings.push(message);
      return undefined;
    },
  },
  workspace: {
    fs: {
      isWritableFileSystem: () => fake.isWritable,
      stat: async () => ({ mtime: fake.file.mtime, size: fake.file.bytes.length, permissions: fake.file.permissions }),
      readFile: async () => {
        // By now whoever waits for the answer can be told that there was a question.
        fake.asked();
        return fake.file.bytes;
      },
    },
    getConfiguration: () => ({ get: (name: string) => fake.settings[name] }),
    getWorkspaceFolder: () => ({ uri: { path: '/某处' } }),
    onDidChangeTextDocument: (listener: (event: unknown) => void): Disposable => {
      fake.listener = listener;
      return { dispose: () => undefined };
    },
  },
}));

const FILE = '原文\n';

interface FakeDocument {
  text: string;
  version: number;
  eol: number;
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
    eol: 1,
    isDirty: false,
    isUntitled: false,
    languageId: 'fazhi-report',
    uri: { scheme: 'file', path: '/某处/终稿/报告.txt' },
    getText() {
      return this.text;
    },
    ...changes,
  };
}

/** The whole of a text replaced, as an edit tells it. */
const whole = (before: string, text: string) => ({ rangeOffset: 0, rangeLength: before.length, text });

/** Lets the editor tell that a document has changed from one text to that which it has now, and gives what its user was told by then. */
async function told(document: FakeDocument, before = FILE, ...earlier: readonly object[]): Promise<readonly string[]> {
  const event = (contentChanges: readonly object[]): unknown => ({ document: document as unknown as TextDocument, contentChanges });
  if (earlier.length > 0) fake.listener?.(event(earlier));
  fake.listener?.(event([whole(before, document.text)]));
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
  return fake.warnings;
}

const write = (text: string | Uint8Array<ArrayBuffer>, mtime = OLD): void => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  fake.file = { bytes, mtime, permissions: undefined };
};

/** What makes a file read-only, and is known. */
const READ_ONLY: readonly (readonly [why: string, make: () => void])[] = [
  ['the file system', () => Object.assign(fake, { isWritable: false })],
  ['the file', () => Object.assign(fake.file, { permissions: 1 })],
  ['its permissions', () => Object.assign(fake, { isLocked: true, settings: { readonlyFromPermissions: true } })],
  ['a setting', () => Object.assign(fake, { settings: { readonlyInclude: { '**/终稿/**': true } } })],
  ['a setting for its folder', () => Object.assign(fake, { settings: { readonlyInclude: { '终稿/**': true } } })],
];
const TOLD = '“报告.txt”是只读的，没有修改。请先另存为副本，再修改副本。';

beforeEach(() => {
  Object.assign(fake, {
    ...{ commands: [], warnings: [], shown: [], revert: () => undefined, visible: [], asked: () => undefined },
    ...{ isWritable: true, isLocked: false, settings: {} },
  });
  createReadOnlyGuard({
    say: createSay(() => 'zh-CN'),
    isChecked: ({ uri }: TextDocument) => uri.path.endsWith('报告.md'),
    isLocked: async () => fake.isLocked,
  } as unknown as ClientContext);
  write(FILE);
});

const inSetting = (): void => void Object.assign(fake, { settings: { readonlyInclude: { '**/某处/**': true } } });
const shownAs = (document: FakeDocument, viewColumn: number | undefined = 2): void => {
  fake.visible = [{ document, viewColumn }];
};

describe('the guard of read-only reports', () => {
  it.each(READ_ONLY)('takes back what cannot be saved because of %s, where it is shown, and says so', async (_, make) => {
    make();
    const document = documentWith('改过\n');
    shownAs(document);
    fake.revert = () => Object.assign(document, { text: FILE, version: 3 });
    expect(await told(document)).toEqual([TOLD]);
    expect(fake.commands).toEqual(['workbench.action.files.revert']);
    expect(fake.shown).toEqual([2]);
  });

  it('takes back several edits at once', async () => {
    inSetting();
    const document = documentWith('又改过的原文\n');
    const earlier = { rangeOffset: 0, rangeLength: 0, text: '改过的' };
    expect(await told(document, '改过的原文\n', earlier)).toEqual([TOLD]);
  });

  it('takes back what was changed in a file with other line ends', async () => {
    inSetting();
    write('\ufeff甲\r\n乙\n');
    const document = documentWith('甲\r\n丙\r\n', { eol: 2 });
    fake.listener?.({ document, contentChanges: [{ rangeOffset: 3, rangeLength: 1, text: '丙' }] });
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
    expect(fake.warnings).toEqual([TOLD]);
  });

  it('says of a project file that nobody sees that it was not written', async () => {
    inSetting();
    const document = documentWith('{ "ignore": [] }', { languageId: 'json', uri: { scheme: 'file', path: '/某处/.fazhi-report.json' } });
    expect((await told(document)).join()).toContain('项目文件 .fazhi-report.json 是只读的');
    expect(fake.commands).toEqual([]);
  });

  it('does not bring a file to the front that is shown in a comparison only', async () => {
    inSetting();
    const document = documentWith('改过\n');
    fake.visible = [{ document }];
    expect(await told(document)).toEqual([TOLD]);
    expect([fake.shown, fake.commands]).toEqual([[], []]);
  });

  it('concerns Markdown that is checked, and no other', async () => {
    inSetting();
    const markdown = (name: string): FakeDocument =>
      documentWith('改过\n', { languageId: 'markdown', uri: { scheme: 'file', path: `/某处/${name}` } });
    expect(await told(markdown('README.md'))).toEqual([]);
    expect(await told(markdown('报告.md'))).toEqual(['“报告.md”是只读的，没有修改。请先另存为副本，再修改副本。']);
  });
});

describe('the guard of read-only reports leaves alone', () => {
  it.each([
    ['what waits to be saved', documentWith('改过\n', { isDirty: true })],
    ['what has no file', documentWith('改过\n', { isUntitled: true })],
    ['what is no report', documentWith('改过\n', { languageId: 'plaintext' })],
    ['an old version', documentWith('改过\n', { uri: { scheme: 'git', path: '/某处/报告.txt' } })],
    ['what was read again', documentWith(FILE)],
    ['what has line ends of one kind', documentWith('原文\r\n', { eol: 2 })],
  ])('%s', async (_, document) => {
    inSetting();
    shownAs(document);
    expect(await told(document)).toEqual([]);
    expect([fake.shown, fake.commands]).toEqual([[], []]);
  });

  it.each<[string, () => void]>([
    ['is not known to be read-only', () => undefined],
    ['lies in a file system that says nothing', () => Object.assign(fake, { isWritable: undefined })],
    ['is locked, which the editor is not to mind', () => Object.assign(fake, { isLocked: true })],
    ['may be written', () => Object.assign(fake, { settings: { readonlyFromPermissions: true } })],
    ['lies elsewhere', () => Object.assign(fake, { settings: { readonlyInclude: { '**/旧/**': true, '旧/**': true } } })],
    ['is not meant any more', () => Object.assign(fake, { settings: { readonlyInclude: { '**/终稿/**': false } } })],
    [
      'is left out',
      () => Object.assign(fake, { settings: { readonlyInclude: { '**/某处/**': true }, readonlyExclude: { '**/终稿/**': true } } }),
    ],
    ['is under a setting of another form', () => Object.assign(fake, { settings: { readonlyInclude: ['**/终稿/**'] } })],
  ])('a file that %s', async (_, make) => {
    make();
    const document = documentWith('改过\n');
    shownAs(document);
    expect(await told(document)).toEqual([]);
    expect([fake.shown, fake.commands]).toEqual([[], []]);
  });

  it('what was written just now: the editor may not have read it yet', async () => {
    inSetting();
    write(FILE, Date.now());
    expect(await told(documentWith('改过\n'))).toEqual([]);
  });

  it('what was read from a file that a program has replaced since, keeping its old time', async () => {
    inSetting();
    write('同步来的新文\n');
    const document = documentWith('改过\n');
    shownAs(document);
    expect(await told(document)).toEqual([]);
    expect([fake.shown, fake.commands]).toEqual([[], []]);
  });

  it.each(['gb18030', 'big5', 'utf-16le', 'windows-1252'])('what a person had read again as %s', async (encoding) => {
    inSetting();
    write('专题会议\n');
    const document = documentWith(new TextDecoder(encoding).decode(fake.file.bytes));
    shownAs(document);
    expect(await told(document, '专题会议\n')).toEqual([]);
    expect([fake.shown, fake.commands]).toEqual([[], []]);
  });

  it('a file over 10 MB', async () => {
    inSetting();
    write(new Uint8Array(10 * 1024 * 1024 + 1).fill(0x20));
    expect(await told(documentWith('改过\n'), ' '.repeat(fake.file.bytes.length))).toEqual([]);
  });

  it('what is edited while its file is read', async () => {
    inSetting();
    const document = documentWith('改过\n');
    fake.asked = () => Object.assign(document, { isDirty: true });
    expect(await told(document)).toEqual([]);
  });

  it('what reading again does not change: it was read otherwise', async () => {
    inSetting();
    const document = documentWith('改过\n');
    shownAs(document);
    expect(await told(document)).toEqual([]);
    expect(fake.commands).toEqual(['workbench.action.files.revert']);
  });
});
