import type { HeadingWords } from './heading-words.js';
import { endsSentence } from './line-forms.js';
import type { Line } from './lines.js';
import type { LineMarker } from './markers.js';
import type { SectionKind } from './report.js';

/** A line that may be a heading, before it has its place in the tree. */
export interface HeadingCandidate {
  readonly line: Line;
  /** Index of the line among those that headings are looked for in. */
  readonly at: number;
  /** Further lines of a heading that a hard wrap cut. */
  readonly wrapped: readonly Line[];
  readonly marker: LineMarker | undefined;
  readonly words: HeadingWords;
  readonly textStart: number;
  readonly textEnd: number;
  readonly ownLine: boolean;
  /** Words of a mandated section on an unnumbered line of its own. */
  readonly unnumberedKinds: readonly SectionKind[];
}

/** A heading that is not wrapped; a candidate that names no kind. */
export const NONE: readonly never[] = Object.freeze([]);

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
  const counts: number[] = new Array<number>(WIDEST_WRAP + 1).fill(0);
  let unfinished = 0;
  for (const { content } of lines) {
    const { length } = content.text;
    if (length < NARROWEST_WRAP || length > WIDEST_WRAP || endsSentence(content.text) || content.marker !== undefined) continue;
    counts[length] = (counts[length] ?? 0) + 1;
    unfinished++;
  }
  if (unfinished < 8) return undefined;
  let width = NARROWEST_WRAP;
  for (let passed = counts[width] ?? 0; passed <= Math.floor(unfinished / 2); passed += counts[width] ?? 0) width++;
  let alike = 0;
  for (let length = width - 2; length <= width + 2; length++) alike += counts[length] ?? 0;
  return alike >= 0.7 * unfinished ? width : undefined;
}
