import type { Diagnostic } from 'vscode-languageserver';
import { sameDiagnostics } from '../language/diagnostics.js';

/** Diagnostics that were sent, under an id of their own. */
export interface DiagnosticResult {
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives the diagnostics of a document an id that changes exactly when they change, so that a client
 * that holds them already is answered with `unchanged`, also after an edit. No id is ever given twice.
 */
export class DiagnosticResults {
  private readonly last = new Map<string, DiagnosticResult>();
  private count = 0;

  /** The diagnostics with their id: the last one where they are the same as last time. */
  resultFor(uri: string, diagnostics: readonly Diagnostic[]): DiagnosticResult {
    const last = this.last.get(uri);
    if (last !== undefined && sameDiagnostics(last.diagnostics, diagnostics)) return last;
    this.count++;
    const result: DiagnosticResult = { id: String(this.count), diagnostics };
    this.last.set(uri, result);
    return result;
  }

  /** Forgets a document that was closed. */
  drop(uri: string): void {
    this.last.delete(uri);
  }
}
