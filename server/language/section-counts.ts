import type { Finding } from '../check/finding.js';
import type { Report, Section } from '../report/report.js';
import { countLeading } from '../text/count-leading.js';

/** The number of figures in the running text of each section. */
export function figuresBySection({ paragraphs }: Report): ReadonlyMap<Section, number> {
  const counts = new Map<Section, number>();
  for (const { section, role, figures } of paragraphs) {
    if (section !== undefined && role === 'body') counts.set(section, (counts.get(section) ?? 0) + figures.length);
  }
  return counts;
}

/** The findings of each section, its heading included; `findings` and result are in the order of the text. */
export function findingsBySection({ sections }: Report, findings: readonly Finding[]): ReadonlyMap<Section, readonly Finding[]> {
  const bySection = new Map<Section, Finding[]>();
  for (const finding of findings) {
    const next = countLeading(sections.length, (index) => (sections[index]?.span.start ?? 0) <= finding.span.start);
    const section = sections[next - 1];
    if (section === undefined || finding.span.start >= section.span.end) continue;
    const others = bySection.get(section);
    if (others === undefined) bySection.set(section, [finding]);
    else others.push(finding);
  }
  return bySection;
}
