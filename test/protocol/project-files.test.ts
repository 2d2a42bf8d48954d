import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ClientCapabilities, CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LOOK_AGAIN_NOTIFICATION } from '../../server/protocol/messages.js';
import { NODE_FILES } from '../../server/protocol/node-files.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { call, folder } from '../cli/helper.js';
import { type Client, POOR, RICH, start, type StartOptions } from './harness.js';

const CONFIG = '.fazhi-report.json';
const ROOT = 'file:///w';
const URI = `${ROOT}/镇/a.txt`;
const CONFIG_URI = `${ROOT}/${CONFIG}`;
const BLANK = exampleReport({}).replace('专题会议4次', '专题会议××次');

/** As rich as VS Code: also watches files, has folders and takes edits that create files. */
const FULL: ClientCapabilities = {
  ...RICH,
  workspace: {
    ...RICH.workspace,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** A client with one open report and some files on its disk. */
async function open(files: Map<string, string>, options: StartOptions = {}, text = BLANK): Promise<Client> {
  const client = await start({ capabilities: FULL, workspaceFolders: [ROOT], files, ...options });
  client.open(URI, text);
  return client;
}

const rulesOf = (items: readonly Diagnostic[]): unknown[] => items.map(({ code }) => code);

/** Tells the server that files have changed on disk, and waits until it wants to be asked again. */
async function changed(client: Client, uri = CONFIG_URI): Promise<void> {
  const refreshed = client.refreshed.next();
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  await refreshed;
}

async function actions(client: Client, uri: string, { range }: Diagnostic): Promise<CodeAction[]> {
  return client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
}

async function ignoreAction(client: Client, uri = URI): Promise<CodeAction | undefined> {
  const finding = (await client.pullItems(uri)).find(({ code }) => code === 'placeholder');
  return finding === undefined ? undefined : (await actions(client, uri, finding)).find(({ title }) => title.startsWith('忽略此处'));
}

/** The text of a file after an edit of that file alone. */
function textAfter(text: string, edit: WorkspaceEdit | undefined): string {
  const edits = [...Object.values(edit?.changes ?? {}).flat()];
  for (const change of edit?.documentChanges ?? []) {
    if ('edits' in change) for (const one of change.edits) if ('newText' in one) edits.push(one);
  }
  return TextDocument.applyEdits(TextDocument.create('x:x', 'json', 1, text), edits);
}

describe('a project file', () => {
  it('governs the reports below it, and the editor’s rules do not', async () => {
    const files = new Map([[CONFIG_URI, '{ "rules": { "placeholder": "hint" } }']]);
    const client = await open(files, { initializationOptions: { readsFiles: true, rules: { placeholder: 'off' } } });
    expect(await client.pullItems(URI)).toMatchObject([{ code: 'placeholder', severity: 4 }]);
    client.open('file:///elsewhere/b.txt', BLANK);
    expect(rulesOf(await client.pullItems('file:///elsewhere/b.txt'))).toEqual([]);
  });

  it('is read through the client whatever its file system', async () => {
    const files = new Map([[`vscode-vfs://github/x/${CONFIG}`, '{ "rules": { "placeholder": "off" } }']]);
    const client = await start({ capabilities: FULL, workspaceFolders: ['vscode-vfs://github/x'], files });
    client.open('vscode-vfs://github/x/%E9%95%87/a.txt', BLANK);
    expect(await client.pullItems('vscode-vfs://github/x/%E9%95%87/a.txt')).toEqual([]);
  });

  it('is read from disk for clients that do not read files', async () => {
    const place = mkdtempSync(join(tmpdir(), 'fazhi-镇-'));
    onTestFinished(() => rmSync(place, { recursive: true, force: true }));
    writeFileSync(join(place, CONFIG), '{ "rules": { "placeholder": "hint" } }');
    const uri = pathToFileURL(join(place, 'a.txt')).href;
    const client = await start({ capabilities: POOR, serverFiles: NODE_FILES });
    client.open(uri, BLANK);
    expect((await client.diagnostics.next()).diagnostics).toMatchObject([{ code: 'placeholder', severity: 4 }]);
    // This client does not watch: a save is when files are read again.
    writeFileSync(join(place, CONFIG), '{ "rules": { "placeholder": "off" } }');
    client.notify('textDocument/didSave', { textDocument: { uri } });
    expect((await client.diagnostics.next()).diagnostics).toEqual([]);
  });

  it('that changes on disk changes the findings', async () => {
    const files = new Map<string, string>();
    const client = await open(files);
    expect(rulesOf(await client.pullItems(URI))).toEqual(['placeholder']);
    files.set(CONFIG_URI, '{ "rules": { "placeholder": "off" } }');
    await changed(client);
    expect(await client.pullItems(URI)).toEqual([]);
    files.delete(CONFIG_URI);
    await changed(client);
    expect(rulesOf(await client.pullItems(URI))).toEqual(['placeholder']);
  });

  it('is looked at again when a report is opened, though nobody has told that it changed', async () => {
    const files = new Map([
      [CONFIG_URI, '{ "extends": "./county.json" }'],
      [`${ROOT}/county.json`, '{}'],
    ]);
    const client = await open(files);
    expect(rulesOf(await client.pullItems(URI))).toEqual(['placeholder']);
    for (const [other, level] of [
      [`${ROOT}/村/b.txt`, 'off'],
      [`${ROOT}/村/c.txt`, 'error'],
    ] as const) {
      files.set(`${ROOT}/county.json`, `{ "rules": { "placeholder": "${level}" } }`);
      const refreshed = client.refreshed.next();
      client.open(other, BLANK);
      await refreshed;
      expect(rulesOf(await client.pullItems(URI))).toEqual(level === 'off' ? [] : ['placeholder']);
      expect(await client.pullItems(other)).toHaveLength(level === 'off' ? 0 : 1);
    }
  });

  it('is looked at again when the user comes back to the window', async () => {
    const files = new Map<string, string>();
    const client = await open(files);
    expect(rulesOf(await client.pullItems(URI))).toEqual(['placeholder']);
    for (const text of ['{ "rules": { "placeholder": "off" } }', '{ "rules": {} }', undefined]) {
      if (text === undefined) files.delete(CONFIG_URI);
      else files.set(CONFIG_URI, text);
      const refreshed = client.refreshed.next();
      client.notify(LOOK_AGAIN_NOTIFICATION, undefined);
      await refreshed;
      expect(await client.pullItems(URI)).toHaveLength(text?.includes('off') === true ? 0 : 1);
    }
  });

  it('is watched, and so is what it extends', async () => {
    const files = new Map([
      [CONFIG_URI, '{ "extends": "./county.json" }'],
      [`${ROOT}/county.json`, '{}'],
    ]);
    const client = await open(files);
    const globs = async (): Promise<unknown> => (await client.registered.next())[0]?.registerOptions;
    expect(await globs()).toEqual({ watchers: [{ globPattern: `**/${CONFIG}` }] });
    expect(await globs()).toEqual({ watchers: [{ globPattern: '**/county.json' }] });
    files.set(`${ROOT}/county.json`, '{ "rules": { "placeholder": "off" } }');
    await changed(client, `${ROOT}/county.json`);
    expect(await client.pullItems(URI)).toEqual([]);
  });

  it('is watched above a report that lies outside of the open folders, each folder once', async () => {
    const workspace = { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } };
    const files = new Map<string, string>();
    const client = await open(files, { capabilities: { ...FULL, workspace } });
    const outside = 'vscode-vfs://cloud/县/镇/a.txt';
    client.open(outside, BLANK);
    expect(rulesOf(await client.pullItems(outside))).toEqual(['placeholder']);
    client.open('vscode-vfs://cloud/县/乡/b.txt', BLANK);
    await client.pullItems('vscode-vfs://cloud/县/乡/b.txt');
    const watched = client.registered.all.flat().map(({ registerOptions }) => registerOptions);
    const above = (...folders: string[]) => ({
      watchers: folders.map((baseUri) => ({ globPattern: { baseUri, pattern: CONFIG } })),
    });
    expect(watched).toEqual([
      { watchers: [{ globPattern: `**/${CONFIG}` }] },
      above('vscode-vfs://cloud/县/镇', 'vscode-vfs://cloud/县'),
      above('vscode-vfs://cloud/县/乡'),
    ]);
    files.set(`vscode-vfs://cloud/县/${CONFIG}`, '{ "rules": { "placeholder": "off" } }');
    await changed(client, `vscode-vfs://cloud/县/${CONFIG}`);
    expect(await client.pullItems(outside)).toEqual([]);
  });

  it('is not watched outside of the open folders where the client cannot', async () => {
    const client = await open(new Map());
    client.open('file:///elsewhere/b.txt', BLANK);
    await client.pullItems('file:///elsewhere/b.txt');
    client.open('untitled:Untitled-1', BLANK);
    await client.pullItems('untitled:Untitled-1');
    expect(client.registered.all).toHaveLength(1);
  });

  it('counts as it is in the editor, unsaved', async () => {
    const client = await open(new Map([[CONFIG_URI, '{}']]));
    expect(rulesOf(await client.pullItems(URI))).toEqual(['placeholder']);
    client.open(CONFIG_URI, '{ "rules": { "placeholder": "off" } }', 'json');
    expect(await client.pullItems(URI)).toEqual([]);
    client.replace(CONFIG_URI, 'off', 'hint');
    expect(await client.pullItems(URI)).toMatchObject([{ severity: 4 }]);
    client.close(CONFIG_URI);
    expect(await client.pullItems(URI)).toMatchObject([{ severity: 1 }]);
  });

  it('of each folder holds for that folder', async () => {
    const files = new Map([
      [`file:///one/${CONFIG}`, '{ "rules": { "placeholder": "off" } }'],
      [`file:///two/${CONFIG}`, '{ "rules": { "placeholder": "hint" } }'],
      [`file:///${CONFIG}`, '{ "rules": { "placeholder": "information" } }'],
    ]);
    const client = await start({ capabilities: FULL, workspaceFolders: ['file:///one', 'file:///two', 'file:///three'], files });
    const severities: unknown[] = [];
    for (const name of ['one', 'two', 'three']) {
      client.open(`file:///${name}/a.txt`, BLANK);
      severities.push((await client.pullItems(`file:///${name}/a.txt`))[0]?.severity);
    }
    expect(severities).toEqual([undefined, 4, 1]);
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'file:///', name: '/' }], removed: [] } });
    await client.refreshed.next();
    expect((await client.pullItems('file:///three/a.txt'))[0]?.severity).toBe(3);
  });
});

describe('a mistake in a project file', () => {
  it('is a diagnostic in that file, pulled where it is open and pushed where it is not', async () => {
    const client = await open(new Map([[CONFIG_URI, '{ "rulse": {} }']]));
    expect(await client.diagnostics.next()).toMatchObject({ uri: CONFIG_URI, diagnostics: [{ code: 'config-unknown-key', severity: 2 }] });
    client.open(CONFIG_URI, '{ "rulse": {} }', 'json');
    expect(await client.diagnostics.next()).toMatchObject({ uri: CONFIG_URI, diagnostics: [] });
    const [mistake] = await client.pullItems(CONFIG_URI);
    expect(mistake).toMatchObject({ code: 'config-unknown-key', source: '法治报告', message: expect.stringContaining('是不是“rules”') });
    const [fix] = mistake === undefined ? [] : await actions(client, CONFIG_URI, mistake);
    expect(client.textAfter(CONFIG_URI, fix?.edit)).toBe('{ "rules": {} }');
  });

  it('is pushed to clients that do not pull, also where the file is open', async () => {
    const client = await start({ capabilities: POOR, workspaceFolders: [ROOT], files: new Map() });
    client.open(CONFIG_URI, '{ "rules": ', 'json');
    expect(await client.diagnostics.next()).toMatchObject({ uri: CONFIG_URI, diagnostics: [{ code: 'config-syntax' }] });
    client.change(CONFIG_URI, { text: '{}' });
    expect(await client.diagnostics.next()).toMatchObject({ uri: CONFIG_URI, diagnostics: [] });
  });

  it('leaves the last good text in force', async () => {
    const files = new Map([[CONFIG_URI, '{ "rules": { "placeholder": "off" } }']]);
    const client = await open(files);
    expect(await client.pullItems(URI)).toEqual([]);
    files.set(CONFIG_URI, '{ "rules": { "placeholder": ');
    await changed(client);
    expect(await client.pullItems(URI)).toEqual([]);
    expect((await client.diagnostics.next()).diagnostics).toMatchObject([{ code: 'config-syntax' }]);
    files.set(CONFIG_URI, '{}');
    await changed(client);
    expect(rulesOf(await client.pullItems(URI))).toEqual(['placeholder']);
  });

  it('is told in the file that is extended, and an address is never followed', async () => {
    const files = new Map([
      [CONFIG_URI, '{ "extends": "county.json" }'],
      [`${ROOT}/county.json`, '{ "extends": "https://example.cn/x.json" }'],
    ]);
    const client = await open(files);
    expect(await client.diagnostics.next()).toMatchObject({ uri: `${ROOT}/county.json`, diagnostics: [{ code: 'config-extends' }] });
  });

  it('goes when the last report that it governs is closed', async () => {
    const client = await open(new Map([[CONFIG_URI, '[]']]));
    expect((await client.diagnostics.next()).diagnostics).toHaveLength(1);
    client.close(URI);
    expect(await client.diagnostics.next()).toMatchObject({ uri: CONFIG_URI, diagnostics: [] });
  });
});

describe('the quick fix that ignores a finding', () => {
  it('comes last, is not preferred and creates the project file', async () => {
    const files = new Map<string, string>();
    const client = await open(files);
    const [finding] = await client.pullItems(URI);
    const offered = finding === undefined ? [] : await actions(client, URI, finding);
    const action = offered.at(-1);
    expect(action).toMatchObject({ title: '忽略此处：未填写的占位（写入 .fazhi-report.json）', kind: 'quickfix' });
    expect(action).not.toHaveProperty('isPreferred');
    expect(action?.edit?.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: CONFIG_URI });
    const text = textAfter('', action?.edit);
    expect(JSON.parse(text)).toEqual({ ignore: [{ rule: 'placeholder', text: '召开专题会议××次', file: '镇/a.txt', reason: '' }] });
    files.set(CONFIG_URI, text);
    await changed(client);
    expect(await client.pullItems(URI)).toEqual([]);
  });

  it('adds to the file that there is, saved or not', async () => {
    const client = await open(new Map([[CONFIG_URI, '{}']]));
    const text = '{\n  // 注\n  "rules": {}\n}\n';
    client.open(CONFIG_URI, text, 'json');
    const action = await ignoreAction(client);
    const after = client.textAfter(CONFIG_URI, action?.edit);
    expect(after).toContain('// 注\n  "rules": {},\n  "ignore": [\n    { "rule": "placeholder"');
    client.change(CONFIG_URI, { text: after });
    expect(await client.pullItems(URI)).toEqual([]);
    expect(await client.pullItems(CONFIG_URI)).toEqual([]);
  });

  it.each<[string, StartOptions, ReadonlyMap<string, string>]>([
    ['outside of every folder', { workspaceFolders: [] }, new Map()],
    ['to clients that cannot create files', { capabilities: RICH }, new Map()],
    ['where the project file is no JSON', {}, new Map([[CONFIG_URI, '{']])],
    ['where ignore is no list', {}, new Map([[CONFIG_URI, '{ "ignore": 1 }']])],
  ])('is not offered %s', async (_, options, files) => {
    const client = await open(new Map(files), options);
    expect(await client.pullItems(URI)).toHaveLength(1);
    expect(await ignoreAction(client)).toBeUndefined();
  });

  it('edits an existing file for clients without versioned edits', async () => {
    const capabilities: ClientCapabilities = { ...FULL, workspace: { ...FULL.workspace, workspaceEdit: {} } };
    const client = await open(new Map([[CONFIG_URI, '{}']]), { capabilities });
    expect(Object.keys((await ignoreAction(client))?.edit?.changes ?? {})).toEqual([CONFIG_URI]);
  });
});

describe('an entry of ignore that matches nothing any more', () => {
  const entry = { rule: 'placeholder', text: '召开专题会议××次', file: '镇/a.txt' };
  const config = (...entries: readonly object[]): string => JSON.stringify({ ignore: entries }, undefined, 2);

  it('is told where its file is open, and taken out by a quick fix', async () => {
    const client = await open(new Map([[CONFIG_URI, '{}']]));
    client.open(CONFIG_URI, config(entry, { ...entry, file: '镇/b.txt' }, { rule: 'placeholder', text: '没有这句' }), 'json');
    expect(await client.pullItems(CONFIG_URI)).toEqual([]);
    const refreshed = client.refreshed.next();
    client.replace(URI, '××', '4');
    await refreshed;
    const [idle, ...rest] = await client.pullItems(CONFIG_URI);
    expect(rest).toEqual([]);
    expect(idle).toMatchObject({ code: 'config-unmatched-ignore', severity: 2, tags: [1], range: { start: { line: 2 } } });
    const [fix] = idle === undefined ? [] : await actions(client, CONFIG_URI, idle);
    expect(fix?.title).toBe('删除这一条');
    const after = JSON.parse(client.textAfter(CONFIG_URI, fix?.edit));
    expect(after.ignore.map(({ file }: { file?: string }) => file)).toEqual(['镇/b.txt', undefined]);
  });
});

it('editor and command line show the same under a project file', async () => {
  const text = BLANK.replace('四、2025年', '2025年').replace('二、存在的不足和原因', '二、回头看');
  const files = {
    'county.json': '{ "rules": { "heading-number-missing": "hint" }, "agency": { "name": "云桥镇" } }',
    [`town/${CONFIG}`]: JSON.stringify({
      extends: '../county.json',
      sections: { shortcomings: { headings: ['回头看'] } },
      ignore: [{ rule: 'placeholder', text: '专题会议××次', file: 'a.txt' }],
    }),
    'town/a.txt': text,
    'town/b.txt': text,
  };
  const cwd = folder(files);
  const { stdout } = await call(['check', '--format', 'json', '.'], { cwd });
  const byCommandLine = Object.fromEntries(
    JSON.parse(stdout).files.map(({ file, diagnostics }: { file: string; diagnostics: Diagnostic[] }) => [
      file,
      diagnostics.map(({ message, range }) => ({ message, range })),
    ]),
  );
  const client = await start({ capabilities: FULL, workspaceFolders: [pathToFileURL(cwd).href], serverFiles: NODE_FILES });
  for (const name of ['town/a.txt', 'town/b.txt']) {
    const uri = pathToFileURL(join(cwd, name)).href;
    client.open(uri, text);
    expect((await client.pullItems(uri)).map(({ message, range }) => ({ message, range }))).toEqual(byCommandLine[name]);
  }
  expect(byCommandLine['town/a.txt']).not.toEqual(byCommandLine['town/b.txt']);
});
