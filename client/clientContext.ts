import type { Disposable, ExtensionContext, TextDocument, WebviewPanel } from 'vscode';
import type { Checker } from './checker.js';
import type { CommandName } from './commandIds.js';
import type { IsLocked } from './knownReadOnly.js';
import type { Say } from './messages.js';

/** What the features of the client get. */
export interface ClientContext {
  readonly extension: ExtensionContext;
  readonly checker: Checker;
  readonly say: Say;
  /** Whether a document was found to be a report when it was last checked. */
  isChecked(document: TextDocument): boolean;
  readonly isLocked: IsLocked;
}

/** Runs one command; what it gives reaches those who run the command by program. */
export type CommandHandler = (...values: readonly unknown[]) => unknown;

/** A part of the client that is loaded with the first report, or with the first of its commands. */
export interface Feature extends Disposable {
  /** The commands that it runs; it does not register them itself. */
  readonly commands: Partial<Readonly<Record<CommandName, CommandHandler>>>;
  /** The kind of panel that it takes over when the window is loaded again, with what the panel kept. */
  readonly restores?: { readonly view: string; readonly restore: (panel: WebviewPanel, state: unknown) => PromiseLike<void> };
}
