import { displayWidth } from '../../server/cli/display-width.js';
import { cellsOf, HEADINGS } from './cells.js';
import type { Row } from './rows.js';

/** The rows for a terminal, in columns, and how many goals are met. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => displayWidth(cells[column] ?? ''))));
  const judged = rows.filter(({ met }) => met !== undefined);
  const goals = `达到 ${judged.filter(({ met }) => met).length} 个目标，共 ${judged.length} 个`;
  const columns = lines.map((cells) => cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell))));
  return [...columns.map((cells) => cells.join('  ').trimEnd()), goals].join('\n');
}
