import { UNIT_CLASSES } from '../knowledge/unit-classes.js';
import type { Figure } from '../report/figures.js';
import type { Span } from '../text/span.js';

/** What a figure's measure word counts: 件 and 起 count the same things. */
export function unitClass({ unit }: Figure): string {
  return UNIT_CLASSES.get(unit) ?? unit;
}

/** Number and measure word. */
export function measuredSpan({ span, unitEnd }: Figure): Span {
  return { start: span.start, end: Math.max(span.end, unitEnd) };
}

/** Number and measure word as written, without blanks. */
export function measuredText(text: string, figure: Figure): string {
  const { start, end } = measuredSpan(figure);
  return text.slice(start, end).replace(/[ \u00a0\u3000]/gu, '');
}

/** A number as a message writes it: at most four decimals. */
export function plainNumber(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
