import type { Position, TextEdit } from 'vscode-languageserver-types';
import { MARKER_STYLES, readMarker } from '../report/markers.js';
import type { Heading, Report } from '../report/report.js';
import { markerLike } from '../rules/renumber.js';
import type { SourceText } from '../text/source-text.js';
import { toRange } from './ranges.js';

/**
 * What Enter brings behind a numbered point: the next number on the new line; and on a line of nothing but such a number, the
 * end of the list. An editor may have written the number already, by rules that do not know the lines below: where these have
 * the number, it is taken away again.
 *
 * @param position on the new line.
 * @returns edits of the untouched text; none where there is nothing to go on with.
 */
export function newLineEdits(report: Report, { line }: Position): TextEdit[] {
  const { source } = report;
  if (line < 1) return [];
  const above = readLine(source, line - 1);
  const own = readLine(source, line);
  if (isLeftOver(source, line - 1, above) && own.words === '') {
    return [edit(source, above.wordsStart, own.wordsStart, '')];
  }
  const heading = report.allHeadings.find((one) => one.line === line - 1);
  const next = heading === undefined ? undefined : nextMarker(report, heading, above);
  if (heading === undefined || next === undefined) return [];
  const isTaken = takesNumber(source, line + 1, heading);
  if (own.words !== '') return isTaken && own.words === next.trim() ? [edit(source, own.wordsStart, own.end, '')] : [];
  return isTaken || !isPoint(source, heading, above) ? [] : [edit(source, own.start, own.end, above.indent + next)];
}

/** A physical line without its end. */
interface PlainLine {
  /** Offset of its first character. */
  readonly start: number;
  readonly end: number;
  readonly indent: string;
  /** Offset behind the indent. */
  readonly wordsStart: number;
  /** Without outer blanks. */
  readonly words: string;
}

const INDENT = /^[ \t\u00a0\u3000]*/u;

function readLine(source: SourceText, line: number): PlainLine {
  const { start, end } = source.lineSpan(line);
  const text = source.slice({ start, end });
  const indent = INDENT.exec(text)?.[0] ?? '';
  return { start, end, indent, wordsStart: start + indent.length, words: text.slice(indent.length).trim() };
}

/** The number that comes after a heading's; undefined where something but blanks stands before the heading: a sign of Markdown. */
function nextMarker(report: Report, heading: Heading, above: PlainLine): string | undefined {
  const { marker } = heading;
  if (marker === undefined || marker.span.start !== above.wordsStart || heading.text === '') return undefined;
  return markerLike(report, heading, marker.value + 1);
}

/**
 * Whether a heading is a point that another one may follow at once. Below a heading on a line of its own its text is to be
 * written first, unless the headings above it have none either.
 */
function isPoint(source: SourceText, heading: Heading, above: PlainLine): boolean {
  const { marker } = heading;
  if (marker === undefined) return false;
  if (!heading.ownLine || heading.isSentence || ENDS_POINT.test(above.words)) return true;
  const before = previousLine(source, heading.line)?.words ?? '';
  const sibling = readMarker(before);
  return sibling?.style === marker.style && sibling.value === marker.value - 1;
}

const ENDS_POINT = /[。；;！？…][”’）)]?$/u;

/** Whether a line holds nothing but the number that follows the one above it. */
function isLeftOver(source: SourceText, line: number, { words }: PlainLine): boolean {
  const marker = readMarker(words);
  if (marker === undefined || marker.end !== words.length) return false;
  const before = readMarker(previousLine(source, line)?.words ?? '');
  return before?.style === marker.style && before.value === marker.value - 1;
}

/** The nearest line above that holds more than blanks. */
function previousLine(source: SourceText, line: number): PlainLine | undefined {
  for (let above = line - 1; above >= 0; above--) {
    const read = readLine(source, above);
    if (read.words !== '') return read;
  }
  return undefined;
}

/** Whether the list goes on below a line: with the next number or one behind it, before it begins anew or a higher one comes. */
function takesNumber(source: SourceText, from: number, { marker }: Heading): boolean {
  if (marker === undefined) return false;
  const rank = MARKER_STYLES.indexOf(marker.style);
  for (let line = from; line < source.lineCount; line++) {
    const below = readMarker(readLine(source, line).words);
    if (below === undefined || MARKER_STYLES.indexOf(below.style) > rank) continue;
    return below.style === marker.style && below.value > marker.value;
  }
  return false;
}

function edit(source: SourceText, start: number, end: number, newText: string): TextEdit {
  return { range: toRange(source, { start, end }), newText };
}
