import { window } from 'vscode';
import { RENUMBER_REQUEST } from '../server/protocol/messages/revision.js';
import type { ClientContext, Feature } from './clientContext.js';
import { reviseInFront } from './revise.js';

/** Numbers the headings of the active document in order, and says how many numbers have changed. */
export function createRenumber(context: ClientContext): Feature {
  const words = {
    done: (count: number) => window.showInformationMessage(context.say('renumber.done', count)),
    none: 'renumber.none',
    changed: 'renumber.changed',
    notAReport: 'renumber.notAReport',
  } as const;
  return { commands: { renumberHeadings: () => reviseInFront(context, RENUMBER_REQUEST, words) }, dispose: () => undefined };
}
