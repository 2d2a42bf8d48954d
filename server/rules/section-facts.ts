import { isListStyle } from '../report/markers.js';
import { MANDATED_SECTIONS } from '../knowledge/mandated-sections.js';
import { holdsFigure } from '../report/figures.js';
import type { Heading, Paragraph, ParagraphContent, Report, Section, SectionKind } from '../report/report.js';
import type { Span } from '../text/span.js';
import { countCharacters } from '../text/characters.js';
import type { LocalizedText } from './rule.js';

/** Mandated kinds in the regulation's order. */
export const SECTION_KINDS: readonly SectionKind[] = MANDATED_SECTIONS.map(({ kind }) => kind);

/** Shortest mandated section, in 字, that is not called thin. */
export const THIN_SECTION = 60;

/** A sub-heading of more characters than this says something by itself. */
const LONGEST_BARE_HEADING = 40;

/** Short name of a mandated section: 主要举措和成效. */
export function sectionName(kind: SectionKind): LocalizedText {
  return MANDATED_SECTIONS.find((section) => section.kind === kind)?.name ?? { 'zh-CN': kind, en: kind };
}

/** Sections that satisfy a kind. */
export function sectionsOfKind(report: Report, kind: SectionKind): readonly Section[] {
  return report.sections.filter(({ kinds }) => kinds.includes(kind));
}

/** Whether any section satisfies a kind. */
export function hasSectionOfKind({ sections }: Report, kind: SectionKind): boolean {
  return sections.some(({ kinds }) => kinds.includes(kind));
}

/** The first heading below level 1 that names a kind. */
export function embeddedHeading(report: Report, kind: SectionKind): Heading | undefined {
  return report.allHeadings.find((heading) => heading.level > 1 && heading.kinds.includes(kind));
}

/** Whether any heading at or below one, or any paragraph of running text below it, passes a test. */
export function someTextBelow(heading: Heading, test: (paragraph: Paragraph) => boolean): boolean {
  return heading.paragraphs.some(test) || heading.children.some((child) => someTextBelow(child, test));
}

/**
 * Length in 字 of the running text below a heading. Run-in headings count without their own words;
 * sub-headings that are items rather than headings (（一）法治意识有待提高。) count as text.
 */
export function textLengthBelow(report: Report, heading: Heading): number {
  const { text } = report.source;
  // 四、2025年工作打算： introduces its items, whatever they look like.
  const introduces = /[：:]/u.test(text.charAt(heading.textSpan.end));
  let length = heading.ownLine || heading.isSentence ? 0 : -countCharacters(text, heading.span.start, heading.span.end);
  for (const paragraph of heading.paragraphs) length += paragraph.fact(lengthOf);
  for (const child of heading.children) {
    length += textLengthBelow(report, child);
    const isItem =
      introduces ||
      (child.marker !== undefined && isListStyle(child.marker.style) && /\d|，/u.test(child.text)) ||
      child.text.length > LONGEST_BARE_HEADING ||
      /[。；！]/u.test(text.charAt(child.textSpan.end));
    if (child.ownLine && !child.isSentence && isItem) length += countCharacters(text, child.span.start, child.span.end);
  }
  return length;
}

/** A fact of a paragraph: its length in 字. */
function lengthOf({ text }: ParagraphContent): number {
  return countCharacters(text);
}

/** A fact of a paragraph: whether it holds a figure. */
export function hasFigure({ text }: ParagraphContent): boolean {
  return holdsFigure(text);
}

/** Whether a mandated section holds nothing at all; `empty-section` speaks for it. */
export function isEmptySection(report: Report, section: Section): boolean {
  return textLengthBelow(report, section.heading) === 0;
}

/** Whether a mandated section is so short that `thin-section` speaks for it. */
export function isThinSection(report: Report, section: Section): boolean {
  return (
    section.kinds.length > 0 &&
    !section.themed &&
    section.characters < THIN_SECTION &&
    !isEmptySection(report, section) &&
    !hasBlank(section.heading)
  );
}

/** Whether blanks of an outline are still to be filled below a heading; `placeholder` speaks for them. */
export function hasBlank(heading: Heading): boolean {
  return someTextBelow(heading, holdsBlank);
}

function holdsBlank({ text }: ParagraphContent): boolean {
  return (text.includes('_') || text.includes('＿')) && /[_＿]{2,}/u.test(text);
}

/** The title's last line, or the first line that holds something, or the start of the text. */
export function titleAnchor(report: Report): Span {
  const last = report.title?.lines.at(-1);
  if (last !== undefined) return last;
  const first = report.paragraphs[0]?.pieces[0];
  return first ?? { start: 0, end: 0 };
}
