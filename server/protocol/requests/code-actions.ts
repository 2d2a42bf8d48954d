import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionService, readActionData } from '../code-action-service.js';
import { guarded } from '../guard.js';
import { FIX_ALL_REQUEST } from '../messages/revision.js';
import { isProjectFile } from '../projects.js';
import type { RequestContext } from './request-context.js';
import { answerRevision } from './revising.js';

/** Answers quick fixes and source actions, of reports and of project files, and what mends all of a report. */
export function registerCodeActions(context: RequestContext): void {
  const { connection, projects, document, ready, onReport } = context;
  const service = new CodeActionService(context);
  const onReportActions = onReport<CodeActionParams, CodeAction[]>(
    'textDocument/codeAction',
    [],
    (report, params, reportDocument) => service.actionsAt(reportDocument, report, params),
    'refuse',
  );
  const onProjectActions = guarded(
    connection,
    'textDocument/codeAction',
    () => [],
    async (params: CodeActionParams): Promise<CodeAction[]> => {
      const { uri } = params.textDocument;
      if (!service.offersForProject(params)) return [];
      await ready(uri);
      const projectDocument = document(uri);
      return projectDocument === undefined ? [] : projects.actionsAt(projectDocument, params.range);
    },
  );
  connection.onCodeAction((params, token) =>
    isProjectFile(params.textDocument.uri) ? onProjectActions(params, token) : onReportActions(params, token),
  );
  answerRevision(context, FIX_ALL_REQUEST, (report, document) => service.fixAllEdits(document, report));
  connection.onCodeActionResolve(
    guarded(
      connection,
      'codeAction/resolve',
      (action) => action,
      async (action: CodeAction) => {
        const data = readActionData(action.data);
        if (data === undefined) return action;
        await ready(data.uri);
        return service.resolve(action, document(data.uri));
      },
    ),
  );
}
