import type { SectionKind } from '../report/report.js';

/** Whether a document is checked, and why not. */
export type CheckedState = 'checked' | 'not-a-report';

/** One mandated section as the status shows it. */
export interface SectionStatus {
  readonly kind: SectionKind;
  /** Short name in the language of the user. */
  readonly name: string;
  readonly state: 'present' | 'merged' | 'embedded' | 'missing';
  /** Line of its heading, from 0; absent where there is none. */
  readonly line?: number;
}

/** Parameters of the notification `fazhiReport/status` (server to client): what the status item shows of one document. */
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly state: CheckedState;
  /** A few words for the status item: 四项齐全 · 2 错误 1 警告. */
  readonly label: string;
  /** One or more sentences: sections one by one, or why the document is not checked and how to change that. */
  readonly detail: string;
  readonly sections: readonly SectionStatus[];
  readonly counts: { readonly error: number; readonly warning: number; readonly information: number; readonly hint: number };
  /** How long it took to read and check this version; absent where it is not checked. */
  readonly milliseconds?: number;
}

/** Name of the status notification. Sent after every check of a document that the client opened. */
export const STATUS_NOTIFICATION = 'fazhiReport/status';

/** Settings, read from `initializationOptions` and from the configuration section `fazhiReport`. */
export interface ServerSettings {
  /** Language of messages; `zh-CN` where absent. */
  readonly locale?: 'zh-CN' | 'en';
  /** Rule id to severity or `off`. */
  readonly rules?: Readonly<Record<string, string>>;
  /** `onType` where absent; `onSave`: findings are made when a document is opened and saved, and between stay as they were. */
  readonly run?: 'onType' | 'onSave';
  /** Each true where absent. */
  readonly codeLens?: boolean;
  readonly inlayHints?: boolean;
  readonly semanticTokens?: boolean;
}

/** Language id whose documents are always checked; others are checked where their content is a report. */
export const LANGUAGE_ID = 'fazhi-report';

/** Section of `workspace/configuration` that holds `ServerSettings`. */
export const CONFIGURATION_SECTION = 'fazhiReport';

/** What may stand in `initializationOptions`, bare or under the key `fazhiReport`. */
export interface InitializationOptions extends ServerSettings {
  /** True where the client wants `fazhiReport/status`; clients that do not ask never see it. */
  readonly status?: boolean;
  /** True where the client answers `fazhiReport/readFile`; else the server reads files itself where it can. */
  readonly readsFiles?: boolean;
  /** True where the client answers `fazhiReport/listFiles` and `fazhiReport/readReports`; else the server looks itself where it can. */
  readonly findsReports?: boolean;
  /**
   * True where the client wants findings that are only due to an unfinished sentence held back while somebody types. Only for
   * clients that are told of findings, or can be asked to pull them anew; every other one gets all findings at once.
   */
  readonly quietWhileTyping?: boolean;
  /**
   * True where the client gives every report the language id `fazhi-report`, so that formatting need be offered for that one
   * alone. It is then registered after the start; every other client is offered it with the answer to `initialize`.
   */
  readonly setsLanguage?: boolean;
  /** Commands that the client runs itself, so that the server may name them: `fazhiReport.showPlace`, `fazhiReport.showFigures`. */
  readonly commands?: readonly string[];
}

/**
 * Commands of the client that the server may name where the client has said that it runs them. Each gets the address of a
 * document and a range in it.
 */
export const COMMANDS_OF_CLIENT = Object.freeze({ showPlace: 'fazhiReport.showPlace', showFigures: 'fazhiReport.showFigures' } as const);

/**
 * Name of the notification that the user comes back from somewhere else, where files may have been changed (client to server).
 * Without parameters.
 */
export const LOOK_AGAIN_NOTIFICATION = 'fazhiReport/lookAgain';

/** Name of the request by which the server reads a project file (server to client). */
export const READ_FILE_REQUEST = 'fazhiReport/readFile';

/** Parameters of `fazhiReport/readFile`. */
export interface ReadFileParams {
  readonly uri: string;
}

/** Answer to `fazhiReport/readFile`: the text as it is on disk, or why there is none. */
export type ReadFileResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };
