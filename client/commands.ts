import { commands, Disposable, languages, type TextDocument, window } from 'vscode';
import type { Checker } from './checker.js';
import { COMMANDS, type CommandName } from './commandIds.js';
import { fixAll } from './fixAll.js';
import { PLAIN_TEXT, REPORT_LANGUAGE } from './languages.js';
import type { Say } from './messages.js';

/** Registers every command of the extension. */
export function registerCommands(checker: Checker, say: Say): Disposable {
  const onActiveDocument = (act: (document: TextDocument) => PromiseLike<unknown>) => async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document === undefined) void window.showInformationMessage(say('command.noFile'));
    else await act(document);
  };
  const handlers: Readonly<Record<CommandName, () => void | Promise<void>>> = {
    // That a document is left alone, or not any more, is learnt from its new language: see recognition.ts.
    checkAsReport: onActiveDocument((document) => languages.setTextDocumentLanguage(document, REPORT_LANGUAGE)),
    stopChecking: onActiveDocument((document) => languages.setTextDocumentLanguage(document, PLAIN_TEXT)),
    fixAll: onActiveDocument((document) => fixAll(document, say)),
    restartServer: () => checker.restart(),
    showLog: () => checker.showLog(),
  };
  return Disposable.from(
    ...Object.entries(handlers).map(([name, handler]) => commands.registerCommand(COMMANDS[name as CommandName], handler)),
  );
}
