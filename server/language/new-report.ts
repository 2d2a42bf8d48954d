import type { AgencyKind } from '../report/report.js';
import { isReportYear, isUsableAgency } from '../report/new-report-options.js';
import { agencyKindOf } from '../report/agency.js';
import { BLANK, reportSkeleton } from '../report/skeleton.js';
import { toSnippet } from './snippets.js';

/** What a new report is made of. */
export interface NewReportOptions {
  readonly agency: string;
  /** Absent: read from the name. */
  readonly kind?: AgencyKind;
  readonly year: number;
}

/** A new report. Lines end with `\n`. */
export interface NewReport {
  readonly title: string;
  readonly text: string;
  /** The same in the snippet syntax, a tab stop at every blank. */
  readonly snippet: string;
}

/** The skeleton of a new report; undefined where the agency or the year can be none. */
export function newReport({ agency, kind, year }: NewReportOptions): NewReport | undefined {
  const name = agency.trim();
  if (!isUsableAgency(name) || !isReportYear(year)) return undefined;
  const { text, blanks } = reportSkeleton({ agency: name, kind: kind ?? agencyKindOf(name), year });
  const snippet = toSnippet(
    text,
    blanks.map((span) => ({ span, placeholder: BLANK })),
  );
  return { title: text.slice(0, text.indexOf('\n')), text, snippet };
}
