import { toPlainEdits } from '../../language/edits.js';
import { toSpan } from '../../language/ranges.js';
import { renumberHeadings } from '../../language/renumbering.js';
import { TIDY_KINDS } from '../../language/safe-fixes.js';
import { tidy } from '../../language/tidy.js';
import { RENUMBER_REQUEST, TIDY_REQUEST, type TidyParams, type TidyResult } from '../messages/revision.js';
import type { RequestContext } from './request-context.js';
import { answerRevision } from './revising.js';

/** Answers how a text would be tidied, and how its headings would be numbered. */
export function registerTidying(context: RequestContext): void {
  const { connection, configurationOf, onReport } = context;
  connection.onRequest<TidyResult, never>(
    TIDY_REQUEST,
    onReport<TidyParams, TidyResult>(TIDY_REQUEST, { kind: 'not-a-report' }, (report, { textDocument, version, range }, document) => {
      if (document.version !== version) return { kind: 'changed' };
      const span = range === undefined ? undefined : toSpan(report.source, range);
      const { text, edits, counts } = tidy(report, configurationOf(textDocument.uri), span);
      return {
        kind: 'tidied',
        text,
        edits: toPlainEdits(report.source, edits),
        counts: TIDY_KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })).filter(({ count }) => count > 0),
      };
    }),
  );
  answerRevision(context, RENUMBER_REQUEST, renumberHeadings);
}
