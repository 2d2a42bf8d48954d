import { window } from 'vscode';
import { FIX_ALL_REQUEST } from '../server/protocol/messages/revision.js';
import type { ClientContext, Feature } from './clientContext.js';
import { reviseInFront } from './revise.js';

/**
 * Mends everything in the active document that is safe to mend.
 *
 * The server is asked itself: the editor, asked for its code actions, gives up or gives none while any extension brings or takes
 * away what offers them, which would be told as “nothing to mend”.
 */
export function createFixAll(context: ClientContext): Feature {
  const words = {
    done: () => window.setStatusBarMessage(context.say('command.fixAll.done'), 5000),
    none: 'command.fixAll.none',
    changed: 'command.fixAll.changed',
    notAReport: 'command.fixAll.notAReport',
  } as const;
  return { commands: { fixAll: () => reviseInFront(context, FIX_ALL_REQUEST, words) }, dispose: () => undefined };
}
