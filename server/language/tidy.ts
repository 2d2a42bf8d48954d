import type { CheckConfiguration } from '../check/configuration.js';
import { fixAll, moved } from '../check/fix.js';
import { RevisedText } from '../check/revised-text.js';
import { severityOf } from '../check/severity.js';
import { parseReport } from '../report/parse-report.js';
import type { Report } from '../report/report.js';
import { brokenParagraph } from '../rules/broken-paragraph.js';
import type { Rule, SourceEdit } from '../rules/rule.js';
import { webResidue } from '../rules/web-residue.js';
import { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import { joints } from './joints.js';
import { pageLines } from './page-lines.js';
import { SAFE_FIX_USES, TIDYING_RULES, type TidyKind } from './safe-fixes.js';
import { wholeParagraphs } from './whole-paragraphs.js';

/** What tidying comes to. */
export interface Tidied {
  readonly text: string;
  /** Edits of the untouched text that give it: non-overlapping, in order. */
  readonly edits: readonly SourceEdit[];
  /** Number of changes by kind; a kind of which there are none is left out. */
  readonly counts: ReadonlyMap<TidyKind, number>;
}

/** What is found when lines are joined may lead to one more join; real texts need two rounds. */
const MOST_ROUNDS = 6;

/**
 * Tidies a text that was pasted from a PDF, from Word or from a page: joins the lines that were broken inside sentences, takes
 * away what the page and Word have left, brings marks, blanks and numbers into order. No word of the report is lost or changed.
 * Rules that are off, and findings that are ignored, count here as well.
 *
 * @param span what to tidy, made wider to whole paragraphs; absent for the whole text.
 */
export function tidy(report: Report, configuration: CheckConfiguration, span?: Span): Tidied {
  const revised = new RevisedText(report.source.text);
  const counts = new Map<TidyKind, number>();
  let within = span === undefined ? undefined : wholeParagraphs(report, span);
  const apply = (edits: readonly SourceEdit[]): void => {
    if (within !== undefined) within = moved(within, edits);
    revised.apply(edits);
  };
  const count = (kind: TidyKind, by: number): void => {
    if (by > 0) counts.set(kind, (counts.get(kind) ?? 0) + by);
  };
  const isInside = ({ span: { start, end } }: SourceEdit): boolean => within === undefined || (start >= within.start && end <= within.end);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = revised.text;
    for (const { kind, find } of STEPS) {
      const edits = find(parseReport(new SourceText(revised.text), configuration.project), configuration).filter(isInside);
      count(kind, edits.length);
      apply(edits);
    }
    const { edits, changes } = fixAll(revised.text, configuration, { rules: TIDYING_RULES, ...(within === undefined ? {} : { within }) });
    for (const [rule, changed] of changes) {
      const kind = SAFE_FIX_USES[rule]?.tidies;
      if (kind !== undefined) count(kind, changed);
    }
    apply(edits);
    if (revised.text === before) break;
  }
  const edits = revised.edits();
  return { text: revised.text, edits, counts: edits.length === 0 ? new Map() : counts };
}

interface Step {
  readonly kind: TidyKind;
  readonly find: (report: Report, configuration: CheckConfiguration) => readonly SourceEdit[];
}

/** What the rules do not mend by themselves: what pages leave inside the text, and a text cut at the same width throughout. */
const STEPS: readonly Step[] = Object.freeze([
  { kind: 'furniture', find: (report, configuration) => (isOn(webResidue, configuration) ? pageLines(report.source) : []) },
  { kind: 'joined', find: (report, configuration) => (isOn(brokenParagraph, configuration) ? joints(report, configuration) : []) },
]);

function isOn(rule: Rule, configuration: CheckConfiguration): boolean {
  return severityOf(rule, configuration) !== 'off';
}
