import type { HeadingCandidate } from './heading-candidates.js';
import { beginsWithOneOf } from './line-forms.js';
import { MARKER_STYLES } from './markers.js';
import type { Project } from './project.js';
import type { MarkerStyle, SectionKind } from './report.js';

/** Which unnumbered lines are headings, and the level of every candidate. */
export interface HeadingLevels {
  /** Unnumbered lines that are headings, in order. */
  readonly unnumbered: readonly HeadingCandidate[];
  /** Level of a candidate, from 1. */
  readonly levelOf: (candidate: HeadingCandidate) => number;
}

/**
 * Decides which level each marker style has in this file and which unnumbered lines are headings.
 * The highest style that the file uses is level 1; unnumbered lines are level 1 where they, and not the
 * numbered headings, name the mandated sections.
 */
export function chooseLevels(
  numbered: readonly HeadingCandidate[],
  unnumbered: readonly HeadingCandidate[],
  year: number | undefined,
  own: Project['headings'],
): HeadingLevels {
  const styles = stylesOf(numbered);
  const top = styles[0];
  const topNumbers = numbered.filter(({ marker }) => marker?.style === top);
  const topKinds = new Set<SectionKind>();
  for (const { words } of topNumbers) for (const kind of words.kinds(year, own)) topKinds.add(kind);
  const named = unnumbered.filter(({ unnumberedKinds }) => unnumberedKinds.length > 0);
  const namedKinds = new Set(named.flatMap(({ unnumberedKinds }) => unnumberedKinds));
  const restarts = topNumbers.filter(({ marker }) => marker?.value === 1).length;
  const isUnnumberedLayout =
    named.length >= 2 &&
    namedKinds.size >= 2 &&
    namedKinds.size > topKinds.size &&
    ((top !== 'chinese' && top !== 'part') || restarts >= 2 || topNumbers.length < named.length) &&
    [...namedKinds].filter((kind) => topKinds.has(kind)).length <= 1;
  if (top === undefined || isUnnumberedLayout) return unnumberedLevels(unnumbered, named, styles);
  // Among numbered headings an unnumbered line is one only where it names a kind that none of them names.
  const hasFifthItem = numbered.some(isFifthItem);
  const missing = new Set(MAIN_STYLES.has(top) ? firstOfEachKind(named, topKinds) : []);
  return {
    unnumbered: unnumbered.filter(
      (candidate) => missing.has(candidate) || (!hasFifthItem && MAIN_STYLES.has(top) && isFifthItem(candidate)),
    ),
    levelOf: (candidate) => (candidate.marker === undefined ? 1 : 1 + styles.indexOf(candidate.marker.style)),
  };
}

/** Styles that number sections; the others number lists in running text. */
const MAIN_STYLES: ReadonlySet<MarkerStyle> = new Set<MarkerStyle>(['part', 'chinese', 'chinese-parenthesis', 'arabic']);

/** 其他需要报告的情况: the regulation's fifth item, which is not mandated. */
const FIFTH_ITEM = /^其[他它](?:需要|应当)?(?:报告|说明)的(?:情况|事项|工作)$/u;

function isFifthItem({ words }: HeadingCandidate): boolean {
  return beginsWithOneOf(words.whole, '其') && FIFTH_ITEM.test(words.whole);
}

/** The marker styles that a file uses, from the highest. */
function stylesOf(numbered: readonly HeadingCandidate[]): MarkerStyle[] {
  const used = new Set<MarkerStyle | undefined>();
  for (const { marker } of numbered) used.add(marker?.style);
  return MARKER_STYLES.filter((style) => used.has(style));
}

/** Levels of a file whose sections carry no numbers. */
function unnumberedLevels(
  unnumbered: readonly HeadingCandidate[],
  named: readonly HeadingCandidate[],
  styles: readonly MarkerStyle[],
): HeadingLevels {
  const markdownTop = unnumbered.reduce(
    (top, { line }) => (line.markdownLevel > 0 ? Math.min(top, line.markdownLevel) : top),
    Number.POSITIVE_INFINITY,
  );
  const hasMarkdown = Number.isFinite(markdownTop);
  if (named.length === 0 && !hasMarkdown)
    return { unnumbered: [], levelOf: ({ marker }) => 1 + styles.indexOf(marker?.style ?? 'chinese') };
  const hasMeasures = named.some(({ unnumberedKinds }) => unnumberedKinds.includes('measures'));
  const sections = new Set(sectionHeadings(named));
  const firstNamed = named[0]?.line.start ?? 0;
  const isTop = (candidate: HeadingCandidate): boolean =>
    sections.has(candidate) ||
    candidate.line.markdownLevel === markdownTop ||
    isFifthItem(candidate) ||
    // Before the first named section plain headings are themes that stand for measures.
    (!hasMeasures && candidate.unnumberedKinds.length === 0 && candidate.line.start < firstNamed);
  return {
    unnumbered,
    levelOf: (candidate) => (candidate.marker === undefined ? (isTop(candidate) ? 1 : 2) : 3 + styles.indexOf(candidate.marker.style)),
  };
}

/** Headings that open a section: one that repeats the kinds of the section that it stands in is a part of it. */
function sectionHeadings(named: readonly HeadingCandidate[]): HeadingCandidate[] {
  let current = '';
  return named.filter(({ unnumberedKinds }) => {
    const kinds = unnumberedKinds.join();
    const isPart = kinds === current || current.split(',').includes(kinds);
    if (!isPart) current = kinds;
    return !isPart;
  });
}

/** The first candidate of each kind that is not taken yet. */
function firstOfEachKind(candidates: readonly HeadingCandidate[], taken: ReadonlySet<SectionKind>): HeadingCandidate[] {
  const seen = new Set(taken);
  return candidates.filter(({ unnumberedKinds }) => {
    const fresh = unnumberedKinds.filter((kind) => !seen.has(kind));
    for (const kind of fresh) seen.add(kind);
    return fresh.length > 0;
  });
}
