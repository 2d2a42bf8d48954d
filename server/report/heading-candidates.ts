import { endsSentence, isTabular, type Line } from './lines.js';
import { type LineMarker, MARKER_STYLES, readDigitMarker, readMarker } from './markers.js';
import type { MarkerStyle, SectionKind } from './report.js';
import { compactHeading, kindsOfHeading } from './section-kinds.js';

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
/** Shortest line, in characters, that can be the first half of a cut sentence. */
const SHORTEST_CUT_LINE = 15;

/** Width at which a file is wrapped by hard line ends; undefined where its paragraphs are whole lines. */
export function hardWrapWidth(lines: readonly Line[]): number | undefined {
  if (lines.length < 15) return undefined;
  const longest = lines.reduce((length, { text }) => Math.max(length, text.length), 0);
  return longest <= HARD_WRAP_WIDTH ? longest : undefined;
}

/** Lines that begin with a heading number and are headings, or numbered items, of this file. */
export function numberedCandidates(lines: readonly Line[], wrapWidth: number | undefined): HeadingCandidate[] {
  const candidates: HeadingCandidate[] = [];
  const last = new LastValues();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const marker = line === undefined ? undefined : (readMarker(line.text) ?? digitMarkerOf(lines, index, last));
    if (line === undefined || marker === undefined) continue;
    if (!isNewLine(lines, index, marker, candidates.at(-1), last)) continue;
    const { textLength, ownLine } = splitRunIn(line.text.slice(marker.textStart));
    const textStart = line.start + marker.textStart;
    const candidate = { line, marker, textStart, textEnd: textStart + textLength, ownLine, unnumberedKinds: [] };
    const wrapped =
      ownLine && wrapWidth !== undefined && line.text.length >= wrapWidth - 3 ? wrappedLine(line, lines[index + 1], wrapWidth) : undefined;
    candidates.push(wrapped === undefined ? candidate : { ...candidate, wrapped, textEnd: wrapped.end });
    last.note(marker);
    if (wrapped !== undefined) index++;
  }
  return withoutContents(withoutStrayParts(candidates));
}

/** The last number of each marker style; a higher style begins the lower ones anew. */
class LastValues {
  readonly #values = new Map<MarkerStyle, number>();

  note({ style, value }: LineMarker): void {
    const rank = MARKER_STYLES.indexOf(style);
    for (const lower of MARKER_STYLES.slice(rank + 1)) this.#values.delete(lower);
    this.#values.set(style, value);
  }

  continues({ style, value }: LineMarker): boolean {
    return value === (this.#values.get(style) ?? 0) + 1;
  }
}

/** 1.12345热线: counts where it goes on from the item before, or begins a list that the next items go on. */
function digitMarkerOf(lines: readonly Line[], index: number, last: LastValues): LineMarker | undefined {
  const line = lines[index];
  const marker = line === undefined ? undefined : readDigitMarker(line.text);
  if (marker === undefined || !last.continues(marker)) return undefined;
  if (marker.value > 1) return marker;
  const isBegun = lines.slice(index + 1, index + 4).some(({ text }) => (readMarker(text) ?? readDigitMarker(text))?.value === 2);
  return isBegun ? marker : undefined;
}

/**
 * Whether a numbered line begins something, rather than going on with a sentence that a line end cut
 * (…重大隐患二 / 一，均已整改). After an unfinished line a number must continue the sequence.
 */
function isNewLine(
  lines: readonly Line[],
  index: number,
  marker: LineMarker,
  before: HeadingCandidate | undefined,
  last: LastValues,
): boolean {
  const previous = lines[index - 1];
  const line = lines[index];
  const rest = line?.text.slice(marker.textStart) ?? '';
  // 三、四级联动 and 一、二季度 are lists of numbers unless they continue the headings.
  if (marker.style === 'chinese' && /^[一二三四五六七八九十]{1,3}[级类产季期]/u.test(rest) && !last.continues(marker)) return false;
  if (previous === undefined) return true;
  if (/第$/u.test(previous.text) && /^[项条款章号]/u.test(rest)) return false;
  const isItemBefore = before?.line === previous && (before.ownLine || endsSentence(previous.text));
  const isUnfinished = (!endsSentence(previous.text) && previous.text.length >= SHORTEST_CUT_LINE) || /[；;]$/u.test(previous.text);
  if (isItemBefore || !isUnfinished || isTabular(previous.text)) return true;
  if (looksLikeHeading(previous) && (index < 2 || endsSentence(lines[index - 2]?.text ?? ''))) return true;
  return last.continues(marker) && marker.value > 1;
}

/** A line without any mark that ends a clause. */
function looksLikeHeading({ text }: Line): boolean {
  return text.length <= LONGEST_UNNUMBERED && !/[。；：！？，;:!?]/u.test(text);
}

/** 第三章第十二条规定…: a part heading stands alone on a short line, and parts come in order from the first. */
function withoutStrayParts(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const isPart = ({ marker }: HeadingCandidate): boolean => marker?.style === 'part';
  const isProper = ({ line, marker }: HeadingCandidate): boolean =>
    line.text.length <= LONGEST_UNNUMBERED &&
    !/[。；]/u.test(line.text) &&
    !/^第[^，。]{1,6}条/u.test(line.text.slice(marker?.textStart ?? 0));
  const proper = candidates.filter((candidate) => isPart(candidate) && isProper(candidate));
  const areParts = proper.length >= 2 && proper[0]?.marker?.value === 1;
  return candidates.filter((candidate) => !isPart(candidate) || (areParts && proper.includes(candidate)));
}

/** Leaves out a table of contents: headings one below the other, without text, that all come again further down. */
function withoutContents(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const keys = candidates.map((candidate) => compactHeading(textOf(candidate)).replace(/[.…·]*\d{0,3}$/u, ''));
  let length = 0;
  while (length < candidates.length && keys.indexOf(keys[length] ?? '', length + 1) > length && isBelow(candidates, length)) length++;
  return length >= 3 ? candidates.slice(length) : [...candidates];
}

function isBelow(candidates: readonly HeadingCandidate[], index: number): boolean {
  const line = candidates[index]?.line;
  const previous = candidates[index - 1]?.line;
  return line !== undefined && candidates[index]?.ownLine === true && (previous === undefined || line.index - previous.index <= 2);
}

/** The second half of a heading that fills its line to the wrap; undefined where the next line is something else. */
function wrappedLine(line: Line, next: Line | undefined, wrapWidth: number): Line | undefined {
  if (next === undefined || next.index !== line.index + 1 || endsSentence(line.text)) return undefined;
  const isRest = next.text.length < wrapWidth - 3 && !/[。；]/u.test(next.text);
  return isRest && readMarker(next.text) === undefined ? next : undefined;
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
  const taken = new Map(numbered.flatMap(({ line, wrapped, ownLine }) => [line, wrapped].map((own) => [own, ownLine] as const)));
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
      isTabular(previous.text) ||
      taken.get(previous) === true ||
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
  return /^(?:现将|现就|截至|同时|此外|其中|根据|按照|一年来|虽然)|(?:如下|以下)$|[，,].*(?:将|要|了)|^(?:我|本)(?:镇|乡|街道|局|县|区|市|委|办)/u.test(
    text,
  );
}

/** The heading's words as they stand, its two lines joined where it is wrapped. */
export function textOf({ line, wrapped, textStart, textEnd }: HeadingCandidate): string {
  const first = line.text.slice(textStart - line.start, textEnd - line.start);
  return wrapped === undefined ? first : first + wrapped.text;
}
