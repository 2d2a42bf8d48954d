import { endsSentence, isTabular } from '../report/lines.js';
import { readMarker } from '../report/markers.js';
import type { Paragraph, Report } from '../report/report.js';
import type { SourceEdit } from './rule.js';
import { isSpace } from './spaces.js';

/** Ways of indenting that a file may choose: none, two characters wide in some writing. */
const GOOD_INDENTS: ReadonlySet<string> = new Set(['', '\u3000\u3000', '    ', '\t', '  ', '\u00a0\u00a0\u00a0\u00a0']);
/** Wider ones set a line in the middle or to the right. */
const WIDEST_INDENT = 6;
const WIDEST_IDEOGRAPHIC = 3;
/** An indent so common is the file's own; the others are mended to it. */
const OWN_SHARE = 2 / 3;
/** So many wrapped paragraphs, and line beginnings say nothing of paragraphs. */
const MOST_WRAPPED = 3;

/** A shorter line without an end mark is a label. */
const SHORTEST_TEXT = 30;

interface IndentedLine {
  readonly lineStart: number;
  readonly indent: string;
  /** Lines of one kind are compared with each other: headings of a level, run-in headings, running text. */
  readonly kind: string;
}

/** The edits that give paragraphs the indent of most others of their kind. Titles, sign-offs, tables and Markdown keep theirs. */
export function unlikeIndents(report: Report): SourceEdit[] {
  const { text } = report.source;
  if (text.startsWith('#') || /(?:\n|\r)#{1,6} /u.test(text)) return [];
  const lines = report.paragraphs.flatMap((paragraph) => readIndent(report, paragraph));
  const isWrapped = report.paragraphs.filter(({ role, pieces }) => role === 'body' && pieces.length > 1).length >= MOST_WRAPPED;
  const overall = commonest(lines.map(({ indent }) => indent).filter((indent) => GOOD_INDENTS.has(indent))) ?? '';
  return [...groupBy(lines).values()].flatMap((group) => unlike(group, overall, isWrapped)).sort((a, b) => a.span.start - b.span.start);
}

function readIndent(report: Report, paragraph: Paragraph): IndentedLine[] {
  const { role, text, heading } = paragraph;
  const piece = paragraph.pieces[0];
  if (piece === undefined || (role !== 'body' && role !== 'heading' && role !== 'opening')) return [];
  if (isTabular(text.slice(0, 200)) || /^(?:[-*+>|·•●]|[①-⑳])/u.test(text)) return [];
  // Captions of tables and other labels are set as they like.
  if (role !== 'heading' && text.length < SHORTEST_TEXT && !endsSentence(text)) return [];
  const { source } = report;
  const { start } = source.lineSpan(source.lineAt(piece.start));
  const lineStart = source.text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  let end = lineStart;
  while (end < piece.start && isSpace(source.text.charCodeAt(end))) end++;
  const indent = source.text.slice(lineStart, end);
  // Anything else before the text (a Markdown mark, a zero-width mark) is left alone, and so is what is set in the middle.
  if (end !== piece.start || indent.length > WIDEST_INDENT || indent.replace(/[^\u3000]/gu, '').length > WIDEST_IDEOGRAPHIC) return [];
  const isNumbered = readMarker(text) !== undefined;
  return [{ lineStart, indent, kind: role === 'heading' ? `heading ${heading?.level}` : isNumbered ? 'numbered' : 'text' }];
}

function groupBy(lines: readonly IndentedLine[]): Map<string, IndentedLine[]> {
  const groups = new Map<string, IndentedLine[]>();
  for (const line of lines) {
    const group = groups.get(line.kind);
    if (group === undefined) groups.set(line.kind, [line]);
    else group.push(line);
  }
  return groups;
}

function unlike(group: readonly IndentedLine[], overall: string, isWrapped: boolean): SourceEdit[] {
  const indents = group.map(({ indent }) => indent);
  const first = commonest(indents);
  const isUniform = indents.every((indent) => indent === first);
  if (isUniform && (group.length > 1 || GOOD_INDENTS.has(first ?? ''))) return [];
  const common = shareOf(indents, first) >= OWN_SHARE ? first : undefined;
  const target = common !== undefined && GOOD_INDENTS.has(common) ? common : targetOf(indents, overall);
  const mended = indents.map((indent) => (GOOD_INDENTS.has(indent) ? indent : target));
  const isOwn = shareOf(mended, target) >= OWN_SHARE && !isWrapped;
  return group
    .filter(({ indent }) => indent !== target && (isOwn || !GOOD_INDENTS.has(indent)))
    .map(({ lineStart, indent }) => ({ span: { start: lineStart, end: lineStart + indent.length }, newText: target }));
}

function targetOf(indents: readonly string[], overall: string): string {
  const good = indents.filter((indent) => GOOD_INDENTS.has(indent));
  const best = commonest(good);
  return best === undefined || shareOf(good, best) <= 0.5 ? overall : best;
}

function shareOf(indents: readonly string[], wanted: string | undefined): number {
  return indents.filter((indent) => indent === wanted).length / Math.max(indents.length, 1);
}

/** The commonest of some values, the first met where several are; undefined for none. */
function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
