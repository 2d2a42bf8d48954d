import { SECTION_GLUED } from '../knowledge/glued-headings.js';
import { type HeadingCandidate, LONGEST_UNNUMBERED, NONE } from './heading-candidates.js';
import { HeadingWords } from './heading-words.js';
import { beginsWithOneOf, endsSentence, endsWithOneOf, isPromise } from './line-forms.js';
import type { Line } from './lines.js';
import { isListStyle, type LineMarker, MARKER_STYLES, readDigitMarker } from './markers.js';
import { kindsOfHeading } from './section-kinds.js';

/** Shortest line, in characters, that can be the first half of a cut sentence. */
const SHORTEST_CUT_LINE = 15;

/** Lines that begin with a heading number and are headings, or numbered items, of this file. */
export function numberedCandidates(lines: readonly Line[], wrapWidth: number | undefined): HeadingCandidate[] {
  const candidates: HeadingCandidate[] = [];
  const last = new LastValues();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const marker = line === undefined ? undefined : (line.content.marker ?? digitMarkerOf(lines, index, last));
    if (line === undefined || marker === undefined) continue;
    if (!isNewLine(lines, index, marker, candidates.at(-1), last)) continue;
    const { textLength, ownLine: standsAlone } = line.content.runIn(marker.textStart);
    const ownLine = standsAlone && !isCutSentence(lines, index, marker);
    const wrapped = ownLine && wrapWidth !== undefined ? wrappedLines(lines, index, wrapWidth) : NONE;
    const textStart = line.start + marker.textStart;
    candidates.push({
      line,
      at: index,
      wrapped,
      marker,
      words: wrapped.length === 0 ? line.content.headingWords(marker.textStart, textLength) : wrappedWords(line, marker, wrapped),
      textStart,
      textEnd: wrapped.at(-1)?.end ?? textStart + textLength,
      ownLine,
      unnumberedKinds: NONE,
    });
    last.note(marker);
    index += wrapped.length;
  }
  return withoutContents(withoutStrayParts(candidates));
}

function wrappedWords(line: Line, marker: LineMarker, wrapped: readonly Line[]): HeadingWords {
  return new HeadingWords(line.text.slice(marker.textStart) + wrapped.map(({ text }) => text).join(''), marker.textStart);
}

/** The last number of each marker style; a higher style begins the lower ones anew. */
class LastValues {
  readonly #values: number[] = MARKER_STYLES.map(() => 0);

  note({ style, value }: LineMarker): void {
    const rank = MARKER_STYLES.indexOf(style);
    this.#values.fill(0, rank + 1);
    this.#values[rank] = value;
  }

  continues({ style, value }: LineMarker): boolean {
    return value === (this.#values[MARKER_STYLES.indexOf(style)] ?? 0) + 1;
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
  return lines.slice(index + 1, index + 5).some(({ content }) => {
    const next = content.marker ?? readDigitMarker(content.text);
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
  // 三、四级联动 and 一、二季度 are lists of numbers unless they continue the headings.
  if (marker.style === 'chinese' && line !== undefined && isNumberList(line.text.slice(marker.textStart), marker, last)) return false;
  if (line !== undefined && line.markdownLevel > 0) return true;
  if (previous === undefined) return true;
  if (endsWithOneOf(previous.text, '第') && /^[项条款章号]/u.test(line?.text.slice(marker.textStart) ?? '')) return false;
  const isItemBefore =
    before !== undefined && before.at + before.wrapped.length === index - 1 && (before.ownLine || endsSentence(previous.text));
  if (isItemBefore || !isUnfinished(previous.text) || previous.content.isTabular) return true;
  if (looksLikeHeading(previous) && (index < 2 || endsSentence(lines[index - 2]?.text ?? ''))) return true;
  return last.continues(marker) && (marker.value > 1 || isBegun(lines, index, marker));
}

function isNumberList(rest: string, marker: LineMarker, last: LastValues): boolean {
  return /^[一二三四五六七八九十]{1,3}[级类产季期]/u.test(rest) && (!last.continues(marker) || /。|季度/u.test(rest));
}

function isUnfinished(text: string): boolean {
  return (text.length >= SHORTEST_CUT_LINE && !endsSentence(text) && !isPromise(text)) || endsWithOneOf(text, '；;');
}

/** A line without any mark that ends a clause. */
function looksLikeHeading({ text }: Line): boolean {
  return text.length <= LONGEST_UNNUMBERED && !/[。；：！？，;:!?]/u.test(text);
}

/** 第三章第十二条规定…, 第一部分群众…: a part heading stands alone on a short line and is set off from its number, or names a section. */
function withoutStrayParts(candidates: HeadingCandidate[]): HeadingCandidate[] {
  if (!candidates.some(({ marker }) => marker?.style === 'part')) return candidates;
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
function withoutContents(candidates: HeadingCandidate[]): HeadingCandidate[] {
  let length = 0;
  while (length < candidates.length && isBelow(candidates, length) && comesAgain(candidates, length)) length++;
  return length >= 3 ? candidates.slice(length) : candidates;
}

function comesAgain(candidates: readonly HeadingCandidate[], index: number): boolean {
  const words = candidates[index]?.words;
  if (words === undefined) return false;
  for (let next = index + 1; next < candidates.length; next++) {
    if (candidates[next]?.words.isSameInContents(words) === true) return true;
  }
  return false;
}

function isBelow(candidates: readonly HeadingCandidate[], index: number): boolean {
  const line = candidates[index]?.line;
  const previous = candidates[index - 1]?.line;
  return line !== undefined && candidates[index]?.ownLine === true && (previous === undefined || line.index - previous.index <= 2);
}

/** The further lines of a heading that fills its line to the wrap, the last of them shorter; none where running text follows. */
function wrappedLines(lines: readonly Line[], index: number, wrapWidth: number): readonly Line[] {
  const rest: Line[] = [];
  for (let at = index; rest.length < MOST_WRAPPED_LINES; at++) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line === undefined || next === undefined || line.text.length < wrapWidth - 3 || endsWithOneOf(line.text, '。；：！？')) break;
    if (next.index !== line.index + 1 || /[。；]/u.test(next.text) || next.content.marker !== undefined) return NONE;
    rest.push(next);
  }
  return (rest.at(-1)?.text.length ?? 0) < wrapWidth - 3 ? rest : NONE;
}

/** 第一，…把法律条 / 文转化…： a numbered sentence that a line end cut, and no heading on its own line. */
function isCutSentence(lines: readonly Line[], index: number, { style }: LineMarker): boolean {
  if (!isListStyle(style)) return false;
  const text = lines[index]?.text ?? '';
  const next = lines[index + 1];
  if (next === undefined || text.length < SHORTEST_CUT_LINE || endsSentence(text) || isPromise(text)) return false;
  if (next.content.marker !== undefined || next.content.isTabular) return false;
  if (endsWithOneOf(text, '，,、') || beginsWithOneOf(next.text, '，。；、）”》的了着过')) return true;
  return style === 'ordinal' && text.length >= SHORTEST_CUT_ITEM && /[，,；]/u.test(text.slice(CUT_ITEM_HEAD));
}

/** An item of so many characters, with a comma behind its first clause, is no heading. */
const SHORTEST_CUT_ITEM = 25;
const CUT_ITEM_HEAD = 8;

/** Further lines over which a heading may be wrapped. */
const MOST_WRAPPED_LINES = 3;
