import { SECTION_GLUED } from '../knowledge/glued-headings.js';
import { type HeadingCandidate, LONGEST_UNNUMBERED, textOf } from './heading-candidates.js';
import { endsSentence, isPromise, isTabular, type Line } from './lines.js';
import { isListStyle, type LineMarker, MARKER_STYLES, readDigitMarker, readMarker } from './markers.js';
import type { MarkerStyle } from './report.js';
import { compactHeading, kindsOfHeading } from './section-kinds.js';

const LONGEST_BEFORE_COLON = 30;
/** Shortest line, in characters, that can be the first half of a cut sentence. */
const SHORTEST_CUT_LINE = 15;

/** Lines that begin with a heading number and are headings, or numbered items, of this file. */
export function numberedCandidates(lines: readonly Line[], wrapWidth: number | undefined): HeadingCandidate[] {
  const candidates: HeadingCandidate[] = [];
  const last = new LastValues();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const marker = line === undefined ? undefined : (readMarker(line.text) ?? digitMarkerOf(lines, index, last));
    if (line === undefined || marker === undefined) continue;
    if (!isNewLine(lines, index, marker, candidates.at(-1), last)) continue;
    const split = splitRunIn(line.text.slice(marker.textStart));
    const { textLength, ownLine } = isCutSentence(lines, index, marker) ? { ...split, ownLine: false } : split;
    const textStart = line.start + marker.textStart;
    const candidate = { line, marker, textStart, textEnd: textStart + textLength, ownLine, unnumberedKinds: [] };
    const wrapped = ownLine && wrapWidth !== undefined ? wrappedLines(lines, index, wrapWidth) : [];
    candidates.push({ ...candidate, wrapped, textEnd: wrapped.at(-1)?.end ?? candidate.textEnd });
    last.note(marker);
    index += wrapped.length;
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
  return isBegun(lines, index, marker) ? marker : undefined;
}

/** Whether the second item of a list follows soon after its first. */
function isBegun(lines: readonly Line[], index: number, { style }: LineMarker): boolean {
  if (!isListStyle(style)) return false;
  return lines.slice(index + 1, index + 5).some(({ text }) => {
    const next = readMarker(text) ?? readDigitMarker(text);
    return next?.style === style && next.value === 2;
  });
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
  if (
    marker.style === 'chinese' &&
    /^[一二三四五六七八九十]{1,3}[级类产季期]/u.test(rest) &&
    (!last.continues(marker) || /。|季度/u.test(rest))
  )
    return false;
  if (line !== undefined && line.markdownLevel > 0) return true;
  if (previous === undefined) return true;
  if (/第$/u.test(previous.text) && /^[项条款章号]/u.test(rest)) return false;
  const isItemBefore =
    before !== undefined && (before.wrapped?.at(-1) ?? before.line) === previous && (before.ownLine || endsSentence(previous.text));
  const isUnfinished =
    (!endsSentence(previous.text) && !isPromise(previous.text) && previous.text.length >= SHORTEST_CUT_LINE) ||
    /[；;]$/u.test(previous.text);
  if (isItemBefore || !isUnfinished || isTabular(previous.text)) return true;
  if (looksLikeHeading(previous) && (index < 2 || endsSentence(lines[index - 2]?.text ?? ''))) return true;
  return last.continues(marker) && (marker.value > 1 || isBegun(lines, index, marker));
}

/** A line without any mark that ends a clause. */
function looksLikeHeading({ text }: Line): boolean {
  return text.length <= LONGEST_UNNUMBERED && !/[。；：！？，;:!?]/u.test(text);
}

/** 第三章第十二条规定…, 第一部分群众…: a part heading stands alone on a short line and is set off from its number, or names a section. */
function withoutStrayParts(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  return candidates.filter((candidate) => {
    const { line, marker } = candidate;
    if (marker?.style !== 'part') return true;
    const words = line.text.slice(marker.textStart);
    if (SECTION_GLUED.test(words)) return true;
    if (line.text.length > LONGEST_UNNUMBERED || /[。；](?!$)/u.test(line.text) || /^第[^，。]{1,6}条/u.test(words)) return false;
    const isSetOff = marker.textStart > marker.end || /[：:、，,．.]$/u.test(line.text.slice(0, marker.end));
    return isSetOff || words === '' || kindsOfHeading(words, undefined).length > 0;
  });
}

/** Leaves out a table of contents: headings one below the other, without text, that all come again further down. */
function withoutContents(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const keys = candidates.map((candidate) => compactHeading(textOf(candidate)).replace(/[.…·]{0,99}\d{0,3}$/u, ''));
  let length = 0;
  while (length < candidates.length && keys.indexOf(keys[length] ?? '', length + 1) > length && isBelow(candidates, length)) length++;
  return length >= 3 ? candidates.slice(length) : [...candidates];
}

function isBelow(candidates: readonly HeadingCandidate[], index: number): boolean {
  const line = candidates[index]?.line;
  const previous = candidates[index - 1]?.line;
  return line !== undefined && candidates[index]?.ownLine === true && (previous === undefined || line.index - previous.index <= 2);
}

/** The further lines of a heading that fills its line to the wrap, the last of them shorter; none where running text follows. */
function wrappedLines(lines: readonly Line[], index: number, wrapWidth: number): Line[] {
  const rest: Line[] = [];
  for (let at = index; rest.length < MOST_WRAPPED_LINES; at++) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line === undefined || next === undefined || line.text.length < wrapWidth - 3 || /[。；：！？]$/u.test(line.text)) break;
    if (next.index !== line.index + 1 || /[。；]/u.test(next.text) || readMarker(next.text) !== undefined) return [];
    rest.push(next);
  }
  return (rest.at(-1)?.text.length ?? 0) < wrapWidth - 3 ? rest : [];
}

/** 第一，…把法律条 / 文转化…： a numbered sentence that a line end cut, and no heading on its own line. */
function isCutSentence(lines: readonly Line[], index: number, { style }: LineMarker): boolean {
  const text = lines[index]?.text ?? '';
  const next = lines[index + 1]?.text;
  if (!isListStyle(style) || next === undefined || text.length < SHORTEST_CUT_LINE || endsSentence(text) || isPromise(text)) return false;
  if (readMarker(next) !== undefined || isTabular(next)) return false;
  if (/[，,、]$/u.test(text) || /^[，。；、）”》的了着过]/u.test(next)) return true;
  return style === 'ordinal' && text.length >= SHORTEST_CUT_ITEM && /[，,；]/u.test(text.slice(CUT_ITEM_HEAD));
}

/** An item of so many characters, with a comma behind its first clause, is no heading. */
const SHORTEST_CUT_ITEM = 25;
const CUT_ITEM_HEAD = 8;

/** Further lines over which a heading may be wrapped. */
const MOST_WRAPPED_LINES = 3;

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
