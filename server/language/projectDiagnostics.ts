import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { ConfigurationProblem } from '../check/configuration-problem.js';
import type { SourceText } from '../text/source-text.js';
import { type Span, touches } from '../text/span.js';
import { DIAGNOSTIC_SOURCE, type DiagnosticOptions } from './diagnostics.js';
import { type EditTarget, toWorkspaceEdit } from './edits.js';
import { CONFIGURATION_PAGE } from './pages.js';
import { toRange } from './ranges.js';

const SEVERITIES: Readonly<Record<ConfigurationProblem['severity'], DiagnosticSeverity>> = Object.freeze({
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
});

/** A mistake in a project file as a diagnostic. */
export function toProjectDiagnostic(source: SourceText, problem: ConfigurationProblem, options: DiagnosticOptions): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(source, problem.span),
    severity: SEVERITIES[problem.severity],
    code: problem.code,
    source: DIAGNOSTIC_SOURCE,
    message: problem.message[options.locale],
  };
  if (options.codeDescription) diagnostic.codeDescription = { href: CONFIGURATION_PAGE };
  if (problem.code === 'config-unmatched-ignore') diagnostic.tags = [DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** The quick fixes for the mistakes at a place of a project file. */
export function projectActions(
  source: SourceText,
  problems: readonly ConfigurationProblem[],
  span: Span,
  target: EditTarget,
  options: DiagnosticOptions,
): CodeAction[] {
  const here = problems.filter((problem) => touches(problem.span, span));
  return here.flatMap((problem) =>
    problem.fixes.map((fix): CodeAction => {
      return {
        title: fix.title[options.locale],
        kind: CodeActionKind.QuickFix,
        diagnostics: [toProjectDiagnostic(source, problem, options)],
        edit: toWorkspaceEdit(source, fix.edits, target),
      };
    }),
  );
}
