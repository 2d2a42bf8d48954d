import { markdownSigns } from '../report/markdown.js';
import type { Heading, MarkerStyle, Report } from '../report/report.js';
import { markerLike, renumberEdits } from '../rules/renumber.js';
import type { SourceEdit } from '../rules/rule.js';
import { toChineseNumeral } from '../text/numerals.js';

/** The marker style of the report's level-1 headings; 一、 where it has none. */
export function sectionMarkerStyle(report: Report, exceptLine: number): MarkerStyle {
  return numbered(headings(report, exceptLine))?.marker?.style ?? 'chinese';
}

/**
 * What stands before the words of a new level-1 heading on a line: numbered after the sections above
 * it, written as the report writes its own (一、, 第一部分：, １．, with the blanks that follow).
 * Empty where the report's sections carry no numbers.
 */
export function newSectionMarker(report: Report, line: number): string {
  const others = headings(report, line);
  if (others.length === 0) return `${toChineseNumeral(1)}、`;
  const like = numbered(others);
  return like === undefined ? '' : markerLike(report, like, newNumber(others, line));
}

/** The signs (## ) that a Markdown report puts before its level-1 headings; empty in plain text. */
export function markdownPrefix(report: Report, exceptLine: number): string {
  const sample = headings(report, exceptLine)[0];
  return sample === undefined ? '' : markdownSigns(report.source, sample);
}

/**
 * Moves the numbers of the sections below a new one on by one, as far as they count without a gap
 * from the number that the new one takes.
 *
 * @returns edits of the numerals, in order; none where the number is free.
 */
export function renumberBelow(report: Report, line: number): readonly SourceEdit[] {
  const others = headings(report, line);
  const style = sectionMarkerStyle(report, line);
  const first = newNumber(others, line);
  const below = others.filter((heading) => heading.line > line && heading.marker !== undefined);
  const end = below.findIndex(({ marker }, index) => marker?.style !== style || marker.value !== first + index);
  return renumberEdits(report, end === -1 ? below : below.slice(0, end), first + 1);
}

function headings(report: Report, exceptLine: number): readonly Heading[] {
  return report.sections.map(({ heading }) => heading).filter(({ line }) => line !== exceptLine);
}

function newNumber(others: readonly Heading[], line: number): number {
  return others.filter((heading) => heading.line < line).length + 1;
}

function numbered(others: readonly Heading[]): Heading | undefined {
  return others.find(({ marker }) => marker !== undefined);
}
