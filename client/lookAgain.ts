import { window } from 'vscode';
import { LOOK_AGAIN_NOTIFICATION } from '../server/protocol/messages.js';
import type { ClientContext, Feature } from './clientContext.js';

/** Lets the server look at project files again when the user comes back to the window: elsewhere they may have been changed. */
export function createLookAgain({ checker }: Pick<ClientContext, 'checker'>): Feature {
  const subscription = window.onDidChangeWindowState(({ focused }) => {
    if (focused) checker.tell(LOOK_AGAIN_NOTIFICATION);
  });
  return { commands: {}, dispose: () => subscription.dispose() };
}
