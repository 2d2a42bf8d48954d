import { type TextDocument, window } from 'vscode';
import type { ClientContext } from './clientContext.js';

/** Asks the server something of its own. Where it does not answer, the user is told, and undefined is given. */
export async function askServer<Params, Result>(
  { checker, say }: ClientContext,
  method: string,
  params: Params,
): Promise<Result | undefined> {
  try {
    return await checker.ask<Params, Result>(method, params);
  } catch {
    void window.showWarningMessage(say('ask.failed'));
    return undefined;
  }
}

/** The document in front, which a command is about. Where there is none, the user is told, and undefined is given. */
export function documentInFront({ say }: Pick<ClientContext, 'say'>): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (document === undefined) void window.showInformationMessage(say('command.noFile'));
  return document;
}
