import { type CompletionParams, CompletionTriggerKind } from 'vscode-languageserver';
import { completion } from '../../language/completion.js';
import type { RequestContext } from './request-context.js';

/** Answers what an editor asks while somebody types. */
export function registerCompleting({ connection, features, settings, onReport }: RequestContext): void {
  connection.onCompletion(
    onReport('textDocument/completion', null, (report, { position, context }: CompletionParams) => {
      const { snippets, insertTextMode, labelDetails } = features();
      return completion(report, position, {
        locale: settings().locale,
        snippets,
        insertTextMode,
        labelDetails,
        uninvited: context?.triggerKind === CompletionTriggerKind.TriggerCharacter,
      });
    }),
  );
}
