import type { Finding } from '../check/finding.js';
import type { Report, Section } from '../report/report.js';

/** What a section comes to in numbers. */
export interface SectionCounts {
  /** 字 of its text: no blanks, no punctuation. */
  readonly characters: number;
  /** Quantities named in its running text. */
  readonly figures: number;
  readonly findings: number;
}

/** Counts characters, figures and findings of every section at once. */
export function countSections(report: Report, findings: readonly Finding[]): ReadonlyMap<Section, SectionCounts> {
  const figures = new Map<Section, number>();
  for (const { section, role, content } of report.paragraphs) {
    if (section !== undefined && role === 'body') figures.set(section, (figures.get(section) ?? 0) + content.figures.length);
  }
  return new Map(
    report.sections.map((section) => [
      section,
      { characters: section.characters, figures: figures.get(section) ?? 0, findings: findingsIn(section, findings).length },
    ]),
  );
}

/** The findings that begin in a section. */
export function findingsIn({ span }: Section, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => span.start <= finding.span.start && finding.span.start < span.end);
}
