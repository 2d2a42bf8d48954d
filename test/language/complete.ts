import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { type CompletionOptions, completion } from '../../server/language/completion.js';
import { parseReport } from '../../server/report/parse-report.js';
import { NO_PROJECT, type Project } from '../../server/report/project.js';
import { SourceText } from '../../server/text/source-text.js';

/** A client that understands everything, and one that understands nothing. */
export const SNIPPETS: CompletionOptions = { locale: 'zh-CN', snippets: true, insertTextMode: true, labelDetails: true };
export const PLAIN: CompletionOptions = { locale: 'zh-CN', snippets: false, insertTextMode: false, labelDetails: false };

/** Completes at the `|` in a text. */
export function completeAt(marked: string, options = SNIPPETS, project: Project = NO_PROJECT): readonly CompletionItem[] {
  const caret = marked.indexOf('|');
  const report = parseReport(new SourceText(marked.replace('|', '')), project);
  return completion(report, report.source.positionAt(caret), options).items;
}

/** Items as an editor lists them. */
export function inOrder(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

export function labels(items: readonly CompletionItem[]): readonly string[] {
  return inOrder(items).map(({ label }) => label);
}

/** The edit of an item; fails loudly where it has none. */
export function textEditOf(item: CompletionItem | undefined): TextEdit {
  const edit = item?.textEdit;
  if (edit === undefined || !('range' in edit)) throw new Error('no text edit');
  return edit;
}

/** What the text with the `|` becomes when an item is accepted. */
export function accepted(marked: string, item: CompletionItem | undefined): string {
  const text = marked.replace('|', '');
  const source = new SourceText(text);
  const { range, newText } = textEditOf(item);
  return text.slice(0, source.offsetAt(range.start)) + newText + text.slice(source.offsetAt(range.end));
}
