import type { Heading, Paragraph, Report, Section } from '../../server/report/report.js';

/** All that a report says, as plain data: what refers to a heading, a section or a paragraph refers to its index. */
export function shapeOf(report: Report): object {
  const { allHeadings, sections, paragraphs } = report;
  const headingAt = new Map(allHeadings.map((heading, index) => [heading, index]));
  const sectionAt = new Map(sections.map((section, index) => [section, index]));
  const paragraphAt = new Map(paragraphs.map((paragraph, index) => [paragraph, index]));
  const of = <T>(indexes: ReadonlyMap<T, number>, value: T | undefined): number | undefined =>
    value === undefined ? undefined : (indexes.get(value) ?? Number.NaN);
  return {
    ...report,
    source: report.source.text,
    headings: report.headings.map((heading) => of(headingAt, heading)),
    allHeadings: allHeadings.map((heading: Heading) => ({
      level: heading.level,
      marker: heading.marker,
      span: heading.span,
      text: heading.text,
      textSpan: heading.textSpan,
      line: heading.line,
      ownLine: heading.ownLine,
      isSentence: heading.isSentence,
      kinds: heading.kinds,
      content: heading.content,
      parent: of(headingAt, heading.parent),
      children: heading.children.map((child) => of(headingAt, child)),
      paragraphs: heading.paragraphs.map((paragraph) => of(paragraphAt, paragraph)),
    })),
    sections: sections.map((section: Section) => ({ ...section, heading: of(headingAt, section.heading) })),
    paragraphs: paragraphs.map((paragraph: Paragraph) => ({
      role: paragraph.role,
      text: paragraph.text,
      content: [paragraph.content.role, paragraph.content.text],
      pieces: paragraph.pieces,
      heading: of(headingAt, paragraph.heading),
      section: of(sectionAt, paragraph.section),
      places: [0, paragraph.text.length >> 1].map((start) => paragraph.toSource({ start, end: paragraph.text.length })),
    })),
    enumerations: report.enumerations.map(({ items, wrong, isAlone }) => ({
      items: items.map((item) => ({ ...item, paragraph: of(paragraphAt, item.paragraph) })),
      wrong,
      isAlone,
    })),
  };
}
