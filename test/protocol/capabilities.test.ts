import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serverCapabilities } from '../../server/protocol/capabilities.js';
import { readFeatures } from '../../server/protocol/features.js';
import { RICH } from './harness.js';

/** Members of the server's capabilities that are answers to requests, and the words by which an editor test asks for them. */
const PROVIDERS: Readonly<Record<string, readonly (readonly [method: string, asked: RegExp])[]>> = {
  diagnosticProvider: [['textDocument/diagnostic', /waitForDiagnostics|waitForRule|getDiagnostics/u]],
  codeActionProvider: [['textDocument/codeAction', /codeActionNamed|codeActionsFor/u]],
  completionProvider: [['textDocument/completion', /completionsAt|triggerSuggest/u]],
  hoverProvider: [['textDocument/hover', /hoverAt|showHover/u]],
  documentSymbolProvider: [['textDocument/documentSymbol', /documentSymbols/u]],
  foldingRangeProvider: [['textDocument/foldingRange', /foldingRanges/u]],
  selectionRangeProvider: [['textDocument/selectionRange', /executeSelectionRangeProvider/u]],
  documentHighlightProvider: [['textDocument/documentHighlight', /executeDocumentHighlights/u]],
  referencesProvider: [['textDocument/references', /executeReferenceProvider/u]],
  renameProvider: [['textDocument/rename', /executeDocumentRenameProvider/u]],
  documentLinkProvider: [['textDocument/documentLink', /executeLinkProvider/u]],
  workspaceSymbolProvider: [['workspace/symbol', /executeWorkspaceSymbolProvider/u]],
  semanticTokensProvider: [['textDocument/semanticTokens/full', /provideDocumentSemanticTokens/u]],
  codeLensProvider: [['textDocument/codeLens', /executeCodeLensProvider/u]],
  inlayHintProvider: [['textDocument/inlayHint', /executeInlayHintProvider/u]],
  documentFormattingProvider: [['textDocument/formatting', /executeFormatDocumentProvider|formatDocument/u]],
  documentRangeFormattingProvider: [['textDocument/rangeFormatting', /executeFormatRangeProvider|formatSelection/u]],
  documentOnTypeFormattingProvider: [['textDocument/onTypeFormatting', /executeFormatOnTypeProvider|typeText|typeKeys/u]],
};
/** Members that are no answers to requests. */
const OTHERS = ['positionEncoding', 'textDocumentSync', 'workspace'];

const inProject = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const ROWS = [
  ...readFileSync(inProject('docs/language-server.md'), 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+) \| (\S+) \| (\S+) \|$/gmu),
].map(([, method = '', , protocolTest = '', editorTest = '']) => ({ method, protocolTest, editorTest }));
const EXPECTED = Object.values(PROVIDERS).flat();

describe('docs/language-server.md', () => {
  it('lists what the server offers, and nothing else', () => {
    const offered = Object.keys(serverCapabilities(readFeatures(RICH))).filter((key) => !OTHERS.includes(key));
    expect(offered.sort()).toEqual(Object.keys(PROVIDERS).sort());
    expect(ROWS.map(({ method }) => method).sort()).toEqual(EXPECTED.map(([method]) => method).sort());
  });

  it.each(ROWS)('names the tests of $method', ({ method, protocolTest, editorTest }) => {
    const asked = EXPECTED.find(([known]) => known === method)?.[1];
    expect(readFileSync(inProject(`test/protocol/${protocolTest}`), 'utf8')).toContain(`'${method}'`);
    const editorSuite = inProject(`test/editor/suite/${editorTest}`);
    expect(existsSync(editorSuite)).toBe(true);
    expect(readFileSync(editorSuite, 'utf8')).toMatch(asked ?? /^$/u);
  });
});
