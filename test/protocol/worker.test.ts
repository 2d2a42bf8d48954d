import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleWithout } from '../language/sample.js';
import { type Bundle, bundle } from './bundle.js';
import { RICH } from './harness.js';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** What a worker's global object offers, and nothing of Node. */
function startWorker(file: string): {
  request: (method: string, params: unknown) => Promise<unknown>;
  notify: (method: string, params: unknown) => void;
} {
  const waiting = new Map<number, (result: unknown) => void>();
  const handlers: ((event: { data: unknown }) => void)[] = [];
  const scope: Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    TextDecoder,
    TextEncoder,
    console,
    performance: { now: () => performance.now() },
    addEventListener: (type: string, handler: (event: { data: unknown }) => void) => {
      if (type === 'message') handlers.push(handler);
    },
    postMessage: (message: Message) => {
      if (message.id !== undefined && message.method === undefined) waiting.get(message.id)?.(message.result);
    },
  };
  scope.self = scope;
  new Script(readFileSync(file, 'utf8')).runInContext(createContext(scope));
  const send = (message: unknown): void => {
    const onmessage = scope.onmessage as ((event: { data: unknown }) => void) | undefined;
    onmessage?.({ data: message });
    for (const handler of handlers) handler({ data: message });
  };
  let count = 0;
  return {
    request: (method, params) =>
      new Promise((resolve) => {
        const id = ++count;
        waiting.set(id, resolve);
        send({ jsonrpc: '2.0', id, method, params });
      }),
    notify: (method, params) => send({ jsonrpc: '2.0', method, params }),
  };
}

let server: Bundle;
beforeAll(async () => {
  server = await bundle('worker');
});
afterAll(() => server.remove());

describe('the bundled server in a worker', () => {
  it('checks a report without anything of Node', async () => {
    const worker = startWorker(server.file);
    expect(await worker.request('initialize', { processId: null, rootUri: null, capabilities: RICH })).toMatchObject({
      serverInfo: { name: 'fazhi-report' },
    });
    worker.notify('initialized', {});
    const text = sampleWithout(10, 11);
    worker.notify('textDocument/didOpen', { textDocument: { uri: 'file:///a.txt', languageId: 'fazhi-report', version: 1, text } });
    const report = await worker.request('textDocument/diagnostic', { textDocument: { uri: 'file:///a.txt' } });
    expect(JSON.stringify(report)).toContain('missing-section');
    expect(await worker.request('shutdown', undefined)).toBeNull();
  });
});
