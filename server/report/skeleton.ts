import { REPORT_SKELETON, SECTION_SKELETONS } from '../knowledge/skeletons.js';
import type { Span } from '../text/span.js';
import { toChineseNumeral } from '../text/numerals.js';
import type { AgencyKind, SectionKind } from './report.js';

/** What a skeleton is filled with. */
export interface SkeletonOptions {
  /** Absent: a blank stands for it. */
  readonly agency: string | undefined;
  readonly kind: AgencyKind;
  /** The report year Y; absent: blanks stand for it and the next. */
  readonly year: number | undefined;
}

/** A skeleton and the blanks that a writer fills, in order. */
export interface Skeleton {
  readonly text: string;
  /** Spans of the blanks (`____`) in `text`. */
  readonly blanks: readonly Span[];
}

/** What a writer fills; the rule `placeholder` finds it as long as it stands. */
export const BLANK = '____';

/** The whole report: title, opening, the four sections, sign-off; lines end with `\n`. */
export function reportSkeleton(options: SkeletonOptions): Skeleton {
  const sections = SECTION_SKELETONS.map(({ kind }, index) => sectionSkeleton(kind, `${toChineseNumeral(index + 1)}、`, options).text).join(
    '\n',
  );
  return withBlanks(fill(REPORT_SKELETON, options).replace('{sections}', () => sections));
}

/**
 * One mandated section: heading and body, no line end at the end.
 *
 * @param marker the heading's number with its mark (三、), or '' for none.
 */
export function sectionSkeleton(kind: SectionKind, marker: string, options: SkeletonOptions): Skeleton {
  const skeleton = SECTION_SKELETONS.find((candidate) => candidate.kind === kind);
  if (skeleton === undefined) return { text: '', blanks: [] };
  return withBlanks(`${marker}${fill(skeleton.heading, options)}\n${fill(skeleton.body, options)}`);
}

/** The body of a mandated section, without its heading. */
export function sectionBodySkeleton(kind: SectionKind, options: SkeletonOptions): Skeleton {
  const skeleton = SECTION_SKELETONS.find((candidate) => candidate.kind === kind);
  return withBlanks(fill(skeleton?.body ?? '', options));
}

/** A template as the tables of knowledge hold them, filled in. */
export function filledTemplate(template: string, options: SkeletonOptions): Skeleton {
  return withBlanks(fill(template, options));
}

/** How a body of some kind speaks of itself in running text: 我镇, 我局. */
function selfReference(kind: AgencyKind): string {
  const words: Readonly<Record<AgencyKind, string>> = {
    town: '我镇',
    township: '我乡',
    subdistrict: '我街道',
    county: '我县',
    district: '我区',
    city: '我市',
    province: '我省',
    department: '我局',
    zone: '我区',
    other: '我单位',
  };
  return words[kind];
}

/** The body that leads an agency of some kind, and the two who answer for it. */
const LEADERS: Readonly<Record<AgencyKind, readonly [committee: string, heads: string]>> = {
  town: ['镇党委', '镇党委书记、镇长'],
  township: ['乡党委', '乡党委书记、乡长'],
  subdistrict: ['街道党工委', '街道党工委书记、办事处主任'],
  county: ['县委', '县委书记、县长'],
  district: ['区委', '区委书记、区长'],
  city: ['市委', '市委书记、市长'],
  province: ['省委', '省委书记、省长'],
  department: ['局党组', '局党组书记、局长'],
  zone: ['党工委', '党工委书记、管委会主任'],
  other: ['党委（党组）', '党政主要负责人'],
};

function fill(template: string, { agency, kind, year }: SkeletonOptions): string {
  const isOtherDepartment = kind === 'department' && agency?.endsWith('局') !== true;
  const [committee, heads] = LEADERS[isOtherDepartment ? 'other' : kind];
  return template
    .replaceAll('{committee}', committee)
    .replaceAll('{heads}', heads)
    .replaceAll('{agency}', () => agency ?? BLANK)
    .replaceAll('{year}', year === undefined ? BLANK : String(year))
    .replaceAll('{next}', year === undefined ? BLANK : String(year + 1))
    .replaceAll('{self}', selfReference(isOtherDepartment ? 'other' : kind))
    .replaceAll('{blank}', BLANK);
}

function withBlanks(text: string): Skeleton {
  const blanks = [...text.matchAll(/_{4}/gu)].map(({ index }) => ({ start: index, end: index + BLANK.length }));
  return { text, blanks };
}
