import { endsSentence, type Line } from './lines.js';
import { type LineMarker, MARKER_STYLES, readMarker } from './markers.js';
import type { SectionKind } from './report.js';
import { kindsOfHeading } from './section-kinds.js';

/** A line that may be a heading, before it has its place in the tree. */
export interface HeadingCandidate {
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

const LONGEST_UNNUMBERED = 45;
/** Longest unnumbered line, in characters, that is a heading without naming a mandated section. */
export const LONGEST_PLAIN_HEADING = 30;
const LONGEST_BEFORE_COLON = 30;
const HARD_WRAP_WIDTH = 60;

/** Width at which a file is wrapped by hard line ends; undefined where its paragraphs are whole lines. */
export function hardWrapWidth(lines: readonly Line[]): number | undefined {
  if (lines.length < 15) return undefined;
  const longest = lines.reduce((length, { text }) => Math.max(length, text.length), 0);
  return longest <= HARD_WRAP_WIDTH ? longest : undefined;
}

/** Lines that begin with a heading number. */
export function numberedCandidates(lines: readonly Line[], wrapWidth: number | undefined): HeadingCandidate[] {
  const candidates: HeadingCandidate[] = [];
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
export function unnumberedCandidates(
  lines: readonly Line[],
  numbered: readonly HeadingCandidate[],
  year: number | undefined,
): HeadingCandidate[] {
  const taken = new Set(numbered.map(({ line }) => line));
  const candidates: HeadingCandidate[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || taken.has(line)) continue;
    const text = line.text.replace(/[：:]$/u, '');
    if (text.length < 2 || text.length > LONGEST_UNNUMBERED || /[。；！？;!?：:\t]|，.*，.*，/u.test(text)) continue;
    if (endsSentence(text) && !/[”》）)]$/u.test(text)) continue;
    if (/[，,、]$/u.test(text) || /^[，,、。；）)”》]/u.test(text)) continue;
    const previous = lines[index - 1];
    const follows =
      previous === undefined ||
      endsSentence(previous.text) ||
      taken.has(previous) ||
      (candidates.at(-1)?.line === previous && candidates.at(-1)?.unnumberedKinds.length !== 0);
    if (!follows && line.markdownLevel === 0) continue;
    const next = lines[index + 1];
    if (next !== undefined && /^[，,、。；：）)”》]/u.test(next.text)) continue;
    const unnumberedKinds = isSentenceLike(text) ? [] : kindsOfHeading(text, year);
    if (unnumberedKinds.length === 0 && (text.length > LONGEST_PLAIN_HEADING || text.length !== line.text.length)) continue;
    candidates.push({
      line,
      marker: undefined,
      textStart: line.start,
      textEnd: line.start + text.length,
      ownLine: true,
      unnumberedKinds,
    });
  }
  return candidates;
}

/** A clause of running text that happens to stand alone: 现将…, 我镇…, 下一步，我局将…. */
function isSentenceLike(text: string): boolean {
  return /^(?:现将|现就|截至|同时|此外|其中|根据|按照)|(?:如下|以下)$|[，,].*(?:将|要|了)|^(?:我|本)(?:镇|乡|街道|局|县|区|市|委|办)/u.test(
    text,
  );
}

/** The heading's words as they stand, its two lines joined where it is wrapped. */
export function textOf({ line, wrapped, textStart, textEnd }: HeadingCandidate): string {
  const first = line.text.slice(textStart - line.start, textEnd - line.start);
  return wrapped === undefined ? first : first + wrapped.text;
}
