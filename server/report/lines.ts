import { countLeading } from '../text/count-leading.js';
import type { SourceText } from '../text/source-text.js';
import { isBlank } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { LineContent } from './line-content.js';

export { endsSentence, isPromise, isTabular } from './line-forms.js';

/** A physical line that holds something: what it says, and where. */
export class Line {
  readonly content: LineContent;
  /** From 0. */
  readonly index: number;
  /** First character after indentation and Markdown marks. */
  readonly start: number;
  /** The end without trailing blanks and marks. */
  readonly end: number;
  /** Level of a Markdown heading (`## `), 0 for any other line. */
  readonly markdownLevel: number;

  constructor(content: LineContent, index: number, start: number, markdownLevel: number) {
    this.content = content;
    this.index = index;
    this.start = start;
    this.end = start + content.text.length;
    this.markdownLevel = markdownLevel;
  }

  /** Text from `start` to `end`. */
  get text(): string {
    return this.content.text;
  }

  /** The same line, by so many physical lines and UTF-16 code units further down. */
  moved(lines: number, offsets: number): Line {
    if (lines === 0 && offsets === 0) return this;
    return new Line(this.content, this.index + lines, this.start + offsets, this.markdownLevel);
  }

  /** From `start` to `end`. */
  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

const HASH = 35;
const ASTERISK = 42;

/** All lines of a text that hold more than blanks, in order. */
export function readLines(source: SourceText): Line[] {
  return linesBetween(source, 0, source.lineCount, (text) => new LineContent(text));
}

/** The lines of a text that was changed. */
export interface ChangedLines {
  readonly lines: readonly Line[];
  /** What was said by lines of the earlier version that are no more. */
  readonly lost: readonly LineContent[];
}

/**
 * As `readLines`, with what lines say taken over from an earlier version of the text.
 *
 * @param before the lines of that version.
 */
export function readChangedLines(source: SourceText, previous: SourceText, before: readonly Line[]): ChangedLines {
  const { start, oldEnd, newEnd } = source.changeSince(previous);
  // What ends a line can reach over the border of the change: lines that touch it are read anew.
  const firstChanged = source.lineAt(start - 1);
  const oldBehind = previous.lineAt(oldEnd) + 1;
  const newBehind = source.lineAt(newEnd) + 1;
  const from = indexOfLine(before, firstChanged);
  const end = indexOfLine(before, oldBehind);
  const known = new KnownContents(before.slice(from, end));
  const lines = before.slice(0, from);
  for (const line of linesBetween(source, firstChanged, newBehind, (text) => known.take(text))) lines.push(line);
  const [lineShift, shift] = [newBehind - oldBehind, newEnd - oldEnd];
  for (let at = end; at < before.length; at++) {
    const line = before[at];
    if (line !== undefined) lines.push(line.moved(lineShift, shift));
  }
  return { lines, lost: known.rest() };
}

/** What some lines say, each to be taken once. */
class KnownContents {
  readonly #byText = new Map<string, LineContent[]>();

  constructor(lines: readonly Line[]) {
    // The last of equal ones first, as they are taken from the end.
    for (const { content } of lines.toReversed()) {
      const equal = this.#byText.get(content.text);
      if (equal === undefined) this.#byText.set(content.text, [content]);
      else equal.push(content);
    }
  }

  take(text: string): LineContent {
    return this.#byText.get(text)?.pop() ?? new LineContent(ownCopy(text));
  }

  rest(): LineContent[] {
    return [...this.#byText.values()].flat();
  }
}

/** A slice keeps the text alive that it was cut from; what outlives its version of the text must not. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/** Index of the first line that stands on a physical line or behind it. */
function indexOfLine(lines: readonly Line[], physical: number): number {
  return countLeading(lines.length, (at) => (lines[at]?.index ?? 0) < physical);
}

/** The lines among some physical lines that hold more than blanks. */
function linesBetween(source: SourceText, from: number, end: number, contentOf: (text: string) => LineContent): Line[] {
  const lines: Line[] = [];
  let start = source.startOfLine(from);
  for (let index = from; index < end; index++) {
    const next = source.startOfLine(index + 1);
    const line = readLine(source.text, start, next, index, contentOf);
    if (line !== undefined) lines.push(line);
    start = next;
  }
  return lines;
}

function readLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  index: number,
  contentOf: (text: string) => LineContent,
): Line | undefined {
  let start = lineStart;
  let end = lineEnd;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  let markdownLevel = 0;
  if (text.charCodeAt(start) === HASH) {
    while (markdownLevel < 7 && text.charCodeAt(start + markdownLevel) === HASH) markdownLevel++;
    if (markdownLevel < 7 && isBlank(text.charCodeAt(start + markdownLevel))) {
      start += markdownLevel;
      while (start < end && isBlank(text.charCodeAt(start))) start++;
    } else {
      markdownLevel = 0;
    }
  }
  const isBold =
    end - start > 4 &&
    text.charCodeAt(start) === ASTERISK &&
    text.charCodeAt(start + 1) === ASTERISK &&
    text.charCodeAt(end - 1) === ASTERISK &&
    text.charCodeAt(end - 2) === ASTERISK;
  if (isBold) {
    start += 2;
    end -= 2;
  }
  return start < end ? new Line(contentOf(text.slice(start, end)), index, start, markdownLevel) : undefined;
}
