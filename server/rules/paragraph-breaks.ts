import type { Paragraph, Report } from '../report/report.js';
import type { Span } from '../text/span.js';

/** A line that stops here cannot be a whole sentence. */
const STOPS_IN_MID =
  /[，、,《“‘（(—的和与及对在将把为以向从按被使让等并或是于到至自由经]$|(?:召开|举办|制定|打造|健全|构建|营造|建立|带动|参加|邀请|制发|联合|会同|围绕|针对|聚焦|通过|根据|按照)$/u;
/** A line that begins so cannot be the beginning of a sentence. */
const GOES_ON = /^[，。；：、）」』》”’！？,;:)!?的了着过和与及等地得们性化者率]/u;
/** An item of a list: whatever introduces it has its end there. */
const BEGINS_ITEM =
  /^(?:[一二三四五六七八九十]{1,3}[是要、]|第[一二三四五六七八九十]{1,3}[，,、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|\d{1,2}[.．、]|首先|其次|再次|最后)/u;
/** Beginnings of a new paragraph: a missing full stop above it is likelier than a cut. */
const BEGINS_ANEW =
  /^(?:同时|此外|另外|下一步|今后|截至|截止|(?:19|20)\d\d年|今年|全年|近年来|[我全](?:镇|乡|街道|县|区|市|局)|特此|以上|附件?[:：]|[—–-]{1,2})/u;
/** How much of each half is read, and shown, in characters. */
export const SHOWN = 8;
/** Lines of a hard-wrapped file are this alike in length, in characters. */
const WRAP_TOLERANCE = 3;
const FEWEST_WRAPS = 6;

/** Where a logical paragraph was joined: the end of one line and the beginning of the next. */
export interface ParagraphBreak {
  /** The line that breaks off, in the untouched text. */
  readonly line: Span;
  /** The line that goes on. */
  readonly next: Span;
  /** The last characters of the one. */
  readonly before: string;
  /** The first characters of the other. */
  readonly after: string;
}

/** Every place where a sentence of running text goes on behind a line end, in order. */
export function paragraphBreaks(report: Report): ParagraphBreak[] {
  const breaks: ParagraphBreak[] = [];
  for (const paragraph of report.paragraphs) {
    if (paragraph.pieces.length > 1 && (paragraph.role === 'body' || paragraph.role === 'opening')) {
      for (const found of breaksOf(report, paragraph)) breaks.push(found);
    }
  }
  return breaks;
}

function breaksOf({ source }: Report, { pieces }: Paragraph): ParagraphBreak[] {
  return pieces.slice(1).flatMap((next, index) => {
    const line = pieces[index];
    if (line === undefined) return [];
    const before = source.slice({ start: Math.max(line.start, line.end - SHOWN), end: line.end });
    const after = source.slice({ start: next.start, end: Math.min(next.end, next.start + 2 * SHOWN) });
    return [{ line, next, before, after }];
  });
}

/**
 * The width, in characters, at which all lines of a hard-wrapped text are cut: a way to save a text, not a slip.
 *
 * @returns undefined where lines break off here and there only.
 */
export function wrapWidth(breaks: readonly ParagraphBreak[]): number | undefined {
  if (breaks.length < FEWEST_WRAPS) return undefined;
  const lengths = breaks.map(lengthOf).sort((a, b) => a - b);
  const middle = lengths[lengths.length >> 1] ?? 0;
  const alike = breaks.filter((found) => isCutAt(found, middle)).length;
  return alike * 3 >= breaks.length * 2 ? middle : undefined;
}

/** Whether a line is about as long as a width. */
export function isCutAt(found: ParagraphBreak, width: number): boolean {
  return Math.abs(lengthOf(found) - width) <= WRAP_TOLERANCE;
}

function lengthOf({ line }: ParagraphBreak): number {
  return line.end - line.start;
}

/** Whether the two lines are surely one sentence: the second is no item of a list, and the first has no end. */
export function isSureBreak({ before, after }: ParagraphBreak): boolean {
  if (BEGINS_ITEM.test(after)) return false;
  if (GOES_ON.test(after) || STOPS_IN_MID.test(before)) return true;
  return !BEGINS_ANEW.test(after) && /[\u4e00-\u9fff\d%A-Za-z]$/u.test(before);
}
