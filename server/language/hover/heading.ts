import { MANDATED_SECTIONS, type MandatedSection } from '../../knowledge/mandated-sections.js';
import type { Heading, Report, Section } from '../../report/report.js';
import { figuresBySection } from '../section-counts.js';
import { kindNames } from '../sections.js';
import { type HoverOptions, type HoverPart, strong } from './text.js';

/**
 * On the heading of a section: what the regulation wants there, as what the section was recognised,
 * how long it is and how many figures it names. Also on a lower heading that names a mandated kind.
 *
 * @param offset a place in the untouched text.
 */
export function headingPart(report: Report, offset: number, options: HoverOptions): HoverPart | undefined {
  const heading = report.allHeadings.find(({ span }) => span.start <= offset && offset <= span.end);
  if (heading === undefined) return undefined;
  const section = report.sections.find((candidate) => candidate.heading === heading);
  if (section === undefined && heading.kinds.length === 0) return undefined;
  return { span: heading.span, paragraphs: describe(report, heading, section, options) };
}

function describe(report: Report, heading: Heading, section: Section | undefined, options: HoverOptions): readonly string[] {
  const words = WORDS[options.locale];
  const kinds = section?.kinds ?? heading.kinds;
  const paragraphs: string[] = [];
  if (kinds.length === 0) paragraphs.push(words.unnamed);
  else if (section === undefined) paragraphs.push(words.embedded(kindNames(kinds, options.locale)));
  else if (kinds.length > 1) paragraphs.push(words.merged(kindNames(kinds, options.locale)));
  else if (section.themed) paragraphs.push(words.themed);
  for (const mandated of MANDATED_SECTIONS) {
    if (kinds.includes(mandated.kind)) paragraphs.push(...wanted(mandated, options));
  }
  if (section !== undefined) paragraphs.push(words.size(section.characters, figuresBySection(report).get(section) ?? 0));
  return paragraphs;
}

function wanted(section: MandatedSection, options: HoverOptions): readonly string[] {
  const { locale } = options;
  const words = WORDS[locale];
  return [strong(section.name[locale], options), `${words.wording}${section.wording}`, `${words.wants}${section.wants[locale]}`];
}

const WORDS = {
  'zh-CN': {
    unnamed: '这一节没有认作规定要求报告的四项内容中的任何一项。',
    themed: '这一节按专题写，整体算作“主要举措和成效”。',
    merged: (names: string) => `这一节合写了几项内容：${names}。`,
    embedded: (names: string) => `这里写的是“${names}”，但没有单列为一级标题。`,
    wording: '规定的表述：',
    wants: '该写什么：',
    size: (characters: number, figures: number) => `本节 ${characters} 字，${figures} 处数据。`,
  },
  en: {
    unnamed: 'This section was not recognised as any of the four that the regulation wants.',
    themed: 'One of several sections by topic, which together count as measures and results.',
    merged: (names: string) => `One section for several parts: ${names}.`,
    embedded: (names: string) => `This is about “${names}”, but not a section of its own.`,
    wording: 'In the regulation: ',
    wants: 'What to write: ',
    size: (characters: number, figures: number) => `${characters} characters, ${figures} figures.`,
  },
} as const;
