import { examine } from '../check/check.js';
import type { CheckConfiguration } from '../check/configuration.js';
import type { Paragraph, Report } from '../report/report.js';
import { brokenParagraph } from '../rules/broken-paragraph.js';
import { isCutAt, isSureBreak, type ParagraphBreak, paragraphBreaks, wrapWidth } from '../rules/paragraph-breaks.js';
import type { SourceEdit } from '../rules/rule.js';
import { isLatinLetter } from '../text/characters.js';
import { overlaps, type Span } from '../text/span.js';

/**
 * The edits that join lines which belong to one paragraph: where a sentence goes on behind the line end, and in a text that is
 * cut at one width throughout also where only the width tells.
 *
 * @returns in order; none at a finding of the rule on broken paragraphs that the user wants left out.
 */
export function joints(report: Report, configuration: CheckConfiguration): SourceEdit[] {
  const breaks = paragraphBreaks(report);
  if (breaks.length === 0) return [];
  const width = wrapWidth(breaks);
  const left = examine(report, configuration).ignored.filter(({ rule }) => rule === brokenParagraph.id);
  const { text } = report.source;
  const found: Lines[] = breaks.filter((each) => isSureBreak(each) || (width !== undefined && isCutAt(each, width)));
  if (width !== undefined) found.push(...sentenceEnds(report, breaks, width));
  return found
    .filter(({ line, next }) => {
      // Marks between the lines (a list sign, bold) are not ours to delete.
      return text.slice(line.end, next.start).trim() === '' && !left.some(({ span }) => overlaps(span, line));
    })
    .map(({ line, next }) => joint(text, line, next))
    .sort((a, b) => a.span.start - b.span.start);
}

/** English words keep the blank that a line end stood for. */
function joint(text: string, line: Span, next: Span): SourceEdit {
  const isBetweenWords = isLatinLetter(text.charCodeAt(line.end - 1)) && isLatinLetter(text.charCodeAt(next.start));
  return { span: { start: line.end, end: next.start }, newText: isBetweenWords ? ' ' : '' };
}

type Lines = Pick<ParagraphBreak, 'line' | 'next'>;

/**
 * Full lines that happen to end with their sentence, where the next line goes on with the paragraph: known by its having no
 * indent in a text whose paragraphs all begin with one.
 */
function sentenceEnds(report: Report, breaks: readonly ParagraphBreak[], width: number): Lines[] {
  const wrapped = report.paragraphs.filter(({ role, pieces }) => role === 'body' && pieces.length > 1);
  const indented = wrapped.filter((paragraph) => isIndented(report, paragraph));
  if (indented.length * 3 < wrapped.length * 2 || indented.length < FEWEST_INDENTED) return [];
  const longest = Math.max(...breaks.filter((each) => isCutAt(each, width)).map(({ line }) => line.end - line.start));
  return report.paragraphs.slice(1).flatMap((paragraph, index): Lines[] => {
    const above = report.paragraphs[index];
    const line = above?.pieces.at(-1);
    const next = paragraph.pieces[0];
    if (above?.role !== 'body' || paragraph.role !== 'body' || above.heading !== paragraph.heading) return [];
    if (line === undefined || next === undefined || line.end - line.start < longest - SHORTEST_BY) return [];
    return isIndented(report, paragraph) || !isNextLine(report, line, next) ? [] : [{ line, next }];
  });
}

/** By how many characters a full line may be shorter than the longest: its mark and a number that did not fit. */
const SHORTEST_BY = 2;
const FEWEST_INDENTED = 2;

function isIndented({ source }: Report, { pieces }: Paragraph): boolean {
  const start = pieces[0]?.start ?? 0;
  return start > source.lineSpan(source.lineAt(start)).start;
}

function isNextLine({ source }: Report, line: Span, next: Span): boolean {
  return source.lineAt(next.start) === source.lineAt(line.start) + 1;
}
