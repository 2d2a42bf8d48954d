import { isTelltaleFurniture } from '../report/furniture.js';
import type { SourceEdit } from '../rules/rule.js';
import { isLineEnd, type SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';

/** — 3 —, - 3 -, ·3·: the number of a page between two marks of one kind. */
const BETWEEN_MARKS = /^(?:[—–－-]{1,2}[ \u00a0\u3000]{0,2}\d{1,3}[ \u00a0\u3000]{0,2}[—–－-]{1,2}|·[ \u00a0]?\d{1,3}[ \u00a0]?·)$/u;
/** 第3页, 第3页 共10页 */
const IN_WORDS = /^第[ \u00a0]?\d{1,3}[ \u00a0]?页(?:[ \u00a0\u3000,，/／]{0,2}共[ \u00a0]?\d{1,3}[ \u00a0]?页)?$/u;
const LONGEST_NUMBER = 24;

/**
 * The edits that delete the lines inside a text that are not of it: those with nothing but the number of a page, as a PDF or Word
 * puts one below each, and those that are made of a page's labels and buttons (来源: … 发布时间: …, 打印 关闭).
 */
export function pageLines(source: SourceText): SourceEdit[] {
  const edits: SourceEdit[] = [];
  for (let line = 0; line < source.lineCount; line++) {
    const span = textOf(source, line);
    if (!isOfThePage(source.slice(span).trim())) continue;
    edits.push({ span: { start: span.start, end: source.startOfLine(line + 1) }, newText: '' });
  }
  return withoutNewEnd(source, mergeTouching(edits));
}

function isOfThePage(line: string): boolean {
  return (line.length <= LONGEST_NUMBER && (BETWEEN_MARKS.test(line) || IN_WORDS.test(line))) || isTelltaleFurniture(line);
}

/** A text that ended without a line end does so afterwards: the one above the last lines goes with them. */
function withoutNewEnd(source: SourceText, edits: SourceEdit[]): SourceEdit[] {
  const { text } = source;
  const last = edits.at(-1);
  const line = last === undefined ? 0 : source.lineAt(last.span.start);
  if (last === undefined || line === 0 || last.span.end < text.length || isLineEnd(text.charCodeAt(text.length - 1))) return edits;
  return [...edits.slice(0, -1), { span: { start: source.lineSpan(line - 1).end, end: last.span.end }, newText: '' }];
}

/** A line without its end, and without a byte order mark in front. */
function textOf(source: SourceText, line: number): Span {
  const { start, end } = source.lineSpan(line);
  return { start: source.text.charCodeAt(start) === BYTE_ORDER_MARK ? start + 1 : start, end };
}

const BYTE_ORDER_MARK = 0xfeff;

/** Lines that follow one another are deleted by one edit. */
function mergeTouching(edits: readonly SourceEdit[]): SourceEdit[] {
  const merged: SourceEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last === undefined || last.span.end < edit.span.start) merged.push(edit);
    else merged[merged.length - 1] = { span: { start: last.span.start, end: edit.span.end }, newText: '' };
  }
  return merged;
}
