import {
  type CodeLens,
  ErrorCodes,
  type InlayHint,
  type InlayHintParams,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { codeLenses } from '../../language/code-lenses.js';
import { sumHints } from '../../language/inlay-hints.js';
import { holdsBlanks, lastYearHints } from '../../language/last-year-hints.js';
import { toSpan } from '../../language/ranges.js';
import { semanticTokens } from '../../language/semantic-tokens.js';
import { COMMANDS_OF_CLIENT } from '../messages.js';
import { ReportAnswers } from '../report-answers.js';
import { TokenResults } from '../token-results.js';
import type { RequestContext } from './request-context.js';

/** Answers what is shown beside and within the text: colours, a line above each section, sums behind their parts. */
export function registerAnnotating(context: RequestContext): void {
  registerTokens(context);
  registerLenses(context);
  registerHints(context);
}

function registerTokens({ connection, settings, onReport }: RequestContext): void {
  const tokens = new ReportAnswers<readonly number[]>((report) => semanticTokens(report));
  const results = new TokenResults();
  const { semanticTokens: server } = connection.languages;
  const nothing: SemanticTokens = { data: [] };
  server.on(
    onReport('textDocument/semanticTokens/full', nothing, (report, { textDocument }, document) =>
      results.full(document, settings().semanticTokens ? tokens.of(report, settings().locale, textDocument.uri) : []),
    ),
  );
  server.onDelta(
    onReport<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      nothing,
      (report, { textDocument, previousResultId }, document) => {
        const data = settings().semanticTokens ? tokens.of(report, settings().locale, textDocument.uri) : [];
        return results.delta(document, data, previousResultId);
      },
    ),
  );
  server.onRange(
    onReport<SemanticTokensRangeParams, SemanticTokens>(
      'textDocument/semanticTokens/range',
      nothing,
      (report, { range }) => (settings().semanticTokens ? { data: semanticTokens(report, toSpan(report.source, range)) } : nothing),
      'refuse',
    ),
  );
}

function registerLenses({ connection, settings, shown, runsCommand, onReport }: RequestContext): void {
  const { showPlace, showFigures } = COMMANDS_OF_CLIENT;
  const commands = (): { showPlace?: string; showFigures?: string } => ({
    ...(runsCommand(showPlace) ? { showPlace } : {}),
    ...(runsCommand(showFigures) ? { showFigures } : {}),
  });
  // Some clients run what a lens that only tells something names: nothing.
  connection.onExecuteCommand(({ command }) => (command === '' ? null : unknownCommand(command)));
  connection.onCodeLens(
    onReport<{ readonly textDocument: { readonly uri: string } }, CodeLens[]>(
      'textDocument/codeLens',
      [],
      (report, { textDocument: { uri } }, document) => {
        const { codeLens, locale } = settings();
        if (!codeLens) return [];
        const { report: checked, findings } = shown.of(document);
        return codeLenses(report, findings, { uri, locale, commands: commands(), ...(checked === undefined ? {} : { checked }) });
      },
    ),
  );
}

function registerHints({ connection, settings, shown, related, onReport }: RequestContext): void {
  connection.languages.inlayHint.on(
    onReport<InlayHintParams, InlayHint[]>(
      'textDocument/inlayHint',
      [],
      async (report, { range, textDocument }, document, token) => {
        const { inlayHints, locale } = settings();
        if (!inlayHints) return [];
        const { findings, isCurrent } = shown.of(document);
        const within = toSpan(report.source, range);
        const sums = sumHints(report, isCurrent ? findings : [], within, locale);
        const previous = holdsBlanks(report, within) ? await related.previousOf(textDocument.uri, token) : undefined;
        return previous === undefined ? sums : [...sums, ...lastYearHints(report, previous.report, within, locale)];
      },
      'refuse',
    ),
  );
}

function unknownCommand(command: string): ResponseError<void> {
  return new ResponseError<void>(ErrorCodes.InvalidParams, `no such command: ${command}`);
}
