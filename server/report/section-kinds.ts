import {
  DUTIES_HEADINGS,
  type HeadingPatterns,
  MEASURES_BESIDE_OTHERS,
  MEASURES_HEADINGS,
  PLAN_HEADINGS,
  SHORTCOMINGS_HEADINGS,
} from '../knowledge/heading-patterns.js';
import {
  BLANK,
  classesIn,
  DUTIES_CHARACTER,
  FOLDED,
  MEASURES_CHARACTER,
  PLAN_CHARACTER,
  SHORTCOMINGS_CHARACTER,
  TITLE_MARK,
  YEAR_BEGINNING,
} from './character-classes.js';
import { foldForMatching } from './fold.js';
import { NO_PROJECT, type Project } from './project.js';
import type { SectionKind } from './report.js';
import { readYears } from './years.js';

/** Longest heading that is looked at; what stands beyond is text. */
const LONGEST_HEADING = 120;

/** A heading as the patterns want it: folded, without blanks and quoted names of documents. */
export function compactHeading(text: string): string {
  const head = text.slice(0, LONGEST_HEADING);
  const classes = classesIn(head);
  const folded = (classes & FOLDED) === 0 ? head : foldForMatching(head);
  const bare = (classes & BLANK) === 0 ? folded : folded.replace(/\s+/gu, '');
  return (classes & TITLE_MARK) === 0 ? bare : bare.replace(/《[^《》]{0,120}》/gu, '');
}

/**
 * The mandated kinds that a heading names. Duties, shortcomings and plan may add up;
 * measures counts where none of them is named, or where its words stand clearly before them.
 *
 * @param text the heading without its number.
 * @param year Y where it is known: 2025年重点工作 is a plan only after it.
 * @param own words by which the user's project names the kinds, beside the built-in ones.
 */
export function kindsOfHeading(
  text: string,
  year: number | undefined,
  own: Project['headings'] = NO_PROJECT.headings,
): readonly SectionKind[] {
  const heading = compactHeading(text);
  const known = builtInKinds(heading, year);
  if (own === NO_PROJECT.headings) return known;
  return KINDS.filter((kind) => known.includes(kind) || own[kind]?.some((words) => heading.includes(compactHeading(words))) === true);
}

/** In the order in which a heading's kinds are told. */
const KINDS: readonly SectionKind[] = Object.freeze(['measures', 'shortcomings', 'duties', 'plan']);

function builtInKinds(heading: string, year: number | undefined): readonly SectionKind[] {
  const classes = classesIn(heading);
  const kinds = kindsBelowMeasures(heading, classes, year, true);
  if (kinds.length === 0) return (classes & MEASURES_CHARACTER) !== 0 && matches(MEASURES_HEADINGS, heading, true) ? ONLY_MEASURES : NONE;
  if (MEASURES_BESIDE_OTHERS.test(heading)) return KINDS.filter((kind) => kind === 'measures' || kinds.includes(kind));
  return kinds;
}

const NONE: readonly SectionKind[] = Object.freeze([]);
const ONLY_MEASURES: readonly SectionKind[] = Object.freeze<SectionKind[]>(['measures']);

/** Duties, shortcomings and plan only: what a heading below level 1 is asked for. */
export function kindsOfSubheading(text: string, year: number | undefined): readonly SectionKind[] {
  const heading = compactHeading(text);
  return kindsBelowMeasures(heading, classesIn(heading), year, false);
}

/** In the order of `KINDS`. */
function kindsBelowMeasures(heading: string, classes: number, year: number | undefined, isTop: boolean): readonly SectionKind[] {
  const kinds: SectionKind[] = [];
  if ((classes & SHORTCOMINGS_CHARACTER) !== 0 && matches(SHORTCOMINGS_HEADINGS, heading, isTop)) kinds.push('shortcomings');
  if ((classes & DUTIES_CHARACTER) !== 0 && matches(DUTIES_HEADINGS, heading, isTop)) kinds.push('duties');
  const isPlan =
    ((classes & PLAN_CHARACTER) !== 0 && matches(PLAN_HEADINGS, heading, true)) ||
    ((classes & YEAR_BEGINNING) !== 0 && namesNextYear(heading, kinds, year));
  if (isPlan) kinds.push('plan');
  return kinds.length === 0 ? NONE : kinds;
}

/** 2025年重点工作: a heading that names the year after Y, and no earlier one, tells of what is to come. */
function namesNextYear(heading: string, kinds: readonly SectionKind[], year: number | undefined): boolean {
  if (kinds.length > 0) {
    const second = /(?:以及|及|和|与|、)((?:20\d\d|二〇..)年.*)$/u.exec(heading)?.[1];
    return second !== undefined && kinds.includes('shortcomings') && namesNextYear(second, [], year);
  }
  if (year === undefined || /情况|成效|反馈|整改|总结|《/u.test(heading)) return false;
  const years = readYears(heading).filter(({ hasSuffix, usage }) => hasSuffix && usage === 'plain');
  return years.length > 0 && years.every(({ value }) => value > year);
}

function matches({ patterns, topLevelOnly, not }: HeadingPatterns, heading: string, isTop: boolean): boolean {
  const all = isTop && topLevelOnly !== undefined ? [...patterns, ...topLevelOnly] : patterns;
  return all.some((pattern) => pattern.test(heading)) && not?.some((pattern) => pattern.test(heading)) !== true;
}
