import { registerChecklist } from './checklist.js';
import { registerCodeActions } from './code-actions.js';
import { registerCompleting } from './completing.js';
import { registerDrafting } from './drafting.js';
import { registerFormatting } from './formatting.js';
import { registerNavigating } from './navigating.js';
import { registerFigures } from './figures.js';
import { registerReading } from './reading.js';
import { registerReviewing } from './reviewing.js';
import { registerTidying } from './tidying.js';
import type { RequestContext } from './request-context.js';

/** Registers the handlers of every request but diagnostics, each group once. */
export function registerRequests(context: RequestContext): void {
  registerChecklist(context);
  registerCodeActions(context);
  registerCompleting(context);
  registerDrafting(context);
  registerNavigating(context);
  registerFigures(context);
  registerReading(context);
  registerFormatting(context);
  registerTidying(context);
  registerReviewing(context);
}
