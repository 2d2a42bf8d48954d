import { shortFigure } from './sizes.js';
import type { Row } from './rows.js';

/** What the columns of the table are called. */
export const HEADINGS: readonly string[] = Object.freeze(['部分', '量什么', '本工具', '对照', '对照值', '倍数', '目标', '达到', '备注']);

/** A row as words, one a column. */
export function cellsOf({ part, what, unit, ours, against = '', floor, ratio, goal, met, note = '' }: Row): readonly string[] {
  return [
    part,
    what,
    figureText(ours, unit),
    against,
    figureText(floor, unit),
    ratio === undefined || ratio === null ? '' : shortFigure(ratio),
    goal === undefined ? '' : floor === undefined ? figureText(goal, unit) : `≤ ${goal}`,
    met === undefined ? '' : met ? '✓' : '✗',
    note,
  ];
}

/** 0.123 毫秒, 1,230 毫秒; nothing where there is no figure. */
function figureText(figure: number | null | undefined, unit: string): string {
  if (figure === undefined || figure === null || Number.isNaN(figure)) return '';
  return `${shortFigure(figure)} ${unit}`;
}
