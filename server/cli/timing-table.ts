import { displayWidth } from './display-width.js';
import type { Texts } from './texts/texts.js';
import { slowestFirst, STAGES, type TimeSpent } from './timing.js';

/**
 * Where the time went, for people: the parts of the work with their shares of it, then the rules with theirs of the checking.
 *
 * @returns lines with a line end each.
 */
export function timingTable(spent: TimeSpent, { timing }: Texts): string {
  const whole = STAGES.reduce((sum, stage) => sum + spent.stages[stage], 0);
  const rules = slowestFirst(spent);
  const checking = rules.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  return [
    timing.title(),
    ...STAGES.map((stage) => row(timing.stage(stage), spent.stages[stage], whole)),
    timing.rules(),
    ...rules.map(([id, milliseconds]) => row(id, milliseconds, checking)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Columns of the names. */
const NAME_COLUMNS = 32;

function row(name: string, milliseconds: number, whole: number): string {
  const share = whole > 0 ? (100 * milliseconds) / whole : 0;
  return `  ${name}${' '.repeat(Math.max(1, NAME_COLUMNS - displayWidth(name)))} ${milliseconds.toFixed(1).padStart(10)} ${share.toFixed(1).padStart(6)}%`;
}
