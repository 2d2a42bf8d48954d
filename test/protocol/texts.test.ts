import { describe, expect, it } from 'vitest';
import type { CodeAction, DocumentSymbol, FoldingRange } from 'vscode-languageserver/node';
import { LINES, SAMPLE, sampleWithout } from '../language/sample.js';
import { WHOLE_RUN } from '../support/whole-run.js';
import { type Client, start } from './harness.js';

const URI = 'file:///a.txt';
const textDocument = { uri: URI };

async function askEverything(client: Client): Promise<void> {
  const { length } = client.document(URI).getText();
  for (const offset of [0, Math.floor(length / 2), length]) {
    const position = client.document(URI).positionAt(offset);
    await client.request('textDocument/hover', { textDocument, position });
    await client.request('textDocument/completion', { textDocument, position });
    await client.request('textDocument/codeAction', {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  }
  await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
  await client.pull(URI);
}

describe('texts of every kind', () => {
  it.each([
    ['nothing', ''],
    ['CRLF', SAMPLE.replaceAll('\n', '\r\n')],
    ['CR', SAMPLE.replaceAll('\n', '\r')],
    ['mixed line ends', LINES.map((line, index) => line + (['\n', '\r\n', '\r'][index % 3] ?? '')).join('')],
    ['a byte order mark', `\ufeff${SAMPLE}`],
    ['lone surrogates', SAMPLE.replaceAll('镇', '\ud83d').replaceAll('会', '\ude00')],
    ['NUL and other controls', SAMPLE.replaceAll('镇', '\u0000').replaceAll('会', '\u2028')],
    ['line ends only', '\r\n\n\r\r\n'],
    ['numbers only', '一、\n（一）\n1.\n（1）\n①\n第一，\n'.repeat(50)],
  ])('are answered in full: %s', async (_, text) => {
    const client = await start();
    client.open(URI, text);
    await askEverything(client);
    client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: '' });
    await askEverything(client);
    expect(client.log.all).toEqual([]);
  });

  it('have the same findings for every line end', async () => {
    const text = sampleWithout(3, 10, 11);
    const found = await Promise.all(
      [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')].map(async (one) => {
        const client = await start();
        client.open(URI, one);
        return (await client.pullItems(URI)).map(({ code, range }) => [code, range]);
      }),
    );
    expect(found[0]?.length).toBeGreaterThan(0);
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
  });

  it('may be megabytes on one line', { timeout: 120_000 }, async () => {
    const client = await start();
    const text = SAMPLE.replaceAll('\n', '').repeat(Math.ceil((WHOLE_RUN ? 10_000_000 : 500_000) / SAMPLE.length));
    client.open(URI, text);
    await askEverything(client);
    client.change(URI, { range: { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } }, text: '甲' });
    await client.pull(URI);
    expect(client.log.all).toEqual([]);
  });

  it('are left alone where they are no report, at once even if large', async () => {
    const client = await start();
    client.open(URI, '今天天气很好。'.repeat(1_500_000), 'plaintext');
    expect(await client.pullItems(URI)).toEqual([]);
    expect(await client.request('textDocument/foldingRange', { textDocument })).toEqual([]);
  });
});

describe('real rules over the wire', () => {
  it('insert a missing section by a quick fix, with the caret in its first blank', async () => {
    const client = await start();
    client.open(URI, sampleWithout(10, 11).replaceAll('\n', '\r\n'));
    const [missing] = (await client.pullItems(URI)).filter(({ code }) => code === 'missing-section');
    expect(missing).toBeDefined();
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: missing?.range,
      context: { diagnostics: [missing], only: ['quickfix'] },
    });
    const insert = actions.find(({ diagnostics }) => diagnostics?.[0]?.code === 'missing-section');
    expect(JSON.stringify(insert?.edit)).toContain('$' + '{1:____}');
    client.change(URI, { text: client.textAfter(URI, insert?.edit) });
    const left = await client.pullItems(URI);
    expect(left.filter(({ code }) => code === 'missing-section' || code === 'heading-sequence')).toEqual([]);
    expect(client.document(URI).getText()).toMatch(/\r\n四、2025年/);
    expect(client.document(URI).getText().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('number a heading that has none', async () => {
    const client = await start();
    client.open(URI, SAMPLE.replace('四、2025', '2025'));
    const [first] = (await client.pullItems(URI)).filter(({ code }) => code === 'heading-number-missing');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: first?.range,
      context: { diagnostics: [] },
    });
    const preferred = actions.find(({ isPreferred }) => isPreferred === true);
    expect(client.textAfter(URI, preferred?.edit)).toBe(SAMPLE);
  });

  it('mend on request all that is safe to mend, and leave nothing safe behind', async () => {
    const client = await start();
    client.open(URI, SAMPLE.replace('四、2025', '2025').replace('2024年，云桥镇', '自2022以来，云桥镇'));
    const before = await client.pullItems(URI);
    expect(before.filter(({ data }) => data?.fixable === 'safe').length).toBeGreaterThanOrEqual(2);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [all] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    client.change(URI, { text: client.textAfter(URI, all?.edit) });
    expect((await client.pullItems(URI)).filter(({ data }) => data?.fixable === 'safe')).toEqual([]);
    expect(client.document(URI).getText()).toContain('自2022年以来');
  });

  it('can be switched off', async () => {
    const client = await start({ initializationOptions: { rules: { 'missing-section': 'off' } } });
    client.open(URI, sampleWithout(10, 11));
    expect((await client.pullItems(URI)).map(({ code }) => code)).not.toContain('missing-section');
  });
});
