import { checklist, checklistFix } from '../../language/checklist.js';
import { toTextEdits } from '../../language/edits.js';
import {
  CHECKLIST_EDIT_REQUEST,
  CHECKLIST_REQUEST,
  type ChecklistEdit,
  type ChecklistEditParams,
  type ChecklistParams,
  type ChecklistResult,
} from '../messages/checklist.js';
import type { RequestContext } from './request-context.js';

/** Answers what the checklist view asks: its rows, and the edit behind one of them. */
export function registerChecklist({ connection, analyses, shown, settings, onReport }: RequestContext): void {
  connection.onRequest(
    CHECKLIST_REQUEST,
    onReport<ChecklistParams, ChecklistResult | null>(CHECKLIST_REQUEST, null, (report, _params, document) => {
      const { report: checked = report, findings } = shown.of(document);
      return { version: document.version, ...checklist(checked, findings, settings().locale) };
    }),
  );
  connection.onRequest(
    CHECKLIST_EDIT_REQUEST,
    onReport<ChecklistEditParams, ChecklistEdit | null>(CHECKLIST_EDIT_REQUEST, null, (report, { id }, document) => {
      const fix = checklistFix(report, analyses.resultOf(document).findings, id);
      return fix === undefined ? null : { version: document.version, edits: toTextEdits(report.source, fix.edits, fix.select) };
    }),
  );
}
