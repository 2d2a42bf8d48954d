import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Checker, type CheckerState } from '../../client/checker.js';
import type { ClientHost } from '../../client/languageClient.js';
import { createSay } from '../../client/messages.js';

const shown = vi.hoisted(() => ({ errors: [] as string[], answer: undefined as string | undefined, logsOpened: 0 }));

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly #listeners: ((value: unknown) => void)[] = [];
    readonly event = (listener: (value: unknown) => void) => {
      this.#listeners.push(listener);
      return { dispose: () => void this.#listeners.splice(this.#listeners.indexOf(listener), 1) };
    };
    fire(value: unknown): void {
      for (const listener of [...this.#listeners]) listener(value);
    }
    dispose(): void {}
  },
  commands: { executeCommand: async () => undefined },
  window: {
    createOutputChannel: () => ({ error: () => {}, show: () => shown.logsOpened++, dispose: () => {} }),
    showErrorMessage: async (message: string) => {
      shown.errors.push(message);
      const { answer } = shown;
      shown.answer = undefined;
      return answer;
    },
  },
}));

const say = createSay(() => 'zh-CN');

/** A server that starts when the test says so. */
class FakeClient {
  disposed = 0;
  readonly host: ClientHost;
  #resolve: () => void = () => {};
  #reject: (error: Error) => void = () => {};

  constructor(host: ClientHost) {
    this.host = host;
  }

  start(): Promise<void> {
    this.host.onState('starting');
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  run(): void {
    this.host.onState('running');
    this.#resolve();
  }

  failToStart(state: 'ended' | 'missing' = 'ended'): void {
    this.host.onState(state);
    this.#reject(new Error('no such file'));
  }

  async dispose(): Promise<void> {
    this.disposed++;
  }

  readonly requests: unknown[][] = [];

  readonly notifications: unknown[][] = [];

  async sendNotification(...notification: unknown[]): Promise<void> {
    this.notifications.push(notification);
  }

  async sendRequest(...request: unknown[]): Promise<string> {
    this.requests.push(request);
    return 'answer';
  }
}

let clients: FakeClient[];
/** Whether the client's code can be read. */
let isThere: boolean;
let checker: Checker;
let states: CheckerState[];

/** Lets everything that is ready to go on do so. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const client = (index: number): FakeClient => {
  const found = clients[index];
  if (found === undefined) throw new Error(`client ${index} was not made`);
  return found;
};

beforeEach(() => {
  shown.errors.length = 0;
  clients = [];
  isThere = true;
  states = [];
  const create = async (host: ClientHost) => {
    if (!isThere) throw new Error('network gone');
    const made = new FakeClient(host);
    clients.push(made);
    return made as unknown as BaseLanguageClient;
  };
  checker = new Checker(create, say, () => true);
  checker.onDidChangeState((state) => states.push(state));
});

describe('the checker', () => {
  it('starts nothing before it is needed, and then once', async () => {
    expect(clients).toHaveLength(0);
    checker.need();
    checker.need();
    await settle();
    client(0).run();
    checker.need();
    await settle();
    expect(clients).toHaveLength(1);
    expect(states).toEqual(['starting', 'running']);
  });

  it('tells a server that runs something, and starts none for that', async () => {
    checker.tell('fazhiReport/lookAgain');
    await settle();
    expect(clients).toHaveLength(0);
    checker.need();
    await settle();
    checker.tell('fazhiReport/lookAgain');
    client(0).run();
    expect(client(0).notifications).toEqual([]);
    checker.tell('fazhiReport/lookAgain');
    expect(client(0).notifications).toEqual([['fazhiReport/lookAgain']]);
  });

  it('tells once that the server does not start, waits for the user and starts again', async () => {
    checker.need();
    await settle();
    client(0).failToStart();
    await settle();
    expect(shown.errors).toEqual([say('server.failed')]);
    checker.need();
    await settle();
    expect(clients).toHaveLength(1);
    void checker.restart();
    await settle();
    client(1).run();
    expect(checker.state).toBe('running');
  });

  it('tells once that something could not be loaded, and tries again whenever it is needed', async () => {
    isThere = false;
    for (let need = 0; need < 3; need++) {
      checker.need();
      await settle();
    }
    expect(states).toEqual(['starting', 'failed', 'starting', 'failed', 'starting', 'failed']);
    expect(shown.errors).toEqual([say('server.failed')]);
    await expect(checker.ask('fazhiReport/x', {})).rejects.toThrow(say('server.failed'));

    isThere = true;
    const answer = checker.ask('fazhiReport/x', {});
    await settle();
    client(0).run();
    expect(await answer).toBe('answer');
    client(0).host.onState('ended');
    await settle();
    expect(shown.errors).toEqual([say('server.failed'), say('server.failed')]);
    checker.need();
    expect(checker.state).toBe('failed');
  });

  it('tries again where the program of the server was missing, however that is learnt', async () => {
    for (const tell of [
      () => client(0).failToStart('missing'),
      () => {
        client(1).failToStart('ended');
        client(1).host.onState('missing');
      },
    ]) {
      checker.need();
      await settle();
      tell();
      await settle();
      expect(checker.state).toBe('failed');
    }
    checker.need();
    await settle();
    client(2).run();
    expect(checker.state).toBe('running');
    expect(shown.errors).toEqual([say('server.failed')]);
  });

  it('tells again where the user has asked for a restart', async () => {
    isThere = false;
    checker.need();
    await settle();
    await checker.restart();
    await settle();
    expect(shown.errors).toEqual([say('server.failed'), say('server.failed')]);
  });

  it('starts again when the user answers so', async () => {
    checker.need();
    await settle();
    client(0).run();
    shown.answer = say('server.restart');
    client(0).host.onState('ended');
    await settle();
    expect(clients).toHaveLength(2);
    expect(checker.state).toBe('starting');
  });

  it('stops the old server before it starts the new one, and does not call that a failure', async () => {
    checker.need();
    await settle();
    client(0).run();
    void checker.restart();
    client(0).host.onState('ended');
    await settle();
    expect(client(0).disposed).toBe(1);
    expect(clients).toHaveLength(2);
    expect(shown.errors).toEqual([]);
  });

  it('does not leave a server behind that was still starting when another one was wanted', async () => {
    checker.need();
    await settle();
    void checker.restart();
    await settle();
    const { disposed } = client(0);
    client(0).run();
    await settle();
    expect(client(0).disposed).toBe(disposed + 1);
    expect(checker.state).toBe('starting');
    client(1).run();
    expect(checker.state).toBe('running');
  });

  it('asks the server once that runs, and sends along nothing that is not there', async () => {
    const answer = checker.ask('fazhiReport/x', { uri: 'a' });
    await settle();
    expect(client(0).requests).toEqual([]);
    client(0).run();
    expect(await answer).toBe('answer');
    expect(client(0).requests).toEqual([['fazhiReport/x', { uri: 'a' }]]);
  });

  it('passes on what the server tells', async () => {
    const labels: string[] = [];
    checker.onStatus(({ label }) => labels.push(label));
    checker.need();
    await settle();
    client(0).host.onStatus({ label: '四项齐全' } as Parameters<ClientHost['onStatus']>[0]);
    expect(labels).toEqual(['四项齐全']);
  });
});
