import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type ClientHost, setUpClient } from './languageClient.js';

/** Makes the client of a server that is a process of its own. Loaded with the library when the first report is there. */
export function createLanguageClient({ extensionUri }: ExtensionContext, host: ClientHost): LanguageClient {
  const module = Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
  // Not Node's own channel: its messages are made twice, once by us and once by Node, which costs more than all checking.
  const transport = TransportKind.stdio;
  // Not the user's folder, which could then not be renamed on Windows.
  const cwd = extensionUri.fsPath;
  const run = { module, transport, options: { cwd } };
  const debug = { module, transport, options: { cwd, execArgv: ['--nolazy', '--inspect=6009'] } };
  return setUpClient((id, name, options) => new LanguageClient(id, name, { run, debug }, options), host);
}
