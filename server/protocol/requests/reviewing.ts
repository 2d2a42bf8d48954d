import { reviewNote } from '../../language/review-note.js';
import { listRules } from '../../language/rule-list.js';
import { guarded } from '../guard.js';
import {
  REVIEW_NOTE_REQUEST,
  type ReviewNoteParams,
  type ReviewNoteResult,
  RULES_REQUEST,
  type RulesParams,
  type RulesResult,
} from '../messages/review.js';
import type { RequestContext } from './request-context.js';

/** Answers what a reviewer asks for: the findings as a note, the rules as a list. */
export function registerReviewing({ connection, engine, analyses, settings, document, ready, onReport }: RequestContext): void {
  connection.onRequest<ReviewNoteResult, never>(
    REVIEW_NOTE_REQUEST,
    onReport<ReviewNoteParams, ReviewNoteResult>(REVIEW_NOTE_REQUEST, null, (report, { textDocument }, reportDocument) =>
      reviewNote({
        report,
        findings: analyses.resultOf(reportDocument).findings,
        uri: textDocument.uri,
        locale: settings().locale,
        ruleName: engine.ruleName,
      }),
    ),
  );
  connection.onRequest<RulesResult, never>(
    RULES_REQUEST,
    guarded(
      connection,
      RULES_REQUEST,
      (): RulesResult => [],
      async ({ textDocument }: RulesParams): Promise<RulesResult> => {
        if (textDocument !== undefined) await ready(textDocument.uri);
        const asked = textDocument === undefined ? undefined : document(textDocument.uri);
        return listRules(asked === undefined ? [] : analyses.resultOf(asked).findings, settings().locale);
      },
    ),
  );
}
