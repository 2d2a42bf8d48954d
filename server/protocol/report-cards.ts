import { type ReportIdentity, identityOf } from '../folder/previous-report.js';
import { type ReportSymbol, reportSymbols, type SymbolSource } from '../language/workspaceSymbols.js';
import type { Report } from '../report/report.js';

/** What is kept of every report of the workspace: small, so that thousands can be. */
export interface ReportCard extends ReportIdentity, SymbolSource {
  readonly symbols: readonly ReportSymbol[];
}

/** Makes the card of a report. */
export function cardOf(uri: string, report: Report): ReportCard {
  return { ...identityOf(uri, report), agency: report.agency?.name, symbols: reportSymbols(report) };
}
