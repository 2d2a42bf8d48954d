import { registerChecklist } from './checklist.js';
import { registerCodeActions } from './code-actions.js';
import { registerCompleting } from './completing.js';
import { registerDrafting } from './drafting.js';
import { registerReading } from './reading.js';
import type { RequestContext } from './request-context.js';

/** Registers the handlers of every request but diagnostics, each group once. */
export function registerRequests(context: RequestContext): void {
  registerChecklist(context);
  registerCodeActions(context);
  registerCompleting(context);
  registerDrafting(context);
  registerReading(context);
}
