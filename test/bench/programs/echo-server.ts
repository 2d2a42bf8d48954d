/**
 * Program: a language server that knows its answer before it is asked, over standard streams. It keeps open documents as any
 * server does and answers each change with the diagnostics of its initialization options (`EchoOptions`), always the same.
 */
import { createConnection, type Diagnostic, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What the server is given to say. */
export interface EchoOptions {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it waits to be asked. */
  readonly pull: boolean;
}

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
let options: EchoOptions = { diagnostics: [], pull: false };
connection.onInitialize(({ initializationOptions }) => {
  options = initializationOptions;
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      ...(options.pull ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    },
  };
});
documents.onDidChangeContent(({ document: { uri, version } }) => {
  if (!options.pull) void connection.sendDiagnostics({ uri, version, diagnostics: [...options.diagnostics] });
});
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [...options.diagnostics] }));
documents.listen(connection);
connection.listen();
