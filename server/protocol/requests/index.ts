import { registerAnnotating } from './annotating.js';
import { registerChecklist } from './checklist.js';
import { registerCodeActions } from './code-actions.js';
import { registerCompleting } from './completing.js';
import { registerDrafting } from './drafting.js';
import { registerFigures } from './figures.js';
import { registerFormatting } from './formatting.js';
import { registerNavigating } from './navigating.js';
import { registerReading } from './reading.js';
import { registerReviewing } from './reviewing.js';
import { registerTidying } from './tidying.js';
import type { RequestContext } from './request-context.js';

/** Registers the handlers of every request but diagnostics, each group once. */
export function registerRequests(context: RequestContext): void {
  registerAnnotating(context);
  registerChecklist(context);
  registerCodeActions(context);
  registerCompleting(context);
  registerDrafting(context);
  registerFigures(context);
  registerFormatting(context);
  registerNavigating(context);
  registerReading(context);
  registerReviewing(context);
  registerTidying(context);
}
