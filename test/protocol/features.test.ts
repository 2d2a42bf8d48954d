import { describe, expect, it } from 'vitest';
import type { CompletionList, DocumentSymbol, FoldingRange, Hover, SymbolInformation } from 'vscode-languageserver/node';
import { SAMPLE, sampleWithout } from '../language/sample.js';
import { fakeEngine } from './fake-engine.js';
import { POOR, RICH, start } from './harness.js';

const URI = 'file:///a.txt';
const textDocument = { uri: URI };

describe('outline', () => {
  it('is a tree for clients that know trees', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, SAMPLE);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols).toHaveLength(5);
    expect(symbols[1]?.children).toHaveLength(2);
  });

  it('is flat for the others', async () => {
    const client = await start({ capabilities: POOR, engine: fakeEngine() });
    client.open(URI, SAMPLE);
    const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols).toHaveLength(7);
    expect(symbols.every(({ location }) => location.uri === URI)).toBe(true);
  });
});

describe('folding', () => {
  it('keeps to the client’s limit', async () => {
    const capabilities = { ...RICH, textDocument: { ...RICH.textDocument, foldingRange: { rangeLimit: 2 } } };
    for (const [given, count] of [
      [RICH, 5],
      [capabilities, 2],
    ] as const) {
      const client = await start({ capabilities: given, engine: fakeEngine() });
      client.open(URI, SAMPLE);
      expect(await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument })).toHaveLength(count);
    }
  });
});

describe('hover', () => {
  it.each([
    [RICH, 'markdown'],
    [POOR, 'plaintext'],
  ] as const)('has the form that the client shows', async (capabilities, kind) => {
    const client = await start({ capabilities, engine: fakeEngine() });
    client.open(URI, SAMPLE);
    const at = (line: number): Promise<Hover | null> =>
      client.request('textDocument/hover', { textDocument, position: { line, character: 2 } });
    expect((await at(3))?.contents).toMatchObject({ kind });
    expect(await at(0)).toBeNull();
  });

  it('tells why something is found, with a link, whatever the client shows of a diagnostic', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, SAMPLE.replace('听取工作汇报', '听取错工作汇报'));
    const character = SAMPLE.split('\n')[5]?.indexOf('工作汇报') ?? 0;
    const found = await client.request<Hover | null>('textDocument/hover', { textDocument, position: { line: 5, character } });
    expect(found?.contents).toMatchObject({
      value: expect.stringMatching(/^为什么提示“错字”：错字伤公信力。\n\n\[规则说明\]\(https:.*wrong\.md\)$/u),
    });
  });

  it('leads from a figure to the line where the same is counted', async () => {
    const client = await start();
    client.open(URI, SAMPLE.replace('听取工作汇报2次', '开展法治讲座12场'));
    const character = SAMPLE.split('\n')[5]?.indexOf('2次') ?? 0;
    const found = await client.request<Hover | null>('textDocument/hover', {
      textDocument,
      position: { line: 5, character: character + 2 },
    });
    expect(JSON.stringify(found?.contents)).toContain('[第7行](file:///a.txt#L7)：12场');
  });
});

describe('completion', () => {
  it.each([
    [RICH, 2],
    [POOR, 1],
  ] as const)('is a snippet only where the client knows snippets', async (capabilities, insertTextFormat) => {
    const client = await start({ capabilities, engine: fakeEngine() });
    client.open(URI, sampleWithout(10, 11));
    client.change(URI, { range: { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } }, text: 'dyzrr' });
    const list = await client.request<CompletionList>('textDocument/completion', { textDocument, position: { line: 7, character: 5 } });
    expect(list.items).toMatchObject([{ label: '第一责任人职责', insertTextFormat }]);
  });

  it('offers behind a number what is missing', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, sampleWithout(10, 11));
    client.change(URI, { range: { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } }, text: '二、' });
    const context = { triggerKind: 2, triggerCharacter: '、' };
    const list = await client.request<CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 7, character: 2 },
      context,
    });
    expect(list.items.map(({ label }) => label)).toEqual(['第一责任人职责']);
  });
});

describe('completion of the name of a document', () => {
  it('comes with 《, and takes the place of what was typed', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, SAMPLE);
    const line = 5;
    client.change(URI, { range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: '学习《fzzf》。' });
    const context = { triggerKind: 2, triggerCharacter: '《' };
    const at = (character: number, more = {}) =>
      client.request<CompletionList>('textDocument/completion', { textDocument, position: { line, character }, ...more });
    expect((await at(3, { context })).items.length).toBeGreaterThan(20);
    expect((await at(7)).items[0]).toMatchObject({
      label: '法治政府建设实施纲要（2021—2025年）',
      textEdit: {
        range: { start: { line, character: 3 }, end: { line, character: 8 } },
        newText: '法治政府建设实施纲要（2021—2025年）》',
      },
    });
    expect(await at(9)).toMatchObject({ isIncomplete: false, items: [] });
  });
});

describe('completion of the next number', () => {
  it.each([
    [RICH, '（三）'],
    [POOR, '（三）'],
  ] as const)('comes with （', async (capabilities, label) => {
    const client = await start({ capabilities, engine: fakeEngine() });
    client.open(URI, SAMPLE);
    client.change(URI, { range: { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } }, text: '（）' });
    const list = await client.request<CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 7, character: 1 },
      context: { triggerKind: 2, triggerCharacter: '（' },
    });
    expect(list.items).toMatchObject([{ label, insertTextFormat: 1 }]);
  });
});

describe('a text that is no report', () => {
  it('gets nothing of all this', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, '一、清单\n（一）鸡蛋\n两个。', 'plaintext');
    const position = { line: 0, character: 1 };
    const range = { start: position, end: position };
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
    expect(await client.request('textDocument/foldingRange', { textDocument })).toEqual([]);
    expect(await client.request('textDocument/hover', { textDocument, position })).toBeNull();
    expect(await client.request('textDocument/completion', { textDocument, position })).toBeNull();
    expect(await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } })).toEqual([]);
  });
});
