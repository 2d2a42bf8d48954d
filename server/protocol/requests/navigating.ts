import {
  type DocumentLink,
  type DocumentLinkParams,
  ErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type SelectionRangeParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { previousYearLink, projectLinks } from '../../language/documentLinks.js';
import { toWorkspaceEdit } from '../../language/edits.js';
import { documentHighlights, references } from '../../language/occurrences.js';
import { prepareRename, rename } from '../../language/rename.js';
import { selectionRanges } from '../../language/selectionRanges.js';
import { findSymbols } from '../../language/workspaceSymbols.js';
import { guarded } from '../guard.js';
import { isProjectFile } from '../projects.js';
import type { RequestContext } from './request-context.js';

/** Answers what leads from one place to others: selection, symbols of all reports, names and figures, links. */
export function registerNavigating(context: RequestContext): void {
  const { connection, settings, onReport } = context;
  connection.onSelectionRanges(
    onReport(
      'textDocument/selectionRange',
      null,
      (report, { positions }: SelectionRangeParams) => selectionRanges(report, positions),
      'refuse',
    ),
  );
  connection.onDocumentHighlight(
    onReport(
      'textDocument/documentHighlight',
      [],
      (report, { position }: TextDocumentPositionParams) => documentHighlights(report, position),
      'refuse',
    ),
  );
  connection.onReferences(
    onReport(
      'textDocument/references',
      [],
      (report, { position, textDocument, context: { includeDeclaration } }: ReferenceParams) =>
        references(report, position, textDocument.uri, includeDeclaration),
      'refuse',
    ),
  );
  connection.onPrepareRename(
    onReport<PrepareRenameParams, PrepareRenameResult | ResponseError<void> | null>(
      'textDocument/prepareRename',
      null,
      (report, { position }) => {
        const prepared = prepareRename(report, position, settings().locale);
        return prepared.refused === undefined ? prepared : refusal(prepared.refused);
      },
      'refuse',
    ),
  );
  registerRename(context);
  registerLinks(context);
  connection.onWorkspaceSymbol(
    guarded(
      connection,
      'workspace/symbol',
      () => [],
      async ({ query }, token) => findSymbols(await context.related.cards(token), query),
    ),
  );
}

function registerRename({ connection, features, settings, onReport }: RequestContext): void {
  connection.onRenameRequest(
    onReport<RenameParams, WorkspaceEdit | ResponseError<void> | null>(
      'textDocument/rename',
      null,
      (report, { position, newName }, { uri, version }) => {
        const renamed = rename(report, position, newName, settings().locale);
        if (renamed.refused !== undefined) return refusal(renamed.refused);
        const { documentChanges, snippetEdits } = features();
        return toWorkspaceEdit(report.source, renamed.edits, { uri, version, documentChanges, snippetEdits });
      },
      'refuse',
    ),
  );
}

function registerLinks({ connection, related, settings, document, onReport }: RequestContext): void {
  const onReportLinks = onReport<DocumentLinkParams, DocumentLink[]>(
    'textDocument/documentLink',
    [],
    async (report, { textDocument }, _document, token) => {
      const previous = await related.nearPreviousOf(textDocument.uri, token);
      const link = previous === undefined ? undefined : previousYearLink(report, previous, settings().locale);
      return link === undefined ? [] : [link];
    },
  );
  const onProjectLinks = guarded(
    connection,
    'textDocument/documentLink',
    () => [],
    ({ textDocument: { uri } }: DocumentLinkParams): DocumentLink[] => {
      const source = document(uri)?.source;
      return source === undefined ? [] : projectLinks(source, uri, settings().locale);
    },
  );
  connection.onDocumentLinks((params, token) =>
    isProjectFile(params.textDocument.uri) ? onProjectLinks(params, token) : onReportLinks(params, token),
  );
}

/** What is asked for cannot be done here; the client shows why. */
function refusal(message: string): ResponseError<void> {
  return new ResponseError<void>(ErrorCodes.InvalidParams, message);
}
