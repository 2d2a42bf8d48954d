import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { SAMPLE } from '../language/sample.js';
import { fakeEngine } from './fake-engine.js';
import { configuring, POOR, RICH, start } from './harness.js';

const URI = 'file:///报告.txt';
const OTHER = 'file:///other.txt';
const WRONG = SAMPLE.replace('4次', '4错');

describe('pulled diagnostics', () => {
  it('bring a finding with its edit and take it away again', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, SAMPLE);
    expect(await client.pullItems(URI)).toEqual([]);
    client.replace(URI, '4次', '4错');
    expect(await client.pullItems(URI)).toEqual([
      {
        range: { start: { line: 5, character: 9 }, end: { line: 5, character: 10 } },
        severity: 1,
        code: 'wrong',
        codeDescription: { href: expect.stringContaining('/docs/rules/wrong.md') },
        source: '法治报告',
        message: 'wrong 的说明',
        data: { fixable: 'safe' },
      },
    ]);
    client.replace(URI, '4错', '4次');
    expect(await client.pullItems(URI)).toEqual([]);
    expect(client.diagnostics.all).toEqual([]);
  });

  it('are answered as unchanged where they are, also after an edit', async () => {
    const engine = fakeEngine();
    const client = await start({ engine });
    client.open(URI, WRONG);
    const first = await client.pull(URI);
    expect(first.kind).toBe('full');
    expect(await client.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    expect(engine.counts).toEqual({ parsed: 1, checked: 1 });
    client.replace(URI, '3000份', '30000份');
    expect(await client.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.replace(URI, '2024年，', '2024年，\n');
    const moved = await client.pull(URI, first.resultId);
    expect(moved.kind).toBe('full');
    expect(moved.resultId).not.toBe(first.resultId);
    expect((await client.pull(URI, first.resultId)).kind).toBe('full');
  });

  it('forget a document that was closed', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, WRONG);
    const first = await client.pull(URI);
    client.close(URI);
    expect(await client.pull(URI, first.resultId)).toEqual({ kind: 'full', items: [] });
    client.open(URI, WRONG);
    const again = await client.pull(URI, first.resultId);
    expect(again).toMatchObject({ kind: 'full', items: [{ code: 'wrong' }] });
    expect(again.resultId).not.toBe(first.resultId);
  });

  it('answer with nothing where the document is closed in the middle of a request', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const configuration = new Promise((resolve) => {
      answer = resolve;
    });
    const client = await start({ capabilities: configuring(RICH), engine: fakeEngine(), configuration: () => configuration });
    client.open(URI, WRONG);
    const pulled = client.pull(URI);
    const symbols = client.request('textDocument/documentSymbol', { textDocument: { uri: URI } });
    const completed = client.request('textDocument/completion', { textDocument: { uri: URI }, position: { line: 1, character: 0 } });
    client.close(URI);
    answer({});
    expect(await pulled).toEqual({ kind: 'full', items: [] });
    expect(await symbols).toEqual([]);
    expect(await completed).toBeNull();
  });

  it('answer with nothing for a document that was never opened', async () => {
    const client = await start({ engine: fakeEngine() });
    expect(await client.pull(URI)).toEqual({ kind: 'full', items: [] });
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri: URI } })).toEqual([]);
    const position = { line: 0, character: 0 };
    expect(await client.request('textDocument/hover', { textDocument: { uri: URI }, position })).toBeNull();
  });

  it('are not worked on once cancelled', async () => {
    const engine = fakeEngine();
    const client = await start({ engine });
    client.open(URI, WRONG);
    const source = new CancellationTokenSource();
    const request = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token);
    source.cancel();
    await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(engine.counts.checked).toBe(0);
  });

  it('say nothing of a text that is no report, and leave it unread', async () => {
    const engine = fakeEngine();
    const client = await start({ engine });
    client.open(URI, '购物清单错\n鸡蛋', 'plaintext');
    expect(await client.pullItems(URI)).toEqual([]);
    expect(engine.counts).toEqual({ parsed: 0, checked: 0 });
    client.open(OTHER, '购物清单错', 'fazhi-report');
    expect(await client.pullItems(OTHER)).toHaveLength(1);
  });

  it.each(['plaintext', 'markdown', 'text'])('find a report by its content in %s', async (languageId) => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, WRONG, languageId);
    expect(await client.pullItems(URI)).toHaveLength(1);
    client.replace(URI, '法治政府建设情况报告', '清单');
    expect(await client.pullItems(URI)).toEqual([]);
  });

  it('outlive an error in a rule or in the parser', async () => {
    const engine = fakeEngine();
    const client = await start({ engine });
    client.open(URI, WRONG);
    engine.failure = new Error('规则坏了');
    expect(await client.pull(URI)).toEqual({ kind: 'full', items: [] });
    expect((await client.log.next()).message).toContain('规则坏了');
    engine.failure = undefined;
    expect(await client.pullItems(URI)).toHaveLength(1);
  });
});

describe('a client that is to pull anew', () => {
  // Clients made with Rust’s lsp-types write the singular.
  it.each(['diagnostics', 'diagnostic'])('says so under workspace.%s', async (name) => {
    const client = await start({ capabilities: { textDocument: { diagnostic: {} }, workspace: { [name]: { refreshSupport: true } } } });
    client.open(URI, SAMPLE);
    await client.pull(URI);
    client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: { rules: { 'missing-section': 'off' } } } });
    await client.refreshed.next();
  });
});

describe('published diagnostics', () => {
  it('come by themselves to a client that cannot pull, and never otherwise', async () => {
    const client = await start({ capabilities: POOR, engine: fakeEngine() });
    client.open(URI, WRONG);
    const published = await client.diagnostics.next();
    expect(published).toEqual({ uri: URI, diagnostics: [expect.objectContaining({ code: 'wrong' })] });
    expect(published.diagnostics[0]).not.toHaveProperty('codeDescription');
    expect(published.diagnostics[0]).not.toHaveProperty('data');
    client.replace(URI, '4错', '4次');
    expect(await client.diagnostics.next()).toEqual({ uri: URI, diagnostics: [] });
  });

  it('are not sent again where they are the same', async () => {
    const client = await start({ capabilities: POOR, engine: fakeEngine() });
    client.open(URI, WRONG);
    expect((await client.diagnostics.next()).diagnostics).toHaveLength(1);
    client.replace(URI, '3000份', '30000份');
    // Behind the edit, whose check the answer has seen.
    await client.request('textDocument/foldingRange', { textDocument: { uri: URI } });
    client.replace(URI, '4错', '错错');
    expect((await client.diagnostics.next()).diagnostics).toHaveLength(2);
    expect(client.diagnostics.all).toHaveLength(2);
  });

  it('name their version where the client wants it', async () => {
    const capabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };
    const client = await start({ capabilities, engine: fakeEngine() });
    client.open(URI, WRONG);
    expect((await client.diagnostics.next()).version).toBe(1);
    client.replace(URI, '3000份', '30000份');
    expect((await client.diagnostics.next()).version).toBe(2);
  });

  it('come once for a burst of edits', async () => {
    const engine = fakeEngine();
    // Only what is scheduled by hand runs.
    const scheduled: (() => void)[] = [];
    const client = await start({ capabilities: POOR, engine, schedule: (callback) => scheduled.push(callback) });
    client.open(URI, SAMPLE);
    for (let count = 0; count < 20; count++) client.replace(URI, '会议', '错会议');
    // Answered behind everything before it, and nothing waits for it.
    await expect(client.request('test/unknown', {})).rejects.toThrow();
    expect(engine.counts).toEqual({ parsed: 0, checked: 0 });
    while (scheduled.length > 0) scheduled.shift()?.();
    expect((await client.diagnostics.next()).diagnostics).toHaveLength(20);
    expect(engine.counts.checked).toBe(1);
    expect(client.diagnostics.all).toHaveLength(1);
  });

  it('are cleared on close', async () => {
    const client = await start({ capabilities: POOR, engine: fakeEngine() });
    client.open(URI, WRONG);
    await client.diagnostics.next();
    client.close(URI);
    expect(await client.diagnostics.next()).toEqual({ uri: URI, diagnostics: [] });
  });

  it('are not sent for a text that is no report', async () => {
    const client = await start({ capabilities: POOR, engine: fakeEngine() });
    client.open(OTHER, '购物清单错', 'plaintext');
    client.open(URI, WRONG, 'plaintext');
    expect((await client.diagnostics.next()).uri).toBe(URI);
    client.replace(URI, '法治政府建设情况报告', '清单');
    expect(await client.diagnostics.next()).toEqual({ uri: URI, diagnostics: [] });
    client.replace(URI, '清单', '列表');
    client.close(URI);
    client.open(URI, WRONG);
    expect((await client.diagnostics.next()).diagnostics).toHaveLength(1);
    expect(client.diagnostics.all.map(({ uri }) => uri)).not.toContain(OTHER);
  });

  it('outlive an error', async () => {
    const engine = fakeEngine();
    engine.failure = new Error('规则坏了');
    const client = await start({ capabilities: POOR, engine });
    client.open(URI, WRONG);
    expect((await client.log.next()).message).toContain('规则坏了');
    engine.failure = undefined;
    client.replace(URI, '4错', '5错');
    expect((await client.diagnostics.next()).diagnostics).toHaveLength(1);
  });
});
