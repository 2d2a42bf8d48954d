import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatusParams } from '../server/protocol/messages.js';
import type { CreateClient } from './languageClient.js';
import type { Say } from './messages.js';

/** `idle`: nothing was there to be checked yet. `failed`: it ended and waits for the user. */
export type CheckerState = 'idle' | 'starting' | 'running' | 'failed';

/** Context key: the checker has been needed in this window. */
const STARTED_CONTEXT = 'fazhiReport.started';

/** The language server as the rest of the client sees it: starts when first needed, can be started again. */
export class Checker implements Disposable {
  readonly #create: CreateClient;
  readonly #say: Say;
  readonly #isUserDocument: (document: TextDocument | Uri) => boolean;
  readonly #statusEmitter = new EventEmitter<StatusParams>();
  readonly #stateEmitter = new EventEmitter<CheckerState>();
  #log: LogOutputChannel | undefined;
  #client: BaseLanguageClient | undefined;
  #state: CheckerState = 'idle';
  /** Whether it failed because something could not be loaded, which may succeed another time. */
  #mayTryAgain = false;
  /** Whether the user knows that it does not run. */
  #isTold = false;
  /** Number of the run in force: what an earlier one still reports is not heard. */
  #run = 0;

  /** What the server tells of one document after each check. */
  readonly onStatus = this.#statusEmitter.event;
  readonly onDidChangeState = this.#stateEmitter.event;

  constructor(create: CreateClient, say: Say, isUserDocument: (document: TextDocument | Uri) => boolean) {
    this.#create = create;
    this.#say = say;
    this.#isUserDocument = isUserDocument;
  }

  get state(): CheckerState {
    return this.#state;
  }

  /**
   * Starts the server where it has not been started yet, or could not be loaded. One that failed otherwise waits for `restart`.
   */
  need(): void {
    if (this.#state === 'idle' || (this.#state === 'failed' && this.#mayTryAgain)) void this.#start();
  }

  /** Stops the server, where one runs, and starts a new one. */
  async restart(): Promise<void> {
    this.#isTold = false;
    await this.#stop();
    await this.#start();
  }

  /**
   * Asks the server something of its own; starts it where it has not been started yet.
   *
   * @throws where no server runs, or it does not answer.
   */
  async ask<Params, Result>(method: string, params: Params, token?: CancellationToken): Promise<Result> {
    this.need();
    const client = await this.#running();
    // A token that is given but undefined is sent as a second parameter.
    return token === undefined ? client.sendRequest<Result>(method, params) : client.sendRequest<Result>(method, params, token);
  }

  /** Tells the server something of its own, where one runs. */
  tell(method: string): void {
    if (this.#state !== 'running') return;
    this.#client?.sendNotification(method).catch((error: unknown) => this.log(error));
  }

  /** Notes an error for those who look for its cause. */
  log(error: unknown): void {
    this.#openLog().error(error instanceof Error ? error : String(error));
  }

  showLog(): void {
    this.#openLog().show();
  }

  dispose(): void {
    void this.#stop();
    this.#statusEmitter.dispose();
    this.#stateEmitter.dispose();
    this.#log?.dispose();
  }

  async #start(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    this.#setState('starting');
    this.#mayTryAgain = false;
    void commands.executeCommand('setContext', STARTED_CONTEXT, true);
    let client: BaseLanguageClient | undefined;
    try {
      const created = await this.#create({
        log: this.#openLog(),
        say: this.#say,
        isUserDocument: this.#isUserDocument,
        onStatus: (status) => this.#statusEmitter.fire(status),
        onState: (state) => {
          if (run !== this.#run) {
            // It was only starting when it was told to stop.
            if (state === 'running' && client !== undefined) void stop(client);
          } else if (state === 'ended' || state === 'missing') this.#ended(run, state === 'missing');
          else this.#setState(state);
        },
      });
      client = created;
      if (run !== this.#run) return;
      this.#client = client;
      await client.start();
    } catch (error) {
      this.log(error);
      this.#ended(run, client === undefined);
    }
  }

  /** The client of the server once that runs. @throws where it has failed */
  #running(): Promise<BaseLanguageClient> {
    return new Promise((resolve, reject) => {
      const look = (): boolean => {
        if (this.#state === 'running' && this.#client !== undefined) resolve(this.#client);
        else if (this.#state === 'failed') reject(new Error(this.#say('server.failed')));
        else return false;
        return true;
      };
      if (look()) return;
      const subscription = this.#stateEmitter.event(() => {
        if (look()) subscription.dispose();
      });
    });
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#run += 1;
    this.#setState('idle');
    if (client !== undefined) await stop(client);
  }

  /** Tells the user, once, that a run has ended, unless it was told to end. */
  #ended(run: number, mayTryAgain: boolean): void {
    if (run !== this.#run) return;
    // Why it failed may be said by whichever hears of it last.
    this.#mayTryAgain ||= mayTryAgain;
    if (this.#state === 'failed') return;
    this.#client = undefined;
    this.#setState('failed');
    if (this.#isTold) return;
    this.#isTold = true;
    void this.#offerRestart();
  }

  async #offerRestart(): Promise<void> {
    const restart = this.#say('server.restart');
    const showLog = this.#say('server.showLog');
    const choice = await window.showErrorMessage(this.#say('server.failed'), restart, showLog);
    if (choice === restart) await this.restart();
    if (choice === showLog) this.showLog();
  }

  #openLog(): LogOutputChannel {
    this.#log ??= window.createOutputChannel(this.#say('name'), { log: true });
    return this.#log;
  }

  #setState(state: CheckerState): void {
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'running') this.#isTold = false;
    this.#stateEmitter.fire(state);
  }
}

async function stop(client: BaseLanguageClient): Promise<void> {
  try {
    await client.dispose();
  } catch {
    // It has ended by itself, or is only starting: then it is stopped as soon as it runs.
  }
}
