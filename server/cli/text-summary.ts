import { printable } from './display-width.js';
import { reasonOf, SKIP_REASONS } from './problem.js';
import type { Summary } from './summary.js';
import { paintSeverity, type TextStyle } from './text-finding.js';

/** Skipped files named one by one for each reason; the rest is counted. */
const NAMED_PER_REASON = 10;

/**
 * What a run comes to, for people: files, findings, what can be mended, the time; what was skipped; what to do next.
 *
 * @param listFailures whether files that could not be checked are named here, too.
 * @returns lines with a line end each.
 */
export function summaryText(summary: Summary, style: TextStyle, listFailures: boolean): string {
  const { colours, texts } = style;
  const lines = [texts.summary(summary, (severity, text) => paintSeverity(severity, text, colours))];
  for (const reason of SKIP_REASONS) {
    const skipped = summary.skipped.filter((file) => reasonOf(file.problem) === reason);
    if (skipped.length === 0) continue;
    lines.push(texts.skipped(reason, skipped.length));
    const named = skipped.filter((file) => listFailures || !file.failure);
    for (const { name, problem } of named.slice(0, NAMED_PER_REASON)) {
      // That a file is no report was just said.
      const why = problem.kind === 'not-a-report' ? '' : texts.colon() + texts.problem(problem);
      lines.push(colours.dim(`  ${printable(name)}${why}`));
    }
    if (named.length > NAMED_PER_REASON) lines.push(colours.dim(`  ${texts.moreFiles(named.length - NAMED_PER_REASON)}`));
  }
  const advice = texts.nextStep(summary);
  if (advice !== '') lines.push(advice);
  return `${lines.join('\n')}\n`;
}
