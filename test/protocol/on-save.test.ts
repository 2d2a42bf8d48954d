import { describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver/node';
import { SAMPLE } from '../language/sample.js';
import { fakeEngine } from './fake-engine.js';
import { type Client, POOR, start, type StartOptions } from './harness.js';

const URI = 'file:///报告.txt';
const textDocument = { uri: URI };
const ON_SAVE = { run: 'onSave', status: true };

async function open(text: string, options: StartOptions = {}): Promise<Client> {
  const client = await start({ engine: fakeEngine(), initializationOptions: ON_SAVE, ...options });
  client.open(URI, text);
  return client;
}

const save = (client: Client): void => client.notify('textDocument/didSave', { textDocument });
const lens = async (client: Client): Promise<string | undefined> =>
  (await client.request<CodeLens[]>('textDocument/codeLens', { textDocument })).find(({ command }) => command?.title.includes('问题'))
    ?.command?.title;

describe('where a report is checked on saving', () => {
  it('findings stay as they were until then', async () => {
    const client = await open(SAMPLE.replace('4次', '4错'));
    const opened = await client.pull(URI);
    expect(opened).toMatchObject({ kind: 'full', items: [{ code: 'wrong' }] });
    client.replace(URI, '听取', '错听取');
    client.replace(URI, '一、2024', '\n\n一、2024');
    expect(await client.pull(URI, opened.resultId)).toEqual({ kind: 'unchanged', resultId: opened.resultId });
    save(client);
    await client.refreshed.next();
    const saved = await client.pull(URI, opened.resultId);
    expect(saved).toMatchObject({ kind: 'full', items: [{ range: { start: { line: 7 } } }, { range: { start: { line: 7 } } }] });
    expect(await client.pull(URI, saved.resultId)).toEqual({ kind: 'unchanged', resultId: saved.resultId });
  });

  it('a client that holds no earlier findings is given those of the text as it stands', async () => {
    const client = await open(SAMPLE);
    const opened = await client.pull(URI);
    client.replace(URI, '4次', '4错');
    expect(await client.pull(URI)).toMatchObject({ kind: 'full', items: [{ code: 'wrong' }] });
    // And so is one that names others than the last.
    client.replace(URI, '听取', '错听取');
    expect(await client.pull(URI, opened.resultId)).toMatchObject({ kind: 'full', items: { length: 2 } });
  });

  it('status and lenses count what is shown', async () => {
    const client = await open(SAMPLE.replace('4次', '4错'));
    expect((await client.status.next()).counts.error).toBe(1);
    expect(await lens(client)).toContain('1 处问题');
    client.replace(URI, '听取', '错听取');
    expect(await client.status.next()).toMatchObject({ version: 2, counts: { error: 1 } });
    expect(await lens(client)).toContain('1 处问题');
    save(client);
    expect(await client.status.next()).toMatchObject({ version: 2, counts: { error: 2 } });
    expect(await lens(client)).toContain('2 处问题');
  });

  it('the status knows the sections as they were checked, and where they are now', async () => {
    const client = await open(SAMPLE);
    expect((await client.status.next()).label).toContain('四项齐全');
    client.replace(URI, '四、2025年推进法治政府建设的主要安排\n', '');
    client.replace(URI, '一、2024', '\n一、2024');
    const { label, sections } = await client.status.next();
    expect(label).toContain('四项齐全');
    expect(sections.map(({ line }) => line)).toEqual([4, 9, 11, 12]);
    save(client);
    expect((await client.status.next()).label).toContain('缺：下一年度主要安排');
  });

  it('quick fixes are made for the text as it stands', async () => {
    const client = await open(SAMPLE);
    await client.pull(URI);
    client.replace(URI, '4次', '4错');
    const range = { start: { line: 5, character: 9 }, end: { line: 5, character: 10 } };
    const actions = await client.request<{ title: string }[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toContain('改为“对”');
  });

  it('a client that is told of findings is told when it has saved', async () => {
    const client = await open(SAMPLE.replace('4次', '4错'), { capabilities: POOR, initializationOptions: { run: 'onSave' } });
    expect((await client.diagnostics.next()).diagnostics).toHaveLength(1);
    client.replace(URI, '听取', '错听取');
    await client.request('textDocument/documentSymbol', { textDocument });
    expect(client.diagnostics.all).toHaveLength(1);
    save(client);
    expect((await client.diagnostics.next()).diagnostics).toHaveLength(2);
  });

  it('another setting takes effect at once', async () => {
    const client = await open(SAMPLE.replace('4次', '4错'));
    const opened = await client.pull(URI);
    client.replace(URI, '听取', '错听取');
    client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: { rules: { wrong: 'hint' } } } });
    await client.refreshed.next();
    const changed = await client.pull(URI, opened.resultId);
    expect(changed).toMatchObject({ kind: 'full', items: [{ severity: 4 }, { severity: 4 }] });
    client.replace(URI, '听取', '错听取');
    client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: { run: 'onType' } } });
    await client.refreshed.next();
    expect(await client.pull(URI, changed.resultId)).toMatchObject({ kind: 'full', items: { length: 3 } });
    expect(client.initialized.capabilities.textDocumentSync).toMatchObject({ save: true });
  });
});
