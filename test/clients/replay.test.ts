import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { Client } from '../protocol/harness.js';
import { ROOT } from '../support/files.js';
import { HANDED } from './configurations.js';
import { formatted, outlineNames, renamed } from './expected.js';
import { PLACES, Scene, SERVER } from './scene.js';

/** What an editor that cannot be run here says of itself, from its source. */
interface Recorded {
  readonly editor: string;
  readonly source: string;
  readonly diagnostics: 'pull' | 'push';
  readonly languageId: string;
  /** Sends `file:///报告/a b.txt` as it is. */
  readonly leavesAddressesUnescaped?: boolean;
  readonly params: { readonly capabilities: ClientCapabilities };
}

const FOLDER = path.join(ROOT, 'test/clients/recorded');
const RECORDED = readdirSync(FOLDER).map((name) => ({
  name: path.basename(name, '.json'),
  recorded: JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Recorded,
}));
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

describe.each(RECORDED)('what $recorded.editor sends', ({ name, recorded }) => {
  const { capabilities } = recorded.params;
  let scene: Scene;
  let child: ChildProcess;
  let client: Client;
  let uri: string;
  let result: InitializeResult;

  beforeAll(async () => {
    scene = new Scene();
    const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: 'pipe' });
    child = server;
    const handed = HANDED[name.replace(/-.*/u, '')]?.();
    if (handed === undefined) throw new Error(`no configuration for ${name}`);
    client = new Client(createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)));
    const { connection } = client;
    connection.onNotification('textDocument/publishDiagnostics', (params) => client.diagnostics.put(params));
    connection.onNotification('window/logMessage', (params) => client.log.put(params));
    connection.onRequest('client/registerCapability', (params) => {
      client.registered.put(params.registrations);
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => handed.settings[section] ?? null),
    );
    connection.listen();
    const rootUri = addressOf(scene.reports);
    result = await client.request<InitializeResult>('initialize', {
      ...recorded.params,
      processId: process.pid,
      rootUri,
      ...(capabilities.workspace?.workspaceFolders === true ? { workspaceFolders: [{ uri: rootUri, name: '报告' }] } : {}),
      initializationOptions: handed.initializationOptions,
    });
    client.notify('initialized', {});
    if (capabilities.workspace?.configuration !== true) client.notify('workspace/didChangeConfiguration', { settings: handed.settings });
    uri = addressOf(scene.file('尼山镇'));
    client.open(uri, scene.text('尼山镇'), recorded.languageId);
  });
  afterAll(() => {
    child.kill();
    scene.remove();
  });

  const addressOf = (file: string): string =>
    recorded.leavesAddressesUnescaped === true ? decodeURI(pathToFileURL(file).href) : pathToFileURL(file).href;
  const textDocument = (): { uri: string } => ({ uri });
  const findings = async (): Promise<Diagnostic[]> =>
    recorded.diagnostics === 'pull' ? await client.pullItems(uri) : (await client.diagnostics.next()).diagnostics;
  const rangeOf = (piece: string): Diagnostic['range'] => {
    const document = client.document(uri);
    const at = document.positionAt(document.getText().indexOf(piece));
    return { start: at, end: at };
  };
  const replaceAll = (text: string): void => client.change(uri, { text });

  it('brings the findings of the command line', async () => {
    expect(result.capabilities.diagnosticProvider !== undefined).toBe(recorded.diagnostics === 'pull');
    const told = scene.told.get(path.basename(scene.file('尼山镇'))) ?? [];
    expect((await findings()).map(asTold)).toEqual(told.map(({ rule, severity, message, range }) => ({ rule, severity, message, range })));
    const other = addressOf(scene.file('便条'));
    client.open(other, scene.text('便条'), 'plaintext');
    if (recorded.diagnostics === 'pull') expect(await client.pullItems(other)).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri: other } })).toEqual([]);
    expect(client.diagnostics.all.filter((told) => told.uri === other)).toEqual([]);
  });

  it('brings symbols of the kind that it takes, hover and completions', async () => {
    const symbols = await client.request<(DocumentSymbol | SymbolInformation)[]>('textDocument/documentSymbol', {
      textDocument: textDocument(),
    });
    const isDeep = capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    expect(symbols.every((symbol) => 'location' in symbol !== isDeep)).toBe(true);
    const names = symbols.flatMap(function all(symbol): string[] {
      return [symbol.name, ...('children' in symbol ? (symbol.children ?? []).flatMap(all) : [])];
    });
    expect(names.sort()).toEqual(outlineNames(scene.text('尼山镇')).sort());
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: textDocument(),
      position: rangeOf(PLACES.hover).start,
    });
    expect(JSON.stringify(hover.contents)).toContain('固定提法有误');
    const { line } = rangeOf(PLACES.complete).start;
    const { items } = await client.request<{ items: { insertTextFormat?: number }[] }>('textDocument/completion', {
      textDocument: textDocument(),
      position: { line: line + 1, character: 0 },
    });
    expect(items.length).toBeGreaterThan(0);
    const takesSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    if (!takesSnippets) expect(items.some(({ insertTextFormat }) => insertTextFormat === 2)).toBe(false);
  });

  it('names no command that it cannot run', async () => {
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: textDocument(),
      range: { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } },
      context: { diagnostics: [] },
    });
    expect(actions.length).toBeGreaterThan(5);
    expect(actions.filter(({ command }) => command !== undefined)).toEqual([]);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: textDocument() });
    expect(lenses.length).toBeGreaterThan(0);
    expect(lenses.filter(({ command }) => command?.command !== '')).toEqual([]);
  });

  it('mends a finding, which is gone then', async () => {
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: textDocument(),
      range: rangeOf(PLACES.fix.at),
      context: { diagnostics: [] },
    });
    const fix = actions.find(({ title }) => title.startsWith(PLACES.fix.title));
    const all = actions.find(({ title }) => title.startsWith(PLACES.fixAll.title));
    expect(fix?.edit).toBeDefined();
    const takesLater = capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
    expect(all?.edit === undefined).toBe(takesLater);
    replaceAll(client.textAfter(uri, fix?.edit));
    expect(client.document(uri).getText()).toBe(scene.text('尼山镇').replace('八五普法工作', '“八五”普法工作'));
    const left = (await findings()).map(({ code }) => code);
    expect(left).not.toContain('fixed-term');
    expect(left).toHaveLength((scene.told.get(path.basename(scene.file('尼山镇'))) ?? []).length - 1);
  });

  it('formats, where it was told so at the start, and renames', async () => {
    const before = scene.text('尼山镇');
    replaceAll(before);
    expect(result.capabilities.documentFormattingProvider).toBe(true);
    const edits = await client.request<TextEdit[]>('textDocument/formatting', {
      textDocument: textDocument(),
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(client.textAfter(uri, { changes: { [uri]: edits } })).toBe(formatted(before));
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: textDocument(),
      position: rangeOf(PLACES.rename.at).start,
      newName: PLACES.rename.name,
    });
    expect(client.textAfter(uri, edit)).toBe(renamed(before));
    expect(edit.documentChanges !== undefined).toBe(capabilities.workspace?.workspaceEdit?.documentChanges === true);
  });

  it('ends in order, and nothing was wrong with its configuration', async () => {
    const end = once(child, 'exit');
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    expect((await end)[0]).toBe(0);
    expect(client.log.all).toEqual([]);
    const registered = client.registered.all.flat().map(({ method }) => method);
    const { workspace } = capabilities;
    const taken = [
      ...(workspace?.didChangeWatchedFiles?.dynamicRegistration === true ? ['workspace/didChangeWatchedFiles'] : []),
      ...(workspace?.didChangeConfiguration?.dynamicRegistration === true ? ['workspace/didChangeConfiguration'] : []),
      ...(workspace?.workspaceFolders === true ? ['workspace/didChangeWorkspaceFolders'] : []),
    ];
    expect(registered.filter((method) => !taken.includes(method))).toEqual([]);
  });
});

function asTold({ code, severity, message, range }: Diagnostic): object {
  return { rule: code, severity: SEVERITIES[severity ?? 0], message, range };
}
