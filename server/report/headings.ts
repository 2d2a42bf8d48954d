import { type Line, endsSentence } from './lines.js';
import { type LineMarker, MARKER_STYLES, readMarker } from './markers.js';
import type { Heading, HeadingMarker, MarkerStyle, Paragraph, SectionKind } from './report.js';
import { compactHeading, kindsOfHeading, kindsOfSubheading } from './section-kinds.js';

/** A heading before it has its place in the tree. */
interface Candidate {
  readonly line: Line;
  /** Second line of a heading that a hard wrap cut. */
  readonly wrapped?: Line;
  readonly marker: LineMarker | undefined;
  readonly textStart: number;
  readonly textEnd: number;
  readonly ownLine: boolean;
  /** Words of a mandated section on an unnumbered line of its own. */
  readonly unnumberedKinds: readonly SectionKind[];
}

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

const LONGEST_UNNUMBERED = 45;
const LONGEST_PLAIN_HEADING = 30;
const LONGEST_BEFORE_COLON = 30;
const HARD_WRAP_WIDTH = 60;

/**
 * Finds the headings of the text proper and builds their tree.
 *
 * @param lines non-blank lines of the text proper, the title block and the tail left out.
 * @param end offset at which the text proper ends.
 * @param year Y where it is known.
 */
export function findHeadings(lines: readonly Line[], end: number, year: number | undefined): HeadingTree {
  const wrapWidth = hardWrapWidth(lines);
  const numbered = numberedCandidates(lines, wrapWidth);
  const unnumbered = unnumberedCandidates(lines, numbered, year);
  const rank = chooseRanks(numbered, unnumbered, year);
  const candidates = [...numbered, ...rank.unnumbered].sort((a, b) => a.line.start - b.line.start);
  return buildTree(candidates, rank.levelOf, end, year);
}

/** Width at which a file is wrapped by hard line ends; undefined where its paragraphs are whole lines. */
function hardWrapWidth(lines: readonly Line[]): number | undefined {
  if (lines.length < 15) return undefined;
  const longest = lines.reduce((length, { text }) => Math.max(length, text.length), 0);
  return longest <= HARD_WRAP_WIDTH ? longest : undefined;
}

function numberedCandidates(lines: readonly Line[], wrapWidth: number | undefined): Candidate[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const marker = line === undefined ? undefined : readMarker(line.text);
    if (line === undefined || marker === undefined) continue;
    const previous = lines[index - 1];
    const isLowStyle = MARKER_STYLES.indexOf(marker.style) >= MARKER_STYLES.indexOf('arabic');
    const previousIsHeading = candidates.at(-1)?.line === previous;
    if (isLowStyle && previous !== undefined && !previousIsHeading && previous.text.length >= 15 && !endsSentence(previous.text)) continue;
    const { textLength, ownLine } = splitRunIn(line.text.slice(marker.textStart));
    const textStart = line.start + marker.textStart;
    const candidate = { line, marker, textStart, textEnd: textStart + textLength, ownLine, unnumberedKinds: [] };
    const wrapped =
      ownLine && wrapWidth !== undefined && line.text.length >= wrapWidth - 3 ? wrappedLine(line, lines[index + 1]) : undefined;
    candidates.push(wrapped === undefined ? candidate : { ...candidate, wrapped, textEnd: wrapped.end });
    if (wrapped !== undefined) index++;
  }
  return candidates;
}

/** The second half of a heading that fills its line to the wrap; undefined where the next line is something else. */
function wrappedLine(line: Line, next: Line | undefined): Line | undefined {
  if (next === undefined || next.index !== line.index + 1 || endsSentence(line.text)) return undefined;
  return readMarker(next.text) === undefined && next.text.length < 25 && !/[。；，]/u.test(next.text) ? next : undefined;
}

/** Where the heading's words end in a numbered line, and whether text follows them on the line. */
function splitRunIn(rest: string): { textLength: number; ownLine: boolean } {
  const sentenceEnd = rest.search(/[。！？]/u);
  const colon = rest.slice(0, LONGEST_BEFORE_COLON).search(/[：:]/u);
  const isColonRunIn = colon > 0 && colon < rest.length - 4 && (sentenceEnd === -1 || colon < sentenceEnd);
  if (isColonRunIn) return { textLength: colon, ownLine: false };
  if (sentenceEnd === -1) return { textLength: rest.replace(/[；;：:]$/u, '').length, ownLine: true };
  const isLast = /^[。！？”’）)\s]*$/u.test(rest.slice(sentenceEnd));
  return { textLength: sentenceEnd, ownLine: isLast };
}

/** Short lines without a number that stand alone between paragraphs. */
function unnumberedCandidates(lines: readonly Line[], numbered: readonly Candidate[], year: number | undefined): Candidate[] {
  const taken = new Set(numbered.map(({ line }) => line));
  const candidates: Candidate[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || taken.has(line)) continue;
    const text = line.text.replace(/[：:]$/u, '');
    if (text.length < 2 || text.length > LONGEST_UNNUMBERED || /[。；！？;!?：:\t]|，.*，.*，/u.test(text)) continue;
    if (endsSentence(text) && !/[”》）)]$/u.test(text)) continue;
    if (/[，,、]$/u.test(text) || /^[，,、。；）)”》]/u.test(text)) continue;
    const previous = lines[index - 1];
    const follows = previous === undefined || endsSentence(previous.text) || taken.has(previous) || candidates.at(-1)?.line === previous;
    if (!follows && line.markdownLevel === 0) continue;
    const next = lines[index + 1];
    if (next !== undefined && /^[，,、。；：）)”》]/u.test(next.text)) continue;
    const unnumberedKinds = isSentenceLike(text) ? [] : kindsOfHeading(text, year);
    if (unnumberedKinds.length === 0 && (text.length > LONGEST_PLAIN_HEADING || text.length !== line.text.length)) continue;
    candidates.push({ line, marker: undefined, textStart: line.start, textEnd: line.start + text.length, ownLine: true, unnumberedKinds });
  }
  return candidates;
}

/** A clause of running text that happens to stand alone: 现将…, 我镇…, 下一步，我局将…. */
function isSentenceLike(text: string): boolean {
  return /^(?:现将|现就|截至|同时|此外|其中|根据|按照)|(?:如下|以下)$|[，,].*(?:将|要|了)|^(?:我|本)(?:镇|乡|街道|局|县|区|市|委|办)/u.test(
    text,
  );
}

interface Ranks {
  readonly unnumbered: readonly Candidate[];
  /** Level of a candidate, from 1. */
  readonly levelOf: (candidate: Candidate) => number;
}

/**
 * Decides which level each marker style has in this file and which unnumbered lines are headings.
 * The highest style that the file uses is level 1; unnumbered lines are level 1 where they, and not the
 * numbered headings, name the mandated sections.
 */
function chooseRanks(numbered: readonly Candidate[], unnumbered: readonly Candidate[], year: number | undefined): Ranks {
  const styles = MARKER_STYLES.filter((style) => numbered.some(({ marker }) => marker?.style === style));
  const top = styles[0];
  const topKinds = new Set(
    numbered.filter(({ marker }) => marker?.style === top).flatMap((candidate) => kindsOfHeading(textOf(candidate), year)),
  );
  const named = unnumbered.filter(({ unnumberedKinds }) => unnumberedKinds.length > 0);
  const namedKinds = new Set(named.flatMap(({ unnumberedKinds }) => unnumberedKinds));
  const hasMarkdown = unnumbered.some(({ line }) => line.markdownLevel > 0);
  const isUnnumberedLayout =
    namedKinds.size >= 2 &&
    (top === undefined || namedKinds.size > topKinds.size) &&
    [...namedKinds].filter((kind) => topKinds.has(kind)).length <= 1;
  if (top === undefined || isUnnumberedLayout) {
    const firstNamed = named[0];
    const hasMeasures = namedKinds.has('measures');
    const restNamed = new Set(firstOfEachKind(named, new Set()));
    const isTop = (candidate: Candidate): boolean =>
      restNamed.has(candidate) ||
      (hasMarkdown && candidate.line.markdownLevel > 0 && candidate.line.markdownLevel === markdownTop(unnumbered)) ||
      (!hasMeasures && firstNamed !== undefined && candidate.line.start < firstNamed.line.start && candidate.unnumberedKinds.length === 0);
    const offset = 2;
    return {
      unnumbered: named.length === 0 && !hasMarkdown ? [] : unnumbered,
      levelOf: (candidate) => {
        if (candidate.marker !== undefined) return offset + styles.indexOf(candidate.marker.style);
        return isTop(candidate) ? 1 : 2;
      },
    };
  }
  // Among numbered headings an unnumbered line is one only where it names a kind that none of them names.
  const missing =
    top === 'chinese' || top === 'part' || top === 'chinese-parenthesis' || top === 'arabic' ? firstOfEachKind(named, topKinds) : [];
  return {
    unnumbered: missing,
    levelOf: (candidate) => (candidate.marker === undefined ? 1 : 1 + styles.indexOf(candidate.marker.style)),
  };
}

function markdownTop(candidates: readonly Candidate[]): number {
  return Math.min(...candidates.map(({ line }) => (line.markdownLevel > 0 ? line.markdownLevel : 9)));
}

/** The first candidate of each kind that is not taken yet. */
function firstOfEachKind(candidates: readonly Candidate[], taken: ReadonlySet<SectionKind>): Candidate[] {
  const seen = new Set(taken);
  return candidates.filter(({ unnumberedKinds }) => {
    const fresh = unnumberedKinds.filter((kind) => !seen.has(kind));
    for (const kind of fresh) seen.add(kind);
    return fresh.length > 0;
  });
}

function textOf({ line, wrapped, textStart, textEnd }: Candidate): string {
  const first = line.text.slice(textStart - line.start, textEnd - line.start);
  return wrapped === undefined ? first : first + wrapped.text;
}

function buildTree(
  candidates: readonly Candidate[],
  levelOf: (candidate: Candidate) => number,
  end: number,
  year: number | undefined,
): HeadingTree {
  const all: GrowingHeading[] = [];
  const roots: GrowingHeading[] = [];
  const open: GrowingHeading[] = [];
  for (const candidate of candidates) {
    const level = levelOf(candidate);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) closeHeading(open.pop(), candidate.line.start);
    const parent = open.at(-1);
    const heading = makeHeading(candidate, level, parent, end, year);
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
  candidate: Candidate,
  level: number,
  parent: GrowingHeading | undefined,
  end: number,
  year: number | undefined,
): GrowingHeading {
  const { line, wrapped, marker, textStart, textEnd, ownLine } = candidate;
  const whole = textOf(candidate);
  const text = whole.replace(/[。；;：:！？\s]+$/u, '');
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
    kinds: level === 1 ? kindsOfHeading(text, year) : kindsOfSubheading(text, year),
    content: { start: ownLine ? (wrapped ?? line).end : textEnd, end },
    parent,
    children: [],
    paragraphs: [],
  };
}

function placeMarker(marker: LineMarker, line: Line): HeadingMarker {
  return {
    style: marker.style,
    value: marker.value,
    span: { start: line.start, end: line.start + marker.end },
    numeral: { start: line.start + marker.numeralStart, end: line.start + marker.numeralEnd },
  };
}

/** Whether a style is one that the text may use for plain lists as well as for headings. */
export function isListStyle(style: MarkerStyle): boolean {
  return MARKER_STYLES.indexOf(style) >= MARKER_STYLES.indexOf('arabic');
}

/** A heading's words without blanks, folded: for comparing headings. */
export function headingKey(heading: Heading): string {
  return compactHeading(heading.text);
}
