import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { INTERNAL_ERROR } from '../check/check.js';
import type { Finding } from '../check/finding.js';
import type { Locale, Severity } from '../rules/rule.js';
import type { SourceText } from '../text/source-text.js';
import { rulePage } from './pages.js';
import { toRange } from './ranges.js';

/** What a client can show of a diagnostic, and in which language. */
export interface DiagnosticOptions {
  /** Address of the document, for related places. */
  readonly uri: string;
  readonly locale: Locale;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
}

/** What a diagnostic carries for clients: whether a quick fix waits for it. */
export interface DiagnosticData {
  readonly fixable: 'safe' | 'choice';
}

/** The name under which editors show the findings. */
export const DIAGNOSTIC_SOURCE = '法治报告';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = Object.freeze({
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
});

/** Findings as diagnostics: one each, in the same order. */
export function toDiagnostics(source: SourceText, findings: readonly Finding[], options: DiagnosticOptions): Diagnostic[] {
  return findings.map((finding) => toDiagnostic(source, finding, options));
}

/** One finding as a diagnostic. */
export function toDiagnostic(source: SourceText, finding: Finding, options: DiagnosticOptions): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(source, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: DIAGNOSTIC_SOURCE,
    message: finding.message[options.locale],
  };
  if (options.codeDescription && finding.rule !== INTERNAL_ERROR) diagnostic.codeDescription = { href: rulePage(finding.rule) };
  if (options.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map((place) => ({
      location: { uri: options.uri, range: toRange(source, place.span) },
      message: place.message[options.locale],
    }));
  }
  if (options.data && finding.fixable !== 'none') {
    const data: DiagnosticData = { fixable: finding.fixable };
    diagnostic.data = data;
  }
  return diagnostic;
}

/**
 * Whether two lists say the same at the same places, so that a client that holds one need not be sent the other.
 * Both must come from the same options.
 */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((one, index) => {
    const other = b[index];
    return other !== undefined && sameDiagnostic(one, other);
  });
}

function sameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    sameRange(a.range, b.range) &&
    (a.data as DiagnosticData | undefined)?.fixable === (b.data as DiagnosticData | undefined)?.fixable &&
    sameRelated(a.relatedInformation ?? [], b.relatedInformation ?? [])
  );
}

function sameRelated(a: NonNullable<Diagnostic['relatedInformation']>, b: NonNullable<Diagnostic['relatedInformation']>): boolean {
  if (a.length !== b.length) return false;
  return a.every((one, index) => {
    const other = b[index];
    return other !== undefined && one.message === other.message && sameRange(one.location.range, other.location.range);
  });
}

function sameRange(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
