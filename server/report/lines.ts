import type { SourceText } from '../text/source-text.js';
import { isBlank, trimSpan } from '../text/characters.js';

/** A physical line that holds something. */
export interface Line {
  /** From 0. */
  readonly index: number;
  /** First character after indentation and Markdown marks, and the end without trailing blanks and marks. */
  readonly start: number;
  readonly end: number;
  /** Text from `start` to `end`. */
  readonly text: string;
  /** Number of characters of indentation, Markdown marks not counted. */
  readonly indent: number;
  /** Level of a Markdown heading (`## `), 0 for any other line. */
  readonly markdownLevel: number;
}

const HASH = 35;
const ASTERISK = 42;

/** All lines of a text that hold more than blanks, in order. */
export function readLines(source: SourceText): Line[] {
  const lines: Line[] = [];
  for (let index = 0; index < source.lineCount; index++) {
    const span = source.lineSpan(index);
    const { text } = source;
    let { start, end } = trimSpan(text, span.start, span.end);
    if (start === end) continue;
    const indent = start - span.start;
    let markdownLevel = 0;
    while (markdownLevel < 7 && text.charCodeAt(start + markdownLevel) === HASH) markdownLevel++;
    if (markdownLevel > 0 && markdownLevel < 7 && isBlank(text.charCodeAt(start + markdownLevel))) {
      start += markdownLevel;
      while (start < end && isBlank(text.charCodeAt(start))) start++;
    } else {
      markdownLevel = 0;
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
    if (start < end) lines.push({ index, start, end, text: text.slice(start, end), indent, markdownLevel });
  }
  return lines;
}

const TERMINAL_MARKS = '。！？!?；;：:”’」』）)】〕》…';

/** Whether a line ends as a sentence or clause ends, so that what follows begins anew. */
export function endsSentence(line: string): boolean {
  const last = line.at(-1);
  if (last === undefined) return true;
  return TERMINAL_MARKS.includes(last) || (last === '.' && !/\d\.$/u.test(line));
}

/** 报告如下， promises what follows, whatever its mark, so that it begins anew. */
export function isPromise(line: string): boolean {
  return /如下[ \u00a0\u3000]{0,2}[，,、]?$/u.test(line.slice(-6));
}

/** Rows of a table saved as text: cells apart by tabs or by runs of blanks. */
export function isTabular(text: string): boolean {
  return /^\|.*\|$|\t|\S[ \u3000]{2,}\S+[ \u3000]{2,}\S/u.test(text);
}
