import type { InitializeParams, InitializeResult, Message } from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.js';
import { readFeatures } from './features.js';

/** A client has time after the answer to `initialize`; what it sends then waits for the server, and rarely finds it not there. */
const REST_MILLISECONDS = 5;

/** What answers `initialize` before the server proper is there. */
export interface EarlyAnswer {
  /** For `createConnection`: keeps the order of messages while the server proper is being loaded. */
  readonly messageStrategy: { readonly handleMessage: (message: Message, next: (message: Message) => void) => void | Promise<void> };
  /** For `onInitialize`. */
  readonly initialize: (params: InitializeParams) => InitializeResult;
}

/**
 * Answers `initialize` at once and loads the server proper behind it: an editor asks at its start, when everything else
 * starts, too.
 *
 * @param info name and version that the server tells its clients.
 * @param load loads the server proper and lets it take over the connection, with what `initialize` said.
 */
export function answerEarly(
  info: { readonly name: string; readonly version: string },
  load: (params: InitializeParams) => Promise<void>,
): EarlyAnswer {
  let loading: Promise<void> | undefined;
  let isThere = false;
  let initialized: InitializeParams | undefined;
  const ready = (params: InitializeParams): Promise<void> => {
    loading ??= load(params).then(() => {
      isThere = true;
    });
    return loading;
  };
  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (isThere || initialized === undefined) return next(message);
        return ready(initialized).then(() => next(message));
      },
    },
    initialize(params) {
      initialized = params;
      setTimeout(() => void ready(params), REST_MILLISECONDS);
      return { capabilities: serverCapabilities(readFeatures(params.capabilities, params.initializationOptions)), serverInfo: { ...info } };
    },
  };
}
