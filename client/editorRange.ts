import { Range } from 'vscode';
import type { Range as ServerRange } from 'vscode-languageserver-types';

/** A range of the protocol as the editor has it. */
export function editorRange({ start, end }: ServerRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
