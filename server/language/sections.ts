import { MANDATED_SECTIONS, type MandatedSection } from '../knowledge/mandated-sections.js';
import type { Heading, Report, SectionKind } from '../report/report.js';
import type { Locale } from '../rules/rule.js';

/** How a report carries a mandated section. */
export type PresenceState =
  /** A level-1 section of its own. */
  | 'present'
  /** A level-1 section that stands for another kind as well. */
  | 'merged'
  /** Only a heading of a lower level inside another section. */
  | 'embedded'
  /** No heading at all. */
  | 'missing';

/** One mandated section and where the report has it. */
export interface SectionPresence {
  readonly section: MandatedSection;
  readonly state: PresenceState;
  /** Absent exactly where `state` is `missing`. */
  readonly heading: Heading | undefined;
}

/**
 * The four mandated sections, in the regulation's order, with their state in the report.
 *
 * @param exceptLine a line (from 0) whose heading does not count, because the writer is typing it.
 */
export function sectionPresence(report: Report, exceptLine?: number): readonly SectionPresence[] {
  return MANDATED_SECTIONS.map((section) => presenceOf(report, section, exceptLine));
}

/** The names of some kinds, in the regulation's order, joined by 、 or a comma. */
export function kindNames(kinds: readonly SectionKind[], locale: Locale): string {
  return MANDATED_SECTIONS.filter(({ kind }) => kinds.includes(kind))
    .map(({ name }) => name[locale])
    .join(locale === 'en' ? ', ' : '、');
}

function presenceOf(report: Report, section: MandatedSection, exceptLine: number | undefined): SectionPresence {
  const own = report.sections.filter(({ heading, kinds }) => heading.line !== exceptLine && kinds.includes(section.kind));
  const best = own.find(({ kinds }) => kinds.length === 1) ?? own[0];
  if (best !== undefined) {
    return { section, state: best.kinds.length === 1 ? 'present' : 'merged', heading: best.heading };
  }
  const embedded = report.allHeadings.find(({ line, kinds }) => line !== exceptLine && kinds.includes(section.kind));
  return { section, state: embedded === undefined ? 'missing' : 'embedded', heading: embedded };
}
