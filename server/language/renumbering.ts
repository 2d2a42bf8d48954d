import { RevisedText } from '../check/revised-text.js';
import { parseReport } from '../report/parse-report.js';
import type { Report } from '../report/report.js';
import { headingNumberMissing } from '../rules/heading-number-missing.js';
import { headingSequence } from '../rules/heading-sequence.js';
import type { ReportRule, SourceEdit } from '../rules/rule.js';
import { SourceText } from '../text/source-text.js';
import { touches } from '../text/span.js';

/** A list that is put right may show the next one to be wrong; real reports need two rounds. */
const MOST_ROUNDS = 20;

/** What puts the numbers of headings into order, the rule that adds missing ones first. */
const RULES: readonly ReportRule[] = Object.freeze([headingNumberMissing, headingSequence]);

/**
 * The edits that number all headings of a report in order, each level in the report's own writing. Whoever asks for it wants it
 * whole: unlike “fix all” it also numbers on where a second 一、 might have been meant as a list of its own.
 *
 * @returns edits of the untouched text, one a number, in order; none where all numbers are in order.
 */
export function renumberHeadings(report: Report): readonly SourceEdit[] {
  const revised = new RevisedText(report.source.text);
  let current = report;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = nextEdits(current);
    if (edits.length === 0) break;
    revised.apply(edits);
    current = parseReport(new SourceText(revised.text), report.project);
  }
  return revised.edits();
}

/** The first renumbering that a rule offers, with those that have nothing to do with it. */
function nextEdits(report: Report): readonly SourceEdit[] {
  const seen = new Set<readonly SourceEdit[]>();
  const taken: SourceEdit[] = [];
  for (const rule of RULES) {
    for (const { fixes = [] } of rule.check(report, report.paragraphs)) {
      const edits = fixes[0]?.edits ?? [];
      if (seen.has(edits)) continue;
      seen.add(edits);
      if (!edits.some((edit) => taken.some((other) => touches(edit.span, other.span)))) taken.push(...edits);
    }
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}
