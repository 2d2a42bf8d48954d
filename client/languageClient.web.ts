import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, State } from 'vscode-languageclient/browser';
import { type ClientHost, setUpClient } from './languageClient.js';

/** All that is used of the browser here; the rest of the project does not see the browser's types. */
declare const Worker: new (url: string, options: { readonly name: string }) => { terminate(): void };

/** Makes the client of a server that is a worker. Run when the first report is there. */
export function createLanguageClient({ extensionUri }: ExtensionContext, host: ClientHost): LanguageClient {
  const server = Uri.joinPath(extensionUri, 'dist', 'server.web.js').toString(true);
  // The library cannot take a function that makes the worker: it asks for `instanceof Worker`, which is never true in
  // VS Code, where `Worker` is a wrapper. A client is not started twice, so one worker is enough.
  const worker = new Worker(server, { name: host.say('name') });
  const client = setUpClient((id, name, options) => new LanguageClient(id, name, worker, options), host);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped || newState === State.StartFailed) worker.terminate();
  });
  return client;
}
