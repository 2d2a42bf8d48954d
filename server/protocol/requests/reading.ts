import type { DocumentSymbol, FoldingRange, HoverParams, SymbolInformation } from 'vscode-languageserver';
import type { Finding } from '../../check/finding.js';
import { foldingRanges } from '../../language/folding.js';
import { hover } from '../../language/hover.js';
import { flatOutline, outline } from '../../language/outline.js';
import { ReportAnswers } from '../report-answers.js';
import type { Shown } from '../shown-findings.js';
import type { RequestContext } from './request-context.js';

/** Answers what shows a report to its reader: outline, folding, hover. */
export function registerReading({ connection, engine, features, shown, settings, onReport }: RequestContext): void {
  const outlines = new ReportAnswers<DocumentSymbol[] | SymbolInformation[]>((report, locale, uri) =>
    features().hierarchicalSymbols ? outline(report, locale) : flatOutline(report, locale, uri),
  );
  const folds = new ReportAnswers<FoldingRange[]>((report) => foldingRanges(report, features().foldingLimit));
  connection.onDocumentSymbol(
    onReport('textDocument/documentSymbol', [], (report, { textDocument }) => outlines.of(report, settings().locale, textDocument.uri)),
  );
  connection.onFoldingRanges(
    onReport('textDocument/foldingRange', [], (report, { textDocument }) => folds.of(report, settings().locale, textDocument.uri)),
  );
  connection.onHover(
    onReport(
      'textDocument/hover',
      null,
      (report, { position }: HoverParams, document) =>
        hover(
          report,
          position,
          { locale: settings().locale, markdown: features().markdownHover, uri: document.uri },
          { findings: currentFindings(shown.of(document)), reasonOf: engine.ruleReason },
        ) ?? null,
      'refuse',
    ),
  );
}

/** Findings of an earlier text stand at other places by now. */
function currentFindings({ findings, isCurrent }: Shown): readonly Finding[] {
  return isCurrent ? findings : [];
}
