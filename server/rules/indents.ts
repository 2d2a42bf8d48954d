import { endsSentence, isTabular } from '../report/lines.js';
import { readMarker } from '../report/markers.js';
import type { Paragraph, ParagraphContent, ParagraphRole, Report } from '../report/report.js';
import { isLineEnd } from '../text/source-text.js';
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

/** Whether a text has headings of Markdown. */
export function isMarkdownText(text: string): boolean {
  return text.startsWith('#') || (text.includes('# ') && /(?:\n|\r)#{1,6} /u.test(text));
}

/** The edits that give paragraphs the indent of most others of their kind. Titles, sign-offs, tables and Markdown keep theirs. */
export function unlikeIndents(report: Report): SourceEdit[] {
  if (areAlike(report, kindOfRole) || areAlike(report, kindOf)) return [];
  const { text } = report.source;
  if (isMarkdownText(text)) return [];
  const lines = report.paragraphs.flatMap((paragraph) => readIndent(report, paragraph));
  const isWrapped = report.paragraphs.filter(({ role, pieces }) => role === 'body' && pieces.length > 1).length >= MOST_WRAPPED;
  const overall = commonest(lines.map(({ indent }) => indent).filter((indent) => GOOD_INDENTS.has(indent))) ?? '';
  return [...groupBy(lines).values()].flatMap((group) => unlike(group, overall, isWrapped)).sort((a, b) => a.span.start - b.span.start);
}

/**
 * Whether all paragraphs of each kind have the same good indent, or none.
 *
 * @param read the kind of a paragraph: whatever stands apart in `readIndent` may be one here, which is then harder to pass.
 */
function areAlike({ source: { text }, paragraphs }: Report, read: (paragraph: Paragraph) => number | undefined): boolean {
  const common: (string | undefined)[] = [];
  for (const paragraph of paragraphs) {
    const start = paragraph.pieces[0]?.start;
    if (start === undefined || !isCompared(paragraph.role)) continue;
    const indentStart = startOfIndent(text, start);
    const kind = isLineStart(text, indentStart) ? read(paragraph) : undefined;
    if (kind === undefined) continue;
    const known = common[kind];
    if (known === undefined) {
      const indent = text.slice(indentStart, start);
      if (!GOOD_INDENTS.has(indent)) return false;
      common[kind] = indent;
    } else if (start - indentStart !== known.length || !text.startsWith(known, indentStart)) {
      return false;
    }
  }
  return true;
}

/** Running text and run-in headings are one kind, the headings of each level another. */
function kindOfRole({ role, heading }: Paragraph): number {
  return role === 'heading' ? 1 + (heading?.level ?? 0) : 0;
}

/** Numbered text is a kind of its own; text of which no indent is expected is none. */
function kindOf(paragraph: Paragraph): number | undefined {
  const kind = paragraph.fact(kindOfText);
  if (paragraph.role === 'heading') return kind === undefined ? undefined : 2 + (paragraph.heading?.level ?? 0);
  return kind === undefined ? undefined : NUMBERS_OF_KINDS[kind];
}

const NUMBERS_OF_KINDS = { text: 0, numbered: 1 } as const;

/** Where the blanks before an offset begin. */
function startOfIndent(text: string, at: number): number {
  let start = at;
  while (start > 0 && isSpace(text.charCodeAt(start - 1))) start--;
  return start;
}

function isCompared(role: ParagraphRole): boolean {
  return role === 'body' || role === 'heading' || role === 'opening';
}

function readIndent({ source: { text } }: Report, paragraph: Paragraph): IndentedLine[] {
  const { role, heading } = paragraph;
  const piece = paragraph.pieces[0];
  if (piece === undefined || !isCompared(role)) return [];
  const lineStart = startOfIndent(text, piece.start);
  const indent = text.slice(lineStart, piece.start);
  // Anything else before the text (a Markdown mark, a zero-width mark) is left alone, and so is what is set in the middle.
  if (!isLineStart(text, lineStart) || indent.length > WIDEST_INDENT || indent.replace(/[^\u3000]/gu, '').length > WIDEST_IDEOGRAPHIC)
    return [];
  const kind = paragraph.fact(kindOfText);
  if (kind === undefined) return [];
  return [{ lineStart, indent, kind: role === 'heading' ? `heading ${heading?.level}` : kind }];
}

/** Whether a line begins at an offset, or behind a byte order mark there: a text has one in front, a line where files were put together. */
function isLineStart(text: string, at: number): boolean {
  if (at === 0 || isLineEnd(text.charCodeAt(at - 1))) return true;
  return text.charCodeAt(at - 1) === BYTE_ORDER_MARK && (at === 1 || isLineEnd(text.charCodeAt(at - 2)));
}

const BYTE_ORDER_MARK = 0xfeff;

/** What kind of text a paragraph begins with, as far as its indent goes; undefined where none is expected of it. A key of `fact`. */
function kindOfText({ role, text }: ParagraphContent): 'numbered' | 'text' | undefined {
  const head = text.slice(0, 200);
  if ((/[\t \u3000|]/u.test(head) && isTabular(head)) || /^(?:[-*+>|·•●]|[①-⑳])/u.test(text)) return undefined;
  // Captions of tables and other labels are set as they like.
  if (role !== 'heading' && text.length < SHORTEST_TEXT && !endsSentence(text)) return undefined;
  return readMarker(text) === undefined ? 'text' : 'numbered';
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
