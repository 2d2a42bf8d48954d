import { CELL_BLANK, classesIn, classesOf, TERMINAL } from './character-classes.js';

const FULL_STOP = 46;
const BAR = 124;

/** Whether a line ends as a sentence or clause ends, so that what follows begins anew. */
export function endsSentence(line: string): boolean {
  if (line.length === 0) return true;
  const last = line.charCodeAt(line.length - 1);
  return (classesOf(last) & TERMINAL) !== 0 || (last === FULL_STOP && !/\d\.$/u.test(line));
}

const LAST_OF_PROMISE = '下，,、 \u00a0\u3000';

/** 报告如下， promises what follows, whatever its mark, so that it begins anew. */
export function isPromise(line: string): boolean {
  return endsWithOneOf(line, LAST_OF_PROMISE) && /如下[ \u00a0\u3000]{0,2}[，,、]?$/u.test(line.slice(-6));
}

/**
 * Rows of a table saved as text: cells apart by tabs or by runs of blanks.
 *
 * @param classes those of the line's characters, where they are known.
 */
export function isTabular(line: string, classes: number = classesIn(line)): boolean {
  if ((classes & CELL_BLANK) === 0 && line.charCodeAt(0) !== BAR) return false;
  return /^\|.*\|$|\t|\S[ \u3000]{2,}\S+[ \u3000]{2,}\S/u.test(line);
}

/** Whether the last UTF-16 code unit of a text is one of some characters. */
export function endsWithOneOf(text: string, characters: string): boolean {
  return text.length > 0 && characters.includes(text.charAt(text.length - 1));
}

/** Whether the first UTF-16 code unit of a text is one of some characters. */
export function beginsWithOneOf(text: string, characters: string): boolean {
  return text.length > 0 && characters.includes(text.charAt(0));
}
