import { PassThrough, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { Wordings } from '../../server/language/diagnostic-list.js';
import { type DiagnosticOptions, toDiagnostics } from '../../server/language/diagnostics.js';
import { encodeMessage, StreamWriter } from '../../server/protocol/stream-writer.js';
import { SourceText } from '../../server/text/source-text.js';
import { makeFinding } from '../language/sample.js';

const OPTIONS: DiagnosticOptions = { uri: 'file:///a.txt', locale: 'zh-CN', relatedInformation: true, codeDescription: true, data: true };
const SOURCE = new SourceText('一二三\n四五六');
const FINDINGS = [makeFinding('typo', { start: 1, end: 2 }), makeFinding('placeholder', { start: 4, end: 7 })];
const LIST = new Wordings(OPTIONS).listOf(SOURCE, FINDINGS);
const DIAGNOSTICS = toDiagnostics(SOURCE, FINDINGS, OPTIONS);

const asMessage = (value: object): Message => value as Message;
const framed = (value: unknown): string => {
  const json = JSON.stringify(value);
  return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
};
const encoded = (value: object): string => Buffer.from(encodeMessage(asMessage(value))).toString('utf8');

describe('a message of the base protocol', () => {
  it('has its header and its JSON in one piece, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (method, params) => {
        const message = { jsonrpc: '2.0', method, params };
        expect(encoded(message)).toBe(framed(message));
      }),
    );
  });

  it.each([
    ['an answer', { jsonrpc: '2.0', id: 7 }, 'result', { kind: 'full', resultId: '一"}' }, 'items'],
    ['an answer of nothing else', { jsonrpc: '2.0', id: 'a' }, 'result', {}, 'items'],
    [
      'a notification',
      { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics' },
      'params',
      { uri: 'file:///a.txt', version: 3 },
      'diagnostics',
    ],
  ])('has a list of diagnostics in %s as the diagnostics', (_, message, member, inner, name) => {
    const withValue = (value: unknown): object => ({ ...message, [member]: { ...inner, [name]: value } });
    expect(encoded(withValue(LIST))).toBe(framed(withValue(DIAGNOSTICS)));
    expect(encoded(withValue(DIAGNOSTICS))).toBe(framed(withValue(DIAGNOSTICS)));
  });

  it.each([
    [{ jsonrpc: '2.0', id: 1, result: null }],
    [{ jsonrpc: '2.0', id: 1, result: [LIST] }],
    [{ jsonrpc: '2.0', method: 'x', params: { items: LIST } }],
    [{ jsonrpc: '2.0', id: null, error: { code: 1, message: '错' } }],
  ])('is written in the ordinary way elsewhere: %j', (message) => {
    expect(encoded(message)).toBe(framed(message));
  });
});

describe('a stream writer', () => {
  it('keeps messages in order', async () => {
    const stream = new PassThrough();
    const writer = new StreamWriter(stream);
    const received: unknown[] = [];
    const all = new Promise<void>((resolve) => {
      new StreamMessageReader(stream).listen((message) => {
        received.push(message);
        if (received.length === 3) resolve();
      });
    });
    const messages = [1, 2, 3].map((id) => ({ jsonrpc: '2.0', id, result: '一'.repeat(id === 1 ? 100_000 : 1) }));
    await Promise.all(messages.map((message) => writer.write(message)));
    await all;
    expect(received).toEqual(messages);
    writer.end();
    expect(stream.writableEnded).toBe(true);
  });

  it('tells of a stream that takes nothing more', async () => {
    const broken = new Writable({
      write: (_chunk, _encoding, done) => done(new Error('EPIPE')),
    });
    const writer = new StreamWriter(broken);
    const errors: unknown[] = [];
    writer.onError(([error]) => errors.push(error.message));
    const closed = new Promise<void>((resolve) => writer.onClose(() => resolve()));
    await expect(writer.write({ jsonrpc: '2.0' })).rejects.toThrow('EPIPE');
    await closed;
    expect(errors).toContain('EPIPE');
  });

  it('refuses what cannot be written, and goes on', async () => {
    const stream = new PassThrough();
    const writer = new StreamWriter(stream);
    const circular: Record<string, unknown> = { jsonrpc: '2.0' };
    circular.self = circular;
    await expect(writer.write(asMessage(circular))).rejects.toThrow(/circular/u);
    await writer.write({ jsonrpc: '2.0' });
    expect(String(stream.read())).toBe(framed({ jsonrpc: '2.0' }));
  });
});
