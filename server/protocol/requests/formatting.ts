import {
  BulkRegistration,
  type Connection,
  DocumentFormattingRequest,
  type DocumentOnTypeFormattingParams,
  DocumentOnTypeFormattingRequest,
  type DocumentRangeFormattingParams,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver';
import { formattingEdits } from '../../language/formatting.js';
import { FORMATTING_TRIGGERS, MARKS_WHILE_TYPING } from '../../language/formatting-triggers.js';
import { newLineEdits } from '../../language/list-continuation.js';
import { toSpan } from '../../language/ranges.js';
import { markEdits } from '../../language/typing.js';
import { logFailure } from '../guard.js';
import { LANGUAGE_ID } from '../messages.js';
import type { RequestContext } from './request-context.js';

/**
 * Offers formatting for documents of our language alone: a Markdown file has formatters of its own, and an editor that finds
 * two of them asks its user which one to take. For clients that give reports that language and take registrations after the
 * start.
 */
export function offerFormatting(connection: Connection): void {
  const documentSelector = [{ language: LANGUAGE_ID }];
  const registrations = BulkRegistration.create();
  registrations.add(DocumentFormattingRequest.type, { documentSelector });
  registrations.add(DocumentRangeFormattingRequest.type, { documentSelector });
  registrations.add(DocumentOnTypeFormattingRequest.type, { documentSelector, ...FORMATTING_TRIGGERS });
  connection.client.register(registrations).catch((error: unknown) => logFailure(connection, 'client/registerCapability', error));
}

/** Answers formatting, of a whole text, of a part, and while somebody types. */
export function registerFormatting({ connection, analyses, configurationOf, onReport }: RequestContext): void {
  connection.onDocumentFormatting(
    onReport(
      'textDocument/formatting',
      [],
      (report, { textDocument }) => formattingEdits(report, configurationOf(textDocument.uri)),
      'refuse',
    ),
  );
  connection.onDocumentRangeFormatting(
    onReport(
      'textDocument/rangeFormatting',
      [],
      (report, { textDocument, range }: DocumentRangeFormattingParams) =>
        formattingEdits(report, configurationOf(textDocument.uri), toSpan(report.source, range)),
      'refuse',
    ),
  );
  connection.onDocumentOnTypeFormatting(
    onReport(
      'textDocument/onTypeFormatting',
      [],
      (report, { position, ch }: DocumentOnTypeFormattingParams, document) => {
        if (ch === '\n') return newLineEdits(report, position);
        return MARKS_WHILE_TYPING.includes(ch) ? markEdits(report, position, ch, analyses.resultOf(document).findings) : [];
      },
      'refuse',
    ),
  );
}
