import type { ClientCapabilities } from 'vscode-languageserver';
import { isRecord } from '../text/is-record.js';
import { ownSection } from './own-section.js';

/** What the client on the other side understands: its capabilities, read once. */
export interface ClientFeatures {
  /** Asks for diagnostics itself; diagnostics are published only to clients that do not. */
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly diagnosticVersion: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly hierarchicalSymbols: boolean;
  /** The most folding ranges that it takes. */
  readonly foldingLimit: number;
  readonly markdownHover: boolean;
  readonly snippets: boolean;
  readonly insertTextMode: boolean;
  readonly labelDetails: boolean;
  readonly codeActionLiterals: boolean;
  readonly resolvesEdits: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  /** Takes edits that create files. */
  readonly createsFiles: boolean;
  readonly watchesFiles: boolean;
  /** Watches files in folders of any place as well. */
  readonly watchesOutside: boolean;
  readonly workspaceFolders: boolean;
  /** Asks before a rename what would be renamed. */
  readonly preparesRename: boolean;
  /** Gives reports the language id itself, and takes formatting for some languages only, when told so after the start. */
  readonly registersFormatting: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesSemanticTokens: boolean;
}

const AS_IS = 1;

/**
 * Reads the capabilities that a client sent with `initialize`; what it does not mention it does not have.
 *
 * @param initializationOptions what it sent along; see `InitializationOptions`.
 */
export function readFeatures(capabilities: ClientCapabilities, initializationOptions?: unknown): ClientFeatures {
  const { workspace, textDocument } = capabilities;
  const options = ownSection(initializationOptions);
  const pull = textDocument?.diagnostic;
  const push = textDocument?.publishDiagnostics;
  const item = textDocument?.completion?.completionItem;
  const codeAction = textDocument?.codeAction;
  return {
    pullDiagnostics: pull !== undefined,
    refreshDiagnostics: refreshesDiagnostics(workspace),
    relatedInformation: (pull?.relatedInformation ?? push?.relatedInformation) === true,
    codeDescription: (pull?.codeDescriptionSupport ?? push?.codeDescriptionSupport) === true,
    diagnosticData: (pull?.dataSupport ?? push?.dataSupport) === true,
    diagnosticVersion: push?.versionSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    markdownHover: textDocument?.hover?.contentFormat?.[0] === 'markdown',
    snippets: item?.snippetSupport === true,
    insertTextMode: item?.insertTextModeSupport?.valueSet.includes(AS_IS) === true,
    labelDetails: item?.labelDetailsSupport === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesOutside: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    registersFormatting:
      isRecord(options) &&
      options.setsLanguage === true &&
      [textDocument?.formatting, textDocument?.rangeFormatting, textDocument?.onTypeFormatting].every(
        (one) => one?.dynamicRegistration === true,
      ),
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
  };
}

/** Clients that are written in Rust (Helix) leave out an s. */
function refreshesDiagnostics(workspace: ClientCapabilities['workspace'] = {}): boolean {
  const { diagnostic = workspace.diagnostics }: { readonly diagnostic?: unknown } & typeof workspace = workspace;
  return isRecord(diagnostic) && diagnostic.refreshSupport === true;
}
