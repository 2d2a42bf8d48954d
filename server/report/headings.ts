import { GrowingHeading } from './growing-heading.js';
import { type HeadingCandidate, hardWrapWidth } from './heading-candidates.js';
import { chooseLevels } from './heading-levels.js';
import type { Line } from './lines.js';
import { numberedCandidates } from './numbered-candidates.js';
import type { Project } from './project.js';
import { unnumberedCandidates } from './unnumbered-candidates.js';

/** The heading tree. */
export interface HeadingTree {
  readonly roots: readonly GrowingHeading[];
  /** Every heading in order. */
  readonly all: readonly GrowingHeading[];
}

/**
 * Finds the headings of the text proper and builds their tree.
 *
 * @param lines non-blank lines of the text proper, the title block and the tail left out.
 * @param end offset at which the text proper ends.
 * @param year Y where it is known.
 * @param own words by which the user's project names the mandated kinds.
 */
export function findHeadings(lines: readonly Line[], end: number, year: number | undefined, own: Project['headings']): HeadingTree {
  const wrapWidth = hardWrapWidth(lines);
  const numbered = numberedCandidates(lines, wrapWidth);
  const unnumbered = unnumberedCandidates(lines, numbered, year, wrapWidth, own);
  const levels = chooseLevels(numbered, unnumbered, year, own);
  return buildTree(inOrder(numbered, levels.unnumbered), levels.levelOf, end, { year, own });
}

/** Candidates of two lists, each in order, as one list. */
function inOrder(numbered: readonly HeadingCandidate[], unnumbered: readonly HeadingCandidate[]): readonly HeadingCandidate[] {
  if (unnumbered.length === 0) return numbered;
  const merged: HeadingCandidate[] = [];
  let next = 0;
  for (const candidate of numbered) {
    for (let other = unnumbered[next]; other !== undefined && other.at < candidate.at; other = unnumbered[++next]) merged.push(other);
    merged.push(candidate);
  }
  for (const other of unnumbered.slice(next)) merged.push(other);
  return merged;
}

/** What decides which kinds a heading names: Y, and the project's own words. */
interface Naming {
  readonly year: number | undefined;
  readonly own: Project['headings'];
}

function buildTree(
  candidates: readonly HeadingCandidate[],
  levelOf: (candidate: HeadingCandidate) => number,
  end: number,
  { year, own }: Naming,
): HeadingTree {
  const all: GrowingHeading[] = [];
  const roots: GrowingHeading[] = [];
  const open: GrowingHeading[] = [];
  for (const candidate of candidates) {
    const level = levelOf(candidate);
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()?.close(candidate.line.start);
    const parent = open.at(-1);
    const kinds = level === 1 ? candidate.words.sectionKinds(year, own) : candidate.words.subheadingKinds(year);
    const heading = new GrowingHeading(candidate, level, kinds, parent, end);
    if (parent === undefined) roots.push(heading);
    else parent.addChild(heading);
    all.push(heading);
    open.push(heading);
  }
  return { roots, all };
}
