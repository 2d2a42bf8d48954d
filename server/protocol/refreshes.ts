import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { ClientFeatures } from './features.js';
import { logFailure } from './guard.js';

/** Asks the client to ask again, where it understands that, because answers have changed without an edit. */
export class Refreshes {
  constructor(
    private readonly connection: Connection,
    private readonly features: () => ClientFeatures,
  ) {}

  /** Other findings are shown: diagnostics, and what tells of findings beside them. */
  findings(): void {
    const { pullDiagnostics, refreshDiagnostics, refreshesCodeLenses, refreshesInlayHints } = this.features();
    if (pullDiagnostics && refreshDiagnostics) this.send(DiagnosticRefreshRequest.type);
    if (refreshesCodeLenses) this.send(CodeLensRefreshRequest.type);
    if (refreshesInlayHints) this.send(InlayHintRefreshRequest.type);
  }

  /** Other settings are in force. */
  everything(): void {
    this.findings();
    if (this.features().refreshesSemanticTokens) this.send(SemanticTokensRefreshRequest.type);
  }

  private send(type: { readonly method: string }): void {
    this.connection.sendRequest(type.method).catch((error: unknown) => logFailure(this.connection, type.method, error));
  }
}
