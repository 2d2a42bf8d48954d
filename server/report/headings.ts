import { isBlank } from '../text/characters.js';
import { type HeadingCandidate, hardWrapWidth, LONGEST_PLAIN_HEADING, textOf } from './heading-candidates.js';
import { chooseLevels } from './heading-levels.js';
import type { Line } from './lines.js';
import { numberedCandidates } from './numbered-candidates.js';
import { unnumberedCandidates } from './unnumbered-candidates.js';
import { isListStyle, type LineMarker } from './markers.js';
import type { Project } from './project.js';
import type { Heading, HeadingMarker, Paragraph } from './report.js';
import { kindsOfHeading, kindsOfSubheading } from './section-kinds.js';
import { SECTION_GLUED } from '../knowledge/glued-headings.js';

/** The heading tree. */
export interface HeadingTree {
  readonly roots: readonly GrowingHeading[];
  /** Every heading in order. */
  readonly all: readonly GrowingHeading[];
}

/** A heading while the report is parsed; `Heading` is its finished, read-only face. */
export interface GrowingHeading extends Heading {
  content: { start: number; end: number };
  children: GrowingHeading[];
  paragraphs: Paragraph[];
}

/**
 * Finds the headings of the text proper and builds their tree.
 *
 * @param lines non-blank lines of the text proper, the title block and the tail left out.
 * @param end offset at which the text proper ends.
 * @param year Y where it is known.
 * @param own words by which the user's project names the mandated kinds.
 */
export function findHeadings(lines: readonly Line[], end: number, year: number | undefined, own: Project['headings'] = {}): HeadingTree {
  const wrapWidth = hardWrapWidth(lines);
  const numbered = numberedCandidates(lines, wrapWidth);
  const unnumbered = unnumberedCandidates(lines, numbered, year, wrapWidth, own);
  const levels = chooseLevels(numbered, unnumbered, year, own);
  const candidates = [...numbered, ...levels.unnumbered].sort((a, b) => a.line.start - b.line.start);
  return buildTree(candidates, levels.levelOf, end, { year, own });
}

/** What decides which kinds a heading names: Y, and the project's own words. */
interface Naming {
  readonly year: number | undefined;
  readonly own: Project['headings'];
}

function buildTree(
  candidates: readonly HeadingCandidate[],
  levelOf: (candidate: HeadingCandidate) => number,
  end: number,
  naming: Naming,
): HeadingTree {
  const all: GrowingHeading[] = [];
  const roots: GrowingHeading[] = [];
  const open: GrowingHeading[] = [];
  for (const candidate of candidates) {
    const level = levelOf(candidate);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) closeHeading(open.pop(), candidate.line.start);
    const parent = open.at(-1);
    const heading = makeHeading(candidate, level, parent, end, naming);
    (parent === undefined ? roots : parent.children).push(heading);
    all.push(heading);
    open.push(heading);
  }
  for (const heading of open) closeHeading(heading, end);
  return { roots, all };
}

function closeHeading(heading: GrowingHeading | undefined, end: number): void {
  if (heading !== undefined) heading.content.end = Math.max(heading.content.start, end);
}

function makeHeading(
  candidate: HeadingCandidate,
  level: number,
  parent: GrowingHeading | undefined,
  end: number,
  { year, own }: Naming,
): GrowingHeading {
  const { line, wrapped, marker, textStart, textEnd, ownLine } = candidate;
  const whole = textOf(candidate);
  const text = withoutEndMarks(whole);
  const span = { start: line.start, end: textEnd };
  return {
    level,
    marker: marker === undefined ? undefined : placeMarker(marker, line),
    span,
    text,
    textSpan: { start: textStart, end: textEnd - (whole.length - text.length) },
    line: line.index,
    ownLine,
    isSentence:
      ownLine &&
      marker !== undefined &&
      /[。；;！]$/u.test(line.text) &&
      (isListStyle(marker.style) || text.length > LONGEST_PLAIN_HEADING),
    kinds: level === 1 ? kindsOfHeading(text.slice(0, gluedAt(text)), year, own) : kindsOfSubheading(text, year),
    content: { start: ownLine ? (wrapped?.at(-1) ?? line).end : textEnd, end },
    parent,
    children: [],
    paragraphs: [],
  };
}

/** A heading with its text behind it, in characters. */
const SHORTEST_GLUED = 40;

/** Where a section's heading ends into which its text runs (…第一责任人职责情况镇党委书记…); its length where none does. */
function gluedAt(text: string): number {
  const glued = text.length < SHORTEST_GLUED ? null : SECTION_GLUED.exec(text);
  return (glued?.[1] ?? glued?.[2] ?? text).length;
}

function placeMarker(marker: LineMarker, line: Line): HeadingMarker {
  return {
    style: marker.style,
    value: marker.value,
    span: { start: line.start, end: line.start + marker.end },
    numeral: { start: line.start + marker.numeralStart, end: line.start + marker.numeralEnd },
  };
}

/** A heading's words without the marks and blanks at its end. */
function withoutEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && ('。；;：:！？'.includes(text.charAt(end - 1)) || isBlank(text.charCodeAt(end - 1)))) end--;
  return text.slice(0, end);
}
