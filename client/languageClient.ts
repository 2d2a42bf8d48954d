import { type LogOutputChannel, type TextDocument, type Uri, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  vsdiag,
} from 'vscode-languageclient';
import {
  COMMANDS_OF_CLIENT,
  type InitializationOptions,
  READ_FILE_REQUEST,
  type ReadFileParams,
  type ReadFileResult,
  STATUS_NOTIFICATION,
  type StatusParams,
} from '../server/protocol/messages.js';
import { withFolders } from './folderLinks.js';
import { MARKDOWN, REPORT_LANGUAGE } from './languages.js';
import type { Say } from './messages.js';
import { PROJECT_FILE_SELECTOR, readFileForServer } from './projectFiles.js';
import { answerReportFiles } from './reportFiles.js';
import { RestartPolicy } from './restartPolicy.js';
import { PREVIEW_SCHEME } from './schemes.js';
import { readServerSettings, SECTION } from './settings.js';

/** What the language client needs, and whom it tells. */
export interface ClientHost {
  readonly log: LogOutputChannel;
  readonly say: Say;
  isUserDocument(document: TextDocument | Uri): boolean;
  onStatus(status: StatusParams): void;
  /**
   * `ended`: the server is gone, or never came, and is not started again by itself. `missing`: its program could not be loaded;
   * that may succeed another time.
   */
  onState(state: 'starting' | 'running' | 'ended' | 'missing'): void;
}

/** Makes a language client that is not started yet. Fails where its code cannot be loaded; that may succeed another time. */
export type CreateClient = (host: ClientHost) => Promise<BaseLanguageClient>;

/**
 * Sets up a language client, the same way for a server that is a process and for one that is a worker.
 *
 * @param construct makes the client of the library from id, name and options.
 */
export function setUpClient<Client extends BaseLanguageClient>(
  construct: (id: string, name: string, options: LanguageClientOptions) => Client,
  host: ClientHost,
): Client {
  const policy = new RestartPolicy();
  let hasRun = false;
  let isRestarting = false;
  // A server that dies before it has run would die again: only one that has run is started anew.
  const mayRestart = (): boolean => {
    isRestarting = hasRun && policy.mayRestart(Date.now());
    return isRestarting;
  };
  const client = construct(SECTION, host.say('name'), {
    documentSelector: [{ language: REPORT_LANGUAGE }, { language: MARKDOWN }, ...PROJECT_FILE_SELECTOR],
    initializationOptions: (): InitializationOptions => ({
      status: true,
      readsFiles: true,
      findsReports: true,
      quietWhileTyping: true,
      setsLanguage: true,
      commands: Object.values(COMMANDS_OF_CLIENT),
      ...readServerSettings(),
    }),
    outputChannel: host.log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true },
    initializationFailedHandler: () => false,
    errorHandler: createErrorHandler(mayRestart, host.say),
    middleware: {
      didOpen: (document, next) => (document.uri.scheme === PREVIEW_SCHEME ? Promise.resolve() : next(document)),
      provideDiagnostics: (document, previousResultId, token, next) =>
        host.isUserDocument(document)
          ? next(document, previousResultId, token)
          : { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] },
      // What cannot be written is not mended: the list of problems would offer it all the same.
      provideCodeActions: (document, range, context, token, next) =>
        workspace.fs.isWritableFileSystem(document.uri.scheme) === false ? [] : next(document, range, context, token),
      provideDocumentLinks: async (document, token, next) => withFolders(await next(document, token)),
    },
  });
  silencePopUps(client);
  client.onRequest<ReadFileResult, void>(READ_FILE_REQUEST, (params: ReadFileParams) => readFileForServer(params));
  answerReportFiles(client);
  client.onNotification(STATUS_NOTIFICATION, (status: StatusParams) => host.onStatus(status));
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) {
      isRestarting = false;
      host.onState('starting');
    } else if (newState === State.Running) {
      hasRun = true;
      host.onState('running');
    } else if (!isRestarting) host.onState('ended');
  });
  return client;
}

function createErrorHandler(mayRestart: () => boolean, say: Say): ErrorHandler {
  return {
    // Writing to a server that has just died fails, often several times, before its end is noticed: `closed` decides.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () =>
      mayRestart()
        ? { action: CloseAction.Restart, handled: true, message: say('server.restarting') }
        : { action: CloseAction.DoNotRestart, handled: true, message: say('server.ended') },
  };
}

/**
 * The library shows some failures in words of its own, in English, whatever its options say. They go to the log;
 * the user is told once, after `ended`.
 */
function silencePopUps(client: BaseLanguageClient): void {
  const logAndShow = client.error.bind(client);
  client.error = (message, data) => logAndShow(message, data, false);
}
