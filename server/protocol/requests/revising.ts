import { toPlainEdits } from '../../language/edits.js';
import type { Report } from '../../report/report.js';
import type { SourceEdit } from '../../rules/rule.js';
import type { RevisionParams, RevisionResult } from '../messages/revision.js';
import type { OpenDocument } from '../open-document.js';
import type { RequestContext } from './request-context.js';

/** Answers a request for a revision of a whole report, of the version that the client has before it. */
export function answerRevision(
  { connection, onReport }: RequestContext,
  method: string,
  revise: (report: Report, document: OpenDocument) => readonly SourceEdit[],
): void {
  connection.onRequest<RevisionResult, never>(
    method,
    onReport<RevisionParams, RevisionResult>(method, { kind: 'not-a-report' }, (report, { version }, document) =>
      document.version === version
        ? { kind: 'revised', edits: toPlainEdits(report.source, revise(report, document)) }
        : { kind: 'changed' },
    ),
  );
}
