import type { Message } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { answerEarly } from '../../server/protocol/late-server.js';

const message = (method: string): Message => ({ jsonrpc: '2.0', method }) as Message;
const PARAMS = { processId: null, rootUri: null, capabilities: {} };

describe('a server that answers early', () => {
  it('answers before the server proper is there, and lets nothing else pass it', async () => {
    const told: string[] = [];
    const early = answerEarly({ name: 'a', version: '1' }, async (params) => {
      expect(params).toBe(PARAMS);
      await Promise.resolve();
      told.push('loaded');
    });
    const hear = (method: string): void | Promise<void> =>
      early.messageStrategy.handleMessage(message(method), () => void told.push(method));
    hear('initialize');
    const { capabilities, serverInfo } = early.initialize(PARAMS);
    expect(capabilities.hoverProvider).toBe(true);
    expect(serverInfo).toEqual({ name: 'a', version: '1' });
    expect(told).toEqual(['initialize']);
    await Promise.all([hear('initialized'), hear('textDocument/didOpen')]);
    hear('textDocument/didChange');
    expect(told).toEqual(['initialize', 'loaded', 'initialized', 'textDocument/didOpen', 'textDocument/didChange']);
  });

  it('loads the server proper when there is time, once', async () => {
    let loads = 0;
    const early = answerEarly({ name: 'a', version: '1' }, () => {
      loads++;
      return Promise.resolve();
    });
    early.initialize(PARAMS);
    await expect.poll(() => loads).toBe(1);
    await early.messageStrategy.handleMessage(message('initialized'), () => {});
    expect(loads).toBe(1);
  });
});
