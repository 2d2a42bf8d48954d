import type { WebviewPanel } from 'vscode';
import type { ChecklistPlace } from './checklistPlace.js';
import { createChecklistView } from './checklistView.js';
import type { ClientContext, CommandHandler, Feature } from './clientContext.js';
import type { CommandName } from './commandIds.js';
import { createCopyNote } from './copyNote.js';
import { createFiguresPanel } from './figuresPanel.js';
import { createFixAll } from './fixAll.js';
import { createLookAgain } from './lookAgain.js';
import { createNewReport } from './newReport.js';
import { createNextYear } from './nextYear.js';
import { createReadOnlyGuard } from './readOnlyGuard.js';
import { createRenumber } from './renumber.js';
import { createRulePages } from './rulePages.js';
import { createTidy } from './tidy.js';

/** Everything that the client offers for reports beyond what the protocol brings by itself. */
export interface ReportFeatures {
  /** What runs a command; undefined where it belongs to no feature. */
  handlerOf(command: CommandName): CommandHandler | undefined;
  /** Fills a panel that the window had before it was loaded again. */
  restore(view: string, panel: WebviewPanel, state: unknown): PromiseLike<void>;
  dispose(): void;
}

/**
 * Makes every feature, each once.
 *
 * @param checklist where the checklist is shown; it is there before any feature is.
 */
export function createReportFeatures(context: ClientContext, checklist: ChecklistPlace): ReportFeatures {
  const features: readonly Feature[] = [
    createChecklistView(context, checklist),
    createCopyNote(context),
    createFiguresPanel(context),
    createFixAll(context),
    createLookAgain(context),
    createNewReport(context),
    createNextYear(context),
    createReadOnlyGuard(context),
    createRenumber(context),
    createRulePages(context),
    createTidy(context),
  ];
  return {
    handlerOf: (command) => features.map(({ commands }) => commands[command]).find((handler) => handler !== undefined),
    restore: async (view, panel, state) => features.find(({ restores }) => restores?.view === view)?.restores?.restore(panel, state),
    dispose: () => {
      for (const feature of features) feature.dispose();
    },
  };
}
