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
    expect(await at(5)).toBeNull();
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
