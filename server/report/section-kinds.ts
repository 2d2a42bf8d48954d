import {
  DUTIES_HEADINGS,
  type HeadingPatterns,
  MEASURES_BESIDE_OTHERS,
  MEASURES_HEADINGS,
  PLAN_HEADINGS,
  SHORTCOMINGS_HEADINGS,
} from '../knowledge/heading-patterns.js';
import { foldForMatching } from './fold.js';
import type { Project } from './project.js';
import type { SectionKind } from './report.js';
import { readYears } from './years.js';

/** Longest heading that is looked at; what stands beyond is text. */
const LONGEST_HEADING = 120;

/** A heading as the patterns want it: folded, without blanks and quoted names of documents. */
export function compactHeading(text: string): string {
  return foldForMatching(text.slice(0, LONGEST_HEADING))
    .replace(/\s+/gu, '')
    .replace(/《[^《》]{0,120}》/gu, '');
}

/**
 * The mandated kinds that a heading names. Duties, shortcomings and plan may add up;
 * measures counts where none of them is named, or where its words stand clearly before them.
 *
 * @param text the heading without its number.
 * @param year Y where it is known: 2025年重点工作 is a plan only after it.
 * @param own words by which the user's project names the kinds, beside the built-in ones.
 */
export function kindsOfHeading(text: string, year: number | undefined, own: Project['headings'] = {}): SectionKind[] {
  const heading = compactHeading(text);
  const known = builtInKinds(heading, year);
  return KINDS.filter((kind) => known.includes(kind) || own[kind]?.some((words) => heading.includes(compactHeading(words))) === true);
}

/** In the order in which a heading's kinds are told. */
const KINDS: readonly SectionKind[] = Object.freeze(['measures', 'shortcomings', 'duties', 'plan']);

function builtInKinds(heading: string, year: number | undefined): SectionKind[] {
  const kinds = kindsBelowMeasures(heading, year, true);
  if (kinds.length === 0) return matches(MEASURES_HEADINGS, heading, true) ? ['measures'] : [];
  if (MEASURES_BESIDE_OTHERS.test(heading)) return ['measures', ...kinds];
  return kinds;
}

/** Duties, shortcomings and plan only: what a heading below level 1 is asked for. */
export function kindsOfSubheading(text: string, year: number | undefined): SectionKind[] {
  return kindsBelowMeasures(compactHeading(text), year, false);
}

function kindsBelowMeasures(heading: string, year: number | undefined, isTop: boolean): SectionKind[] {
  const kinds: SectionKind[] = [];
  if (matches(SHORTCOMINGS_HEADINGS, heading, isTop)) kinds.push('shortcomings');
  if (matches(DUTIES_HEADINGS, heading, isTop)) kinds.push('duties');
  if (matches(PLAN_HEADINGS, heading, true) || namesNextYear(heading, kinds, year)) kinds.push('plan');
  return kinds;
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
