import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports, State } from 'vscode-languageclient/browser';
import { type ClientHost, setUpClient } from './languageClient.js';

/** All that is used of the browser's workers here; the rest of the project does not see the browser's types. */
interface ServerWorker {
  addEventListener(type: 'error' | 'message', listener: (event: { preventDefault(): void }) => void): void;
  terminate(): void;
}
declare const Worker: new (url: string, options: { readonly name: string }) => ServerWorker;

/** Schemes of addresses that VS Code makes workers of. It refuses `vscode-remote:`. */
const WORKER_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'file', 'vscode-file']);

/** Makes the client of a server that is a worker. Loaded with the library when the first report is there. */
export function createLanguageClient({ extensionUri }: ExtensionContext, host: ClientHost): LanguageClient {
  let worker: ServerWorker | undefined;
  let isMissing = false;
  // The library makes no worker of a function's answer: it asks for `instanceof Worker`, which is never true in VS Code, where
  // `Worker` is a wrapper.
  const connect = async (): Promise<MessageTransports> => {
    isMissing = true;
    worker?.terminate();
    const made = new Worker(await addressOf(Uri.joinPath(extensionUri, 'dist', 'server.web.js')), { name: host.say('name') });
    worker = made;
    made.addEventListener('message', () => {
      isMissing = false;
    });
    return { reader: new WorkerReader(made, () => isMissing), writer: new BrowserMessageWriter(made) };
  };
  const onState: ClientHost['onState'] = (state) => host.onState(state === 'ended' && isMissing ? 'missing' : state);
  const client = setUpClient((id, name, options) => new LanguageClient(id, name, connect, options), { ...host, onState });
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped || newState === State.StartFailed) worker?.terminate();
  });
  return client;
}

/** A worker whose program was not there says nothing but an error. */
class WorkerReader extends BrowserMessageReader {
  /** @param isMissing whether the worker has said nothing yet */
  constructor(worker: ServerWorker, isMissing: () => boolean) {
    super(worker);
    worker.addEventListener('error', (event) => {
      if (!isMissing()) return;
      // Else it would count as an error of the whole extension host.
      event.preventDefault();
      this.fireClose();
    });
  }
}

/** An address of the server's program that a worker can be made of. */
async function addressOf(server: Uri): Promise<string> {
  if (WORKER_SCHEMES.has(server.scheme)) return server.toString(true);
  const code = await workspace.fs.readFile(server);
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}
