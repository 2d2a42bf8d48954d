import { PositionEncodingKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from '../language/code-action-kinds.js';
import { FORMATTING_TRIGGERS } from '../language/formatting-triggers.js';
import { SEMANTIC_TOKENS_LEGEND } from '../language/semantic-tokens-legend.js';
import type { ClientFeatures } from './features.js';

/** What the server offers to a client with these features. */
export function serverCapabilities(features: ClientFeatures): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    // Saving makes findings anew where the user has chosen so, and reads project files again where nobody tells of their changes.
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    // 、 ends the number of a heading, the moment in which a new section begins; 《 begins the name of a document, （ a number.
    completionProvider: { triggerCharacters: ['、', '《', '（'] },
    documentHighlightProvider: true,
    referencesProvider: true,
    renameProvider: features.preparesRename ? { prepareProvider: true } : true,
    selectionRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
    workspaceSymbolProvider: true,
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: { delta: true }, range: true },
  };
  if (!features.registersFormatting) {
    capabilities.documentFormattingProvider = true;
    capabilities.documentRangeFormattingProvider = true;
    capabilities.documentOnTypeFormattingProvider = { ...FORMATTING_TRIGGERS };
  }
  if (features.workspaceFolders) capabilities.workspace = { workspaceFolders: { supported: true, changeNotifications: true } };
  if (features.pullDiagnostics) {
    capabilities.diagnosticProvider = {
      identifier: 'fazhi-report',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    };
  }
  if (features.codeActionLiterals) {
    capabilities.codeActionProvider = {
      codeActionKinds: [...CODE_ACTION_KINDS],
      resolveProvider: features.resolvesEdits,
    };
  }
  return capabilities;
}
