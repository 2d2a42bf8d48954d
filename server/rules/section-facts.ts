import { isListStyle } from '../report/markers.js';
import { MANDATED_SECTIONS } from '../knowledge/mandated-sections.js';
import { DIGIT, IN_NUMERAL, kindAt, MORE, QUOTE } from '../report/figure-characters.js';
import { holdsFigure } from '../report/figures.js';
import type { Heading, Paragraph, ParagraphContent, Report, Section, SectionKind } from '../report/report.js';
import type { Span } from '../text/span.js';
import { countCharacters, isIdeograph } from '../text/characters.js';
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
function textLengthBelow(report: Report, heading: Heading): number {
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

/** Whether any text stands below a heading: its length, read no further than needed. */
export function hasTextBelow(report: Report, heading: Heading): boolean {
  if (heading.ownLine || heading.isSentence) {
    if (heading.paragraphs.some(({ text }) => holdsCharacter(text))) return true;
    if (heading.children.some((child) => hasTextBelow(report, child))) return true;
  }
  return textLengthBelow(report, heading) !== 0;
}

function holdsCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (countCharacters(text, at, at + 1) > 0) return true;
  return false;
}

/** A fact of a paragraph: its length in 字. */
function lengthOf({ text }: ParagraphContent): number {
  return countCharacters(text);
}

/** A fact of a paragraph: whether it holds a figure. */
export function hasFigure({ text }: ParagraphContent): boolean {
  return holdsPlainFigure(text) || holdsFigure(text);
}

/**
 * Whether digits with a measure word stand between Han characters, far from any mark that opens a name or a quotation: nearly
 * every figure does, and is one whatever else stands in the text.
 */
function holdsPlainFigure(text: string): boolean {
  let start = -1;
  /** How far what began with the last opening mark may go. */
  let quoted = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if ((kind & DIGIT) !== 0) {
      if (start < 0) start = at;
      continue;
    }
    if ((kind & QUOTE) !== 0) quoted = at + LONGEST_QUOTATION;
    if (start > quoted && at - start <= LONGEST_PLAIN_NUMBER && PLAIN_MEASURES.includes(text.charAt(at)) && isPlainBefore(text, start))
      return true;
    start = -1;
  }
  return false;
}

/** Longer than what is read as a name or a quotation. */
const LONGEST_QUOTATION = 100;

/** Measure words that are no part of a date or of the name of a class. */
const PLAIN_MEASURES = '件次项场人名份册条户';
/** Longer ones may be years, codes or telephone numbers. */
const LONGEST_PLAIN_NUMBER = 3;

/** 第3次, 12.5次 and 之3次 are other things. */
function isPlainBefore(text: string, start: number): boolean {
  const code = text.charCodeAt(start - 1);
  return isIdeograph(code) && text.charAt(start - 1) !== '第' && (kindAt(text, start - 1) & (IN_NUMERAL | MORE)) === 0;
}

/** Whether a mandated section holds nothing at all; `empty-section` speaks for it. */
export function isEmptySection(report: Report, section: Section): boolean {
  return !hasTextBelow(report, section.heading);
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
