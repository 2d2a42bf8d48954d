import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { endWithUs } from '../processes.js';

/** How a server is started and talked to. */
export interface ServerStart {
  readonly file: string;
  /** Arguments of Node, before the file. */
  readonly nodeArguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly initializationOptions?: unknown;
  /** The user's settings by section: what `workspace/configuration` answers and what the server is told at the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Answers to requests of the server that are no part of the protocol; they may ask for the text of an open document. */
  readonly answers?: Readonly<Record<string, (params: unknown, textOf: (uri: string) => string) => unknown>>;
  /** Whether the client asks for diagnostics; else it waits for them. */
  readonly pull: boolean;
}

/** One replaced piece of a document. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** No server may take longer for one answer, in milliseconds. */
const PATIENCE = 60_000;

/** A language server in a process of its own, and a client of it over standard streams. */
export class Client {
  /** The server's process. */
  readonly pid: number;
  /** Milliseconds from the start of the process to its answer to `initialize`. */
  startTime = Number.NaN;
  private readonly connection: ProtocolConnection;
  private readonly documents = new Map<string, TextDocument>();
  private readonly resultIds = new Map<string, string>();
  private published: ((uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]) => void) | undefined;
  private pulls: boolean;

  private constructor(
    private readonly child: ChildProcess,
    connection: ProtocolConnection,
    pull: boolean,
  ) {
    this.connection = connection;
    this.pulls = pull;
    this.pid = child.pid ?? 0;
  }

  /** Starts a server and initializes it. Rejects where it does not answer. */
  static async start(start: ServerStart): Promise<Client> {
    const begin = performance.now();
    const child = spawn(process.execPath, [...(start.nodeArguments ?? []), start.file, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...start.environment },
    });
    endWithUs(child);
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const client = new Client(child, connection, start.pull);
    client.listen(start);
    const { capabilities } = await client.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: capabilitiesOf(start.pull),
      ...(start.initializationOptions === undefined ? {} : { initializationOptions: start.initializationOptions }),
    });
    client.startTime = performance.now() - begin;
    client.pulls = start.pull && capabilities.diagnosticProvider !== undefined;
    await connection.sendNotification('initialized', {});
    if (start.settings !== undefined) await connection.sendNotification('workspace/didChangeConfiguration', { settings: start.settings });
    return client;
  }

  /** Whether the server is asked for diagnostics. */
  get isPulling(): boolean {
    return this.pulls;
  }

  /** Opens a document; resolves with what is found in it. */
  async open(uri: string, text: string, languageId: string): Promise<readonly Diagnostic[]> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    return this.findings(uri, 1, 'textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Edits a document; resolves when the findings of its new version are here. */
  async edit(uri: string, { start, end, text }: Edit): Promise<readonly Diagnostic[]> {
    const document = this.document(uri);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const version = document.version + 1;
    TextDocument.update(document, [{ range, text }], version);
    return this.findings(uri, version, 'textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  }

  /** An open document as it is now. */
  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (document === undefined) throw new Error(`not open: ${uri}`);
    return document;
  }

  /** Sends a request; rejects where no answer comes in time. */
  async request<R>(method: string, params: unknown): Promise<R> {
    return withPatience(this.connection.sendRequest<R>(method, params), method);
  }

  /** Milliseconds of processor time that the server has used until now; NaN where the system does not tell. */
  get processorTime(): number {
    try {
      const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return Number.NaN;
    }
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    const closed = once(this.child, 'close');
    this.connection.dispose();
    this.child.kill('SIGKILL');
    await closed;
  }

  private listen({ settings, answers = {} }: ServerStart): void {
    const { connection } = this;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, version, diagnostics }: { uri: string; version?: number; diagnostics: Diagnostic[] }) =>
        this.published?.(uri, version, diagnostics),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section = '' }) => settings?.[section] ?? null),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: readonly { method: string }[] }) => {
      if (registrations.some(({ method }) => method === 'textDocument/diagnostic')) this.pulls = true;
      return null;
    });
    for (const method of ['client/unregisterCapability', 'workspace/diagnostic/refresh', 'window/workDoneProgress/create']) {
      connection.onRequest(method, () => null);
    }
    const textOf = (uri: string): string => this.document(uri).getText();
    for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, (params: unknown) => answer(params, textOf));
    connection.onError(() => undefined);
    connection.listen();
  }

  private async findings(uri: string, version: number, method: string, params: unknown): Promise<readonly Diagnostic[]> {
    if (this.pulls) {
      void this.connection.sendNotification(method, params);
      const previousResultId = this.resultIds.get(uri);
      const report = await this.request<{ kind: string; resultId?: string; items?: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      });
      if (report.resultId !== undefined) this.resultIds.set(uri, report.resultId);
      return report.items ?? [];
    }
    const published = new Promise<readonly Diagnostic[]>((resolve) => {
      this.published = (ofUri, ofVersion, diagnostics) => {
        if (ofUri === uri && (ofVersion === undefined || ofVersion === version)) resolve(diagnostics);
      };
    });
    void this.connection.sendNotification(method, params);
    return withPatience(published, method);
  }
}

function withPatience<T>(answer: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to ${what}`)), PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** As VS Code's, as far as our server and its peers care. */
function capabilitiesOf(pull: boolean): object {
  return {
    workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
    textDocument: {
      synchronization: { dynamicRegistration: true },
      publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
      ...(pull ? { diagnostic: { dynamicRegistration: true } } : {}),
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    },
  };
}
