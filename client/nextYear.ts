import { type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import { NEXT_YEAR_REQUEST, type NextYearParams, type NextYearResult } from '../server/protocol/messages/next-year.js';
import { askServer } from './askServer.js';
import type { ClientContext, Feature } from './clientContext.js';
import { canHoldDrafts, fillDraft, openDraft, selectFirstBlank } from './drafts.js';
import { MARKDOWN, REPORT_LANGUAGE } from './languages.js';

/** Begins next year's report from the one in front, and opens a list of last year's plan and shortcomings beside it. */
export function createNextYear(context: ClientContext): Feature {
  return { commands: { startNextYear: (given) => startNextYear(context, given) }, dispose: () => undefined };
}

/** @param given the address of the report; that in front where absent. */
async function startNextYear(context: ClientContext, given: unknown): Promise<void> {
  const { say } = context;
  const source = given instanceof Uri ? await workspace.openTextDocument(given) : window.activeTextEditor?.document;
  if (source === undefined) {
    void window.showInformationMessage(say('nextYear.noFile'));
    return;
  }
  const made = await askServer<NextYearParams, NextYearResult | null>(context, NEXT_YEAR_REQUEST, {
    textDocument: { uri: source.uri.toString() },
  });
  if (made === undefined) return;
  if (made === null) {
    void window.showInformationMessage(say('nextYear.noReport'));
    return;
  }
  const language = source.languageId === MARKDOWN ? MARKDOWN : REPORT_LANGUAGE;
  const editor = await openDraft({ title: made.title, folder: folderOf(source), language });
  if (!(await fillDraft(editor, made.text))) {
    void window.showWarningMessage(say('draft.failed'));
    return;
  }
  const checklist = await workspace.openTextDocument({ language: MARKDOWN, content: made.checklist });
  await window.showTextDocument(checklist, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false });
  // Only now are the lines as wide as they stay.
  selectFirstBlank(editor);
  const done =
    made.year === undefined
      ? say('nextYear.noYear', made.figuresBlanked)
      : say('nextYear.done', made.year, made.yearsMoved, made.figuresBlanked);
  void window.showInformationMessage(done);
}

/** Beside last year's report; in the first folder of the workspace where that cannot be. */
function folderOf({ uri }: TextDocument): Uri | undefined {
  return canHoldDrafts(uri) ? Uri.joinPath(uri, '..') : workspace.workspaceFolders?.[0]?.uri;
}
