import { endsSentence, type Line } from './lines.js';
import { type LineMarker, readMarker } from './markers.js';
import type { SectionKind } from './report.js';

/** A line that may be a heading, before it has its place in the tree. */
export interface HeadingCandidate {
  readonly line: Line;
  /** Further lines of a heading that a hard wrap cut. */
  readonly wrapped?: readonly Line[];
  readonly marker: LineMarker | undefined;
  readonly textStart: number;
  readonly textEnd: number;
  readonly ownLine: boolean;
  /** Words of a mandated section on an unnumbered line of its own. */
  readonly unnumberedKinds: readonly SectionKind[];
}

/** Longest unnumbered line, in characters, that is a heading. */
export const LONGEST_UNNUMBERED = 60;

/** Longest unnumbered line, in characters, that is a heading without naming a mandated section. */
export const LONGEST_PLAIN_HEADING = 30;

/** Widths, in characters, at which files are wrapped by hard line ends. */
const NARROWEST_WRAP = 20;
const WIDEST_WRAP = 60;

/**
 * Width at which a file is wrapped by hard line ends; undefined where its paragraphs are whole lines.
 * Wrapped lines that end in mid sentence are nearly all of one length; numbered headings on lines of their own may be so by chance.
 */
export function hardWrapWidth(lines: readonly Line[]): number | undefined {
  const unfinished = lines
    .map(({ text }) => (endsSentence(text) || readMarker(text) !== undefined ? 0 : text.length))
    .filter((length) => length >= NARROWEST_WRAP && length <= WIDEST_WRAP);
  const width = unfinished.sort((a, b) => a - b)[Math.floor(unfinished.length / 2)];
  if (width === undefined || unfinished.length < 8) return undefined;
  const alike = unfinished.filter((length) => Math.abs(length - width) <= 2).length;
  return alike >= 0.7 * unfinished.length ? width : undefined;
}

/** The heading's words as they stand, its lines joined where it is wrapped. */
export function textOf({ line, wrapped, textStart, textEnd }: HeadingCandidate): string {
  const first = line.text.slice(textStart - line.start, textEnd - line.start);
  return first + (wrapped ?? []).map(({ text }) => text).join('');
}
