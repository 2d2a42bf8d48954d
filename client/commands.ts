import { commands, Disposable, languages, type TextDocument } from 'vscode';
import { documentInFront } from './askServer.js';
import type { Checker } from './checker.js';
import type { CommandHandler } from './clientContext.js';
import { COMMANDS, type CommandName } from './commandIds.js';
import { PLAIN_TEXT, REPORT_LANGUAGE } from './languages.js';
import type { LateFeatures } from './lateFeatures.js';
import type { Say } from './messages.js';

/**
 * Registers every command of the extension.
 *
 * @param features loads what runs the commands that are not run here.
 */
export function registerCommands(checker: Checker, say: Say, features: LateFeatures): Disposable {
  const onActiveDocument = (act: (document: TextDocument) => PromiseLike<unknown>) => async (): Promise<void> => {
    const document = documentInFront({ say });
    if (document !== undefined) await act(document);
  };
  const handlers: Partial<Record<CommandName, CommandHandler>> = {
    // That a document is left alone, or not any more, is learnt from its new language: see recognition.ts.
    checkAsReport: onActiveDocument((document) => languages.setTextDocumentLanguage(document, REPORT_LANGUAGE)),
    stopChecking: onActiveDocument((document) => languages.setTextDocumentLanguage(document, PLAIN_TEXT)),
    restartServer: () => checker.restart(),
    showLog: () => checker.showLog(),
  };
  const ofFeature =
    (name: CommandName): CommandHandler =>
    async (...values) =>
      (await features.get())?.handlerOf(name)?.(...values);
  return Disposable.from(
    ...Object.entries(COMMANDS).map(([name, id]) =>
      commands.registerCommand(id, handlers[name as CommandName] ?? ofFeature(name as CommandName)),
    ),
  );
}
