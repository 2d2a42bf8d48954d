import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { createConnection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine } from '../../server/protocol/engine.js';
import type { ReadFileParams, ReadFileResult, StatusParams } from '../../server/protocol/messages.js';
import type {
  ListFilesParams,
  ListFilesResult,
  ReadReportsParams,
  ReadReportsResult,
} from '../../server/protocol/messages/report-files.js';
import type { ProjectFiles } from '../../server/protocol/project-files.js';
import type { ReportFiles } from '../../server/protocol/report-files.js';
import type { ReportReader } from '../../server/report/report-bytes.js';
import { createServer } from '../../server/protocol/server.js';
import type { Delay } from '../../server/protocol/typing.js';
import { StreamWriter } from '../../server/protocol/stream-writer.js';

/** A client as rich as VS Code: pulls diagnostics, knows snippets and versioned edits. */
export const RICH: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true, insertTextModeSupport: { valueSet: [1, 2] } },
    },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
    },
  },
};

/** A client that knows next to nothing. */
export const POOR: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

/** Capabilities that ask for `workspace/configuration` as well. */
export function configuring(capabilities: ClientCapabilities): ClientCapabilities {
  return {
    ...capabilities,
    workspace: { ...capabilities.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  };
}

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly engine?: Engine;
  /** Answers `workspace/configuration`. */
  readonly configuration?: () => unknown;
  readonly schedule?: (callback: () => void) => void;
  readonly now?: () => number;
  /** How the server waits; by default for ever. */
  readonly delay?: Delay;
  /** False for a connection as one between processes of Node is: its writer knows of ordinary objects only. */
  readonly writesLists?: boolean;
  readonly workspaceFolders?: readonly string[];
  /** Files that the client reads for the server (`fazhiReport/readFile`), by canonical address; absent where it does not. */
  readonly files?: ReadonlyMap<string, string>;
  /** How the server reads files itself. */
  readonly serverFiles?: ProjectFiles;
  /** Reports that the client finds and reads for the server, by canonical address; absent where it does not. */
  readonly reports?: ReadonlyMap<string, string>;
  /** How the server finds and reads reports itself. */
  readonly serverReports?: (reader: ReportReader) => ReportFiles;
}

/** A started server and a client at the other end of in-memory streams. */
export class Client {
  readonly diagnostics = new Inbox<{ readonly uri: string; readonly version?: number; readonly diagnostics: Diagnostic[] }>();
  readonly status = new Inbox<StatusParams>();
  readonly log = new Inbox<{ readonly type: number; readonly message: string }>();
  readonly refreshed = new Inbox<void>();
  readonly registered = new Inbox<readonly { readonly method: string; readonly registerOptions?: unknown }[]>();
  /** What the server asked of files, as `list FOLDER` and `read FILE`. */
  readonly asked = new Inbox<string>();
  readonly exitCodes: number[] = [];
  initialized: InitializeResult = { capabilities: {} };
  private readonly documents = new Map<string, TextDocument>();

  constructor(readonly connection: ProtocolConnection) {}

  open(uri: string, text: string, languageId = 'fazhi-report'): void {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  change(uri: string, ...contentChanges: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.document(uri);
    const version = document.version + 1;
    this.documents.set(uri, TextDocument.update(document, [...contentChanges], version));
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Replaces a piece of the text, as an edit of that piece alone. */
  replace(uri: string, piece: string, newText: string): void {
    const document = this.document(uri);
    const start = document.getText().indexOf(piece);
    if (start === -1) throw new Error(`not in the text: ${piece}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + piece.length) };
    this.change(uri, { range, text: newText });
  }

  close(uri: string): void {
    this.documents.delete(uri);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (document === undefined) throw new Error(`not open: ${uri}`);
    return document;
  }

  /** The text after a workspace edit; snippets count as their text. Versions are checked. */
  textAfter(uri: string, edit: WorkspaceEdit | undefined): string {
    const document = this.document(uri);
    const changes = edit?.changes?.[uri] ?? [];
    for (const change of edit?.documentChanges ?? []) {
      if (!('edits' in change) || change.textDocument.uri !== uri) throw new Error('another document');
      if (change.textDocument.version !== document.version) throw new Error('another version');
      for (const one of change.edits) {
        if ('snippet' in one) changes.push({ range: one.range, newText: plainText(one.snippet.value) });
        else changes.push({ range: one.range, newText: one.newText });
      }
    }
    return TextDocument.applyEdits(document, changes);
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async pullItems(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('unchanged');
    return report.items;
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }
}

/** Messages that came in, in order; waits for those to come. */
export class Inbox<T> {
  readonly all: T[] = [];
  private taken = 0;
  private readonly waiting: ((message: T) => void)[] = [];

  put(message: T): void {
    this.all.push(message);
    const waiting = this.waiting.shift();
    if (waiting === undefined) return;
    this.taken++;
    waiting(message);
  }

  next(): Promise<T> {
    const message = this.all[this.taken];
    if (message !== undefined || this.taken < this.all.length) {
      this.taken++;
      return Promise.resolve(message as T);
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

/** Starts a server and initializes it. */
export async function start(options: StartOptions = {}): Promise<Client> {
  const { writesLists = true } = options;
  const up = new PassThrough();
  const down = new PassThrough();
  const client = new Client(createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)));
  let shutdownReceived = false;
  const watchDog = {
    initialize: () => undefined,
    exit: (code: number) => void client.exitCodes.push(code),
    get shutdownReceived() {
      return shutdownReceived;
    },
    set shutdownReceived(value: boolean) {
      shutdownReceived = value;
    },
  };
  const server = createConnection(
    (logger) =>
      createProtocolConnection(new StreamMessageReader(up), writesLists ? new StreamWriter(down) : new StreamMessageWriter(down), logger),
    watchDog,
  );
  createServer(server, {
    info: { name: 'fazhi-report', version: '0.0.0-test' },
    writesLists,
    schedule: options.schedule ?? ((callback) => void setImmediate(callback)),
    now: options.now ?? (() => performance.now()),
    delay: options.delay ?? (() => ({ cancel: () => undefined })),
    ...(options.engine === undefined ? {} : { engine: options.engine }),
    ...(options.serverFiles === undefined ? {} : { files: options.serverFiles }),
    ...(options.serverReports === undefined ? {} : { reportFiles: options.serverReports }),
  });
  server.listen();
  listen(client, options);
  client.initialized = await client.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? RICH,
    ...(options.workspaceFolders === undefined ? {} : { workspaceFolders: options.workspaceFolders.map((uri) => ({ uri, name: uri })) }),
    ...(options.initializationOptions === undefined && options.files === undefined && options.reports === undefined
      ? {}
      : { initializationOptions: options.initializationOptions ?? { readsFiles: true, findsReports: options.reports !== undefined } }),
  });
  client.notify('initialized', {});
  return client;
}

function listen(client: Client, options: StartOptions): void {
  const { connection } = client;
  connection.onNotification('textDocument/publishDiagnostics', (params) => client.diagnostics.put(params));
  connection.onNotification('fazhiReport/status', (params) => client.status.put(params));
  connection.onNotification('window/logMessage', (params) => client.log.put(params));
  connection.onRequest('workspace/diagnostic/refresh', () => {
    client.refreshed.put();
    return null;
  });
  connection.onRequest('client/registerCapability', (params) => {
    client.registered.put(params.registrations);
    return null;
  });
  connection.onRequest<ReadFileResult, void>('fazhiReport/readFile', ({ uri }: ReadFileParams) => {
    const text = options.files?.get(decodeURIComponent(uri));
    return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
  });
  connection.onRequest<ListFilesResult, void>('fazhiReport/listFiles', ({ folder, limit }: ListFilesParams, token) => {
    // As an editor does: a second parameter would stand in the token's place.
    token.onCancellationRequested(() => undefined);
    client.asked.put(`list ${folder ?? ''}`);
    const inside = [...(options.reports?.keys() ?? [])].filter((uri) =>
      folder === undefined
        ? (options.workspaceFolders ?? []).some((one) => uri.startsWith(`${one}/`))
        : uri.startsWith(`${decodeURIComponent(folder)}/`),
    );
    return { uris: inside.slice(0, limit).map(encodeURI) };
  });
  connection.onRequest<ReadReportsResult, void>('fazhiReport/readReports', ({ uris }: ReadReportsParams, token) => {
    token.onCancellationRequested(() => undefined);
    for (const uri of uris) client.asked.put(`read ${decodeURIComponent(uri)}`);
    return { texts: uris.map((uri) => options.reports?.get(decodeURIComponent(uri)) ?? null) };
  });
  connection.onRequest('workspace/configuration', async () => [await options.configuration?.()]);
  connection.listen();
}

function plainText(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$(?:\{\d+(?::((?:[^}\\]|\\.)*))?\}|\d+)/g, (_, text: string | undefined) => text ?? '')
    .replace(/\\([\\$}])/g, '$1');
}
