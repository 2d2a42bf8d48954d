import type { Position } from 'vscode-languageserver-types';
import type { Heading, Report } from '../../report/report.js';
import type { SkeletonOptions } from '../../report/skeleton.js';
import type { Span } from '../../text/span.js';
import { UNKNOWN_AGENCY, UNKNOWN_YEAR } from './items.js';

/** Where somebody writes. */
export interface WritingPlace {
  readonly report: Report;
  /** Offset of the caret. */
  readonly caret: number;
  /** From 0. */
  readonly line: number;
  /** The line of the caret without its line end. */
  readonly lineSpan: Span;
  /** What stands on the line before the caret, and behind it. */
  readonly before: string;
  readonly after: string;
  /** The nearest heading above the line. */
  readonly above: Heading | undefined;
}

/** More than this on a line is prose; what stands further away from the caret is not looked at. */
const LONGEST_LOOK = 120;

/** Reads the surroundings of a caret; the text outside its line is not looked at. */
export function placeAt(report: Report, position: Position): WritingPlace {
  const { source } = report;
  const caret = source.offsetAt(position);
  const line = source.lineAt(caret);
  const lineSpan = source.lineSpan(line);
  return {
    report,
    caret,
    line,
    lineSpan,
    before: source.text.slice(Math.max(lineSpan.start, caret - LONGEST_LOOK), caret),
    after: source.text.slice(caret, Math.min(lineSpan.end, caret + LONGEST_LOOK)),
    above: headingAbove(report, line),
  };
}

/** Whether nothing but blanks stands on the line. */
export function isEmptyLine({ before, after }: WritingPlace): boolean {
  return before.trim() === '' && after.trim() === '';
}

/** Whether nothing but blanks stands in front of the caret. */
export function isLineStart({ lineSpan, caret, before }: WritingPlace): boolean {
  return caret - lineSpan.start <= LONGEST_LOOK && before.trim() === '';
}

/** Agency and year of the report, or signs that are replaced by tab stops where no other line names them. */
export function skeletonOptionsFor(report: Report, line: number): SkeletonOptions {
  const { agency, year, source } = report;
  const known = agency !== undefined && (agency.from === 'project' || source.lineAt(agency.span.start) !== line) ? agency : undefined;
  return {
    agency: known?.name ?? UNKNOWN_AGENCY,
    kind: known?.kind ?? 'other',
    year: year !== undefined && source.lineAt(year.span.start) !== line ? year.value : UNKNOWN_YEAR,
  };
}

function headingAbove({ allHeadings }: Report, line: number): Heading | undefined {
  return allHeadings.findLast((heading) => heading.line < line);
}
