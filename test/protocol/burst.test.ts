import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, type DocumentDiagnosticReport, LSPErrorCodes } from 'vscode-languageserver/node';
import type { Report } from '../../server/report/report.js';
import { SourceText } from '../../server/text/source-text.js';
import { SAMPLE } from '../language/sample.js';
import { fakeEngine } from './fake-engine.js';
import { type Client, start } from './harness.js';

const URI = 'file:///报告.txt';
const textDocument = { uri: URI };

describe('a burst of edits', () => {
  it('is one check, however often the client asks in between', async () => {
    const engine = fakeEngine();
    const client = await start({ engine });
    client.open(URI, SAMPLE);
    const pulled: Promise<DocumentDiagnosticReport>[] = [];
    for (let count = 0; count < 20; count++) {
      client.replace(URI, '会议', '错会议');
      pulled.push(client.pull(URI));
    }
    for (const report of await Promise.all(pulled)) expect(report).toMatchObject({ kind: 'full', items: { length: 20 } });
    expect(engine.counts).toEqual({ parsed: 1, checked: 1 });
  });

  it('leaves nothing to do for requests that are cancelled behind it', async () => {
    const engine = fakeEngine();
    const client = await start({ engine });
    client.open(URI, SAMPLE);
    const cancelled: Promise<unknown>[] = [];
    for (let count = 0; count < 5; count++) {
      client.replace(URI, '会议', '错会议');
      const source = new CancellationTokenSource();
      for (const method of ['textDocument/diagnostic', 'textDocument/documentSymbol', 'textDocument/foldingRange']) {
        cancelled.push(client.connection.sendRequest(method, { textDocument }, source.token));
      }
      source.cancel();
    }
    for (const request of cancelled) await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(engine.counts).toEqual({ parsed: 0, checked: 0 });
    expect(await client.pullItems(URI)).toHaveLength(5);
  });

  it('refuses questions about places that may have moved', async () => {
    const engine = fakeEngine();
    const client = await start({ engine });
    client.open(URI, SAMPLE);
    const position = { line: 3, character: 2 };
    const ask = (): Promise<unknown>[] => [
      client.request('textDocument/hover', { textDocument, position }),
      client.request('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } }),
    ];
    const early = ask();
    client.replace(URI, '会议', '错会议');
    const late = ask();
    for (const request of early) await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    await Promise.all(late);
    expect(engine.counts.parsed).toBe(1);
  });
});

describe('completion', () => {
  it('is given for the place where it was asked for, though its user typed on', async () => {
    const client = await start();
    client.open(URI, SAMPLE);
    const typeAt = (character: number, text: string): { line: number; character: number } => {
      const place = { line: 7, character };
      client.change(URI, { range: { start: place, end: place }, text });
      return { line: 7, character: character + text.length };
    };
    const position = typeAt(0, 'zyj');
    const asked = client.request<{ items: unknown[] } | null>('textDocument/completion', { textDocument, position });
    typeAt(3, 'c');
    expect((await asked)?.items.length ?? 0).toBeGreaterThan(0);
  });
});

describe('what is known of a version', () => {
  it('is given again for the same version, and handed on to the next', async () => {
    const engine = fakeEngine();
    const previous: (Report | undefined)[] = [];
    const client = await start({
      engine: {
        ...engine,
        parse: (source, project, before) => {
          previous.push(before);
          return engine.parse(source, project);
        },
      },
    });
    client.open(URI, SAMPLE);
    const outline = await client.request('textDocument/documentSymbol', { textDocument });
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual(outline);
    client.replace(URI, '会议', '错会议');
    await client.pull(URI);
    client.close(URI);
    client.open(URI, SAMPLE);
    await client.pull(URI);
    expect(previous.map((report) => report?.source.text)).toEqual([undefined, SAMPLE, undefined]);
  });

  it.each([true, false])('is sent in the same words whether or not its pieces are kept: %s', async (writesLists) => {
    const client = await start({ engine: fakeEngine(), writesLists });
    client.open(URI, SAMPLE.replace('4次', '4错').replace('会议', '？'));
    expect(await summary(client)).toEqual([
      ['wrong', 'wrong 的说明', { fixable: 'safe' }],
      ['mark', 'mark 的说明', { fixable: 'choice' }],
    ]);
  });

  it('is old where an edit comes in while a long text is read', async () => {
    const engine = fakeEngine();
    // What is scheduled while this is set runs when it is let go.
    let held: (() => void)[] | undefined;
    let reading: () => void = () => undefined;
    const hasRead = new Promise<void>((resolve) => {
      reading = resolve;
    });
    const client = await start({
      engine: {
        ...engine,
        parse: (source, project) => {
          if (engine.counts.parsed === 0) held = [];
          reading();
          // Its beginning is enough here.
          return engine.parse(new SourceText(source.text.slice(0, SAMPLE.length)), project);
        },
      },
      schedule: (callback) => void (held === undefined ? setImmediate(callback) : held.push(callback)),
    });
    client.open(URI, SAMPLE + '甲'.repeat(1_000_000));
    const pulled = client.pull(URI);
    await hasRead;
    client.replace(URI, '会议', '错会议');
    await expect(client.request('test/unknown', {})).rejects.toThrow();
    expect(engine.counts).toEqual({ parsed: 1, checked: 0 });
    const callbacks = held;
    held = undefined;
    for (const callback of callbacks ?? []) callback();
    expect(await pulled).toMatchObject({ items: { length: 1 } });
    expect(engine.counts).toEqual({ parsed: 2, checked: 1 });
  });
});

async function summary(client: Client): Promise<unknown[]> {
  const items = await client.pullItems(URI);
  return items.map(({ code, message, data }) => [code, message, data]).sort((a, b) => Number(b[0] === 'wrong') - Number(a[0] === 'wrong'));
}
