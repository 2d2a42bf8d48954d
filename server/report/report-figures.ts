import type { Figure } from './figures.js';
import type { Paragraph, ParagraphRole, Report } from './report.js';

/** A figure and the paragraph that holds it; its spans are offsets into the paragraph's text. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly paragraph: Paragraph;
}

/** Every figure of the report proper, in order: what stands in title, addressee, sign-off, attachments and page furniture is none. */
export function reportFigures(report: Report): readonly PlacedFigure[] {
  return report.paragraphs
    .filter(({ role }) => isReportProper(role))
    .flatMap((paragraph) => paragraph.figures.map((figure) => ({ figure, paragraph })));
}

function isReportProper(role: ParagraphRole): boolean {
  return role === 'body' || role === 'heading' || role === 'opening';
}
