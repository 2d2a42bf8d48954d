import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import type { Skeleton } from '../../report/skeleton.js';
import type { SourceText } from '../../text/source-text.js';
import type { Span } from '../../text/span.js';
import { toRange } from '../ranges.js';
import { type Hole, toPlainText, toSnippet } from '../snippets.js';
import type { CompletionOptions } from './options.js';

/** Stands for an agency that the report does not name. A private-use character: no text of a skeleton holds it. */
export const UNKNOWN_AGENCY = '\ue000';
/** Stands with its successor for a year and the next; no report is of that time. */
export const UNKNOWN_YEAR = 8998;
const UNKNOWN = new RegExp(`${UNKNOWN_AGENCY}|${UNKNOWN_YEAR}|${UNKNOWN_YEAR + 1}`, 'gu');
const EMPTY_BLANK = '____';

/** A skeleton as it is inserted, and as it reads with its blanks unfilled. */
export interface FilledSkeleton {
  /** In the snippet syntax where the client understands that. */
  readonly text: string;
  readonly plain: string;
}

/** A skeleton with the file's line ends, as a snippet or as plain text. */
export function fillIn(skeleton: Skeleton, lineEnd: string, options: CompletionOptions): FilledSkeleton {
  const holes = holesOf(skeleton);
  const withLineEnds = (text: string): string => text.replace(/\n/g, lineEnd);
  const plain = withLineEnds(toPlainText(skeleton.text, holes));
  return { text: options.snippets ? withLineEnds(toSnippet(skeleton.text, holes)) : plain, plain };
}

/** An item that inserts a skeleton made by `fillIn`; its label is for the caller to set. */
export function skeletonItem(
  source: SourceText,
  span: Span,
  filterText: string,
  newText: string,
  options: CompletionOptions,
): CompletionItem {
  const item: CompletionItem = {
    label: filterText,
    kind: CompletionItemKind.Snippet,
    filterText,
    textEdit: { range: toRange(source, span), newText },
    insertTextFormat: options.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
  // The skeleton brings its own indentation.
  if (options.insertTextMode) item.insertTextMode = InsertTextMode.asIs;
  return item;
}

/** An item that inserts a text as it stands. */
export function textItem(source: SourceText, span: Span, label: string, newText: string, kind: CompletionItemKind): CompletionItem {
  return { label, kind, textEdit: { range: toRange(source, span), newText }, insertTextFormat: InsertTextFormat.PlainText };
}

function holesOf({ text, blanks }: Skeleton): readonly Hole[] {
  const holes: Hole[] = blanks.map((span) => ({ span, placeholder: text.slice(span.start, span.end) }));
  for (const match of text.matchAll(UNKNOWN)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (blanks.some((blank) => blank.start < span.end && span.start < blank.end)) continue;
    holes.push({ span, placeholder: EMPTY_BLANK, group: match[0] });
  }
  return holes.sort((a, b) => a.span.start - b.span.start);
}
