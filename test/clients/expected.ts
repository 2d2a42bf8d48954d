import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { fixAll } from '../../server/check/fix.js';
import { toTextEdits } from '../../server/language/edits.js';
import { formattingEdits } from '../../server/language/formatting.js';
import { outline } from '../../server/language/outline.js';
import { rename } from '../../server/language/rename.js';
import { parseReport } from '../../server/report/parse-report.js';
import { SourceText } from '../../server/text/source-text.js';
import type { DocumentSymbol, TextEdit } from 'vscode-languageserver-types';
import { PLACES } from './scene.js';

/** A text after formatting. */
export function formatted(text: string): string {
  return withEdits(text, formattingEdits(parseReport(new SourceText(text)), DEFAULT_CONFIGURATION));
}

/** A text in which everything is mended that can be without asking. */
export function fixed(text: string): string {
  return fixAll(text).text;
}

/** A text in which the agency has another name, as `PLACES.rename` says. */
export function renamed(text: string): string {
  const source = new SourceText(text);
  const { at, name } = PLACES.rename;
  const renaming = rename(parseReport(source), source.positionAt(text.indexOf(at)), name, 'zh-CN');
  if (renaming.refused !== undefined) throw new Error(renaming.refused);
  return withEdits(text, toTextEdits(source, renaming.edits) as TextEdit[]);
}

/** The names of the outline, from top to bottom. */
export function outlineNames(text: string): string[] {
  const names = (symbols: readonly DocumentSymbol[]): string[] => symbols.flatMap(({ name, children }) => [name, ...names(children ?? [])]);
  return names(outline(parseReport(new SourceText(text)), 'zh-CN'));
}

/** Where a UTF-16 place of a text is in an editor that counts something else within lines. */
export function inUnits(
  text: string,
  place: { readonly line: number; readonly character: number },
  size: (part: string) => number,
): number[] {
  const line = text.split(/\r\n|\r|\n/u)[place.line] ?? '';
  return [place.line, size(line.slice(0, place.character))];
}

function withEdits(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'fazhi-report', 1, text), edits);
}
