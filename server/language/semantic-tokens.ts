import type { AgencyBody } from '../report/agency-body.js';
import type { Heading, Paragraph, ParagraphContent, Report, SectionKind } from '../report/report.js';
import { countLeading } from '../text/count-leading.js';
import type { Span } from '../text/span.js';
import { agencyNamesIn, namedBody } from './agencyOccurrences.js';
import { LineCursor } from './line-cursor.js';
import { SEMANTIC_TOKEN_MODIFIERS, SEMANTIC_TOKEN_TYPES } from './semantic-tokens-legend.js';

type TokenType = (typeof SEMANTIC_TOKEN_TYPES)[number];

/** A stretch of text that means something. */
interface Token {
  readonly span: Span;
  /** Number of its type in the legend. */
  readonly type: number;
  /** Bits of its modifiers in the legend. */
  readonly modifiers: number;
}

const HEADING = typeNumber('namespace');
const FIGURE = typeNumber('number');
const AGENCY = typeNumber('class');
const DOCUMENT = typeNumber('string');

function typeNumber(type: TokenType): number {
  return SEMANTIC_TOKEN_TYPES.indexOf(type);
}

/**
 * What in a report means something, in the protocol's relative encoding: headings with the mandated kinds that they stand for,
 * figures with their measure words, the agency's names, documents in 《》. No token spans lines, none overlaps another.
 *
 * @param within a span of the untouched text outside of which nothing need be told; the whole text where absent.
 */
export function semanticTokens(report: Report, within: Span = { start: 0, end: report.source.text.length }): number[] {
  const data: number[] = [];
  const cursor = new LineCursor(report.source);
  let line = 0;
  let character = 0;
  for (const { span, type, modifiers } of tokensOf(report, within)) {
    cursor.seek(span.start);
    data.push(cursor.line - line, cursor.line === line ? cursor.character - character : cursor.character);
    data.push(span.end - span.start, type, modifiers);
    line = cursor.line;
    character = cursor.character;
  }
  return data;
}

/** Tokens in order; those of a paragraph that reaches into `within` are all there. */
function tokensOf(report: Report, within: Span): Token[] {
  const { paragraphs } = report;
  const first = countLeading(paragraphs.length, (index) => (paragraphs[index]?.pieces.at(-1)?.end ?? 0) < within.start);
  const kinds = new Map(report.sections.map((section) => [section.heading, section.kinds]));
  const body = namedBody(report);
  const tokens: Token[] = [];
  for (let index = first; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined || (paragraph.pieces[0]?.start ?? 0) > within.end) break;
    addTokens(tokens, body, paragraph, kinds);
  }
  return tokens;
}

function addTokens(
  tokens: Token[],
  body: AgencyBody | undefined,
  paragraph: Paragraph,
  kinds: ReadonlyMap<Heading, readonly SectionKind[]>,
): void {
  const { heading, pieces, role } = paragraph;
  if (role === 'title' || role === 'furniture') return;
  let end = 0;
  let first = 0;
  const add = (span: Span, type: number, modifiers: number): void => {
    while ((pieces[first]?.end ?? Number.POSITIVE_INFINITY) <= span.start) first++;
    for (let index = first; index < pieces.length; index++) {
      const piece = pieces[index];
      if (piece === undefined || piece.start >= span.end) break;
      const start = Math.max(span.start, piece.start, end);
      const stop = Math.min(span.end, piece.end);
      if (start >= stop) continue;
      tokens.push({ span: { start, end: stop }, type, modifiers });
      end = stop;
    }
  };
  const [piece] = pieces;
  // A numbered sentence of running text is read as one; a run-in heading has its text behind it in the same paragraph.
  if (
    heading !== undefined &&
    !heading.isSentence &&
    piece !== undefined &&
    piece.start <= heading.span.start &&
    heading.span.start < piece.end
  )
    add(heading.span, HEADING, bitsOf(kinds.get(heading) ?? heading.kinds));
  if (role === 'heading') return;
  const words = paragraph.fact(readWords);
  const agency = body === undefined ? [] : agencyNamesIn(paragraph, body);
  for (const { span, type } of agency.length === 0
    ? words
    : inOrder(
        words,
        agency.map(({ span }) => ({ span, type: AGENCY })),
      )) {
    const place = paragraph.toSource(span);
    // What begins before the end of another one stands in it.
    if (place.start >= end) add(place, type, 0);
  }
}

interface Word {
  /** Offsets into the paragraph's text. */
  readonly span: Span;
  readonly type: number;
}

/** Figures and documents of a paragraph. A key of `fact`. */
function readWords({ figures, titledNames }: ParagraphContent): readonly Word[] {
  const documents = titledNames.filter(({ depth, mark }) => depth === 0 && mark === '《').map(({ span }) => ({ span, type: DOCUMENT }));
  const counted = figures.map(({ span, unitEnd }) => ({ span: { start: span.start, end: Math.max(span.end, unitEnd) }, type: FIGURE }));
  return documents.length === 0 ? counted : inOrder(documents, counted);
}

/** By their beginnings; of two that begin together the longer one first. */
function inOrder(one: readonly Word[], other: readonly Word[]): readonly Word[] {
  return [...one, ...other].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function bitsOf(kinds: readonly SectionKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << SEMANTIC_TOKEN_MODIFIERS.indexOf(kind)), 0);
}
