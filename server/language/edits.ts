import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { SourceEdit } from '../rules/rule.js';
import type { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import { toRange } from './ranges.js';
import { escapeSnippet } from './snippets.js';

/** The document that an edit is meant for, and what its client understands. */
export interface EditTarget {
  readonly uri: string;
  /** The version that the edit was made for; sent along where the client takes versioned edits. */
  readonly version: number;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
}

/**
 * Edits of one document as a workspace edit, versioned where the client supports it.
 *
 * @param edits non-overlapping, in order.
 * @param select what the caret selects afterwards, as a span of the text after the edits; left out
 *   for clients that take no snippets in edits.
 */
export function toWorkspaceEdit(source: SourceText, edits: readonly SourceEdit[], target: EditTarget, select?: Span): WorkspaceEdit {
  if (!target.documentChanges) return { changes: { [target.uri]: toPlainEdits(source, edits) } };
  const mixed = toTextEdits(source, edits, target.snippetEdits ? select : undefined);
  return { documentChanges: [{ textDocument: { uri: target.uri, version: target.version }, edits: mixed }] };
}

/**
 * Edits of one document, for a client that takes snippets in edits.
 *
 * @param edits non-overlapping, in order.
 * @param select what the caret selects afterwards, as a span of the text after the edits.
 */
export function toTextEdits(source: SourceText, edits: readonly SourceEdit[], select?: Span): (TextEdit | SnippetTextEdit)[] {
  const mixed: (TextEdit | SnippetTextEdit)[] = toPlainEdits(source, edits);
  const caret = select === undefined ? undefined : findSelection(edits, select);
  const range = caret === undefined ? undefined : mixed[caret.index]?.range;
  if (caret !== undefined && range !== undefined) {
    mixed[caret.index] = { range, snippet: { kind: 'snippet', value: caret.snippet } };
  }
  return mixed;
}

/** Edits of a text as the protocol writes them. */
export function toPlainEdits(source: SourceText, edits: readonly SourceEdit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(source, edit.span), newText: edit.newText }));
}

/** The smallest single edit that makes one text of another, never inside a line end or a surrogate pair. */
export function replaceDifference(before: string, after: string): readonly SourceEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) {
    tail++;
  }
  while (start > 0 && (isInside(before, start) || isInside(after, start))) start--;
  while (tail > 0 && (isInside(before, before.length - tail) || isInside(after, after.length - tail))) tail--;
  return [{ span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) }];
}

/** The selected text as the first tab stop; a blank that comes again in the rest is a further one. */
function tabStops(selected: string, rest: string): string {
  if (selected === '') return `$0${escapeSnippet(rest)}`;
  const pieces = /^_+$/u.test(selected) ? rest.split(selected) : [rest];
  return pieces.map((piece, index) => `$\{${index + 1}:${escapeSnippet(selected)}}${escapeSnippet(piece)}`).join('');
}

/** Which edit brings the text that is to be selected, and its new text as a snippet. */
function findSelection(edits: readonly SourceEdit[], select: Span): { readonly index: number; readonly snippet: string } | undefined {
  let shift = 0;
  for (const [index, { span, newText }] of edits.entries()) {
    const from = select.start - (span.start + shift);
    const to = select.end - (span.start + shift);
    if (from >= 0 && to <= newText.length) {
      const selected = newText.slice(from, to);
      return { index, snippet: escapeSnippet(newText.slice(0, from)) + tabStops(selected, newText.slice(to)) };
    }
    shift += newText.length - (span.end - span.start);
  }
  return undefined;
}

/** Whether a place cuts `\r\n` or a pair of surrogates in two. */
function isInside(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  const cutsLineEnd = left === 13 && right === 10;
  const cutsPair = left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
  return cutsLineEnd || cutsPair;
}
