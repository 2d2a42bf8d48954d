import { AGENCY, PLACE } from './blocks.js';

/** What is open in a piece of text. */
export interface Filling {
  /** 清源 */
  readonly place: string;
  /** 清源镇, 清源县水利局 */
  readonly agency: string;
  readonly year: number;
  /** Whole number from 1 that all figures are multiplied with: sums, balances and rates still hold. */
  readonly factor: number;
}

const FIGURE =
  /《[^》]*》|“[^”]*”|(?<![第\d.·/至到~—-])(\d+(?:\.\d+)?)(?=(?:万|亿)?(?:余|多)?(?:件|次|场|人|份|条|项|户|期|起|处|名|册|家|元|宗|篇))/gu;

/** A piece of text with its places, years and figures filled in. */
export function fill(line: string, { place, agency, year, factor }: Filling): string {
  return line
    .replaceAll(AGENCY, agency)
    .replaceAll(PLACE, place)
    .replace(FIGURE, (whole: string, figure: string | undefined) => (figure === undefined ? whole : multiplied(figure, factor)))
    .replace(/⟦(-?\d+)⟧/gu, (_, years: string) => String(year + Number(years)));
}

function multiplied(figure: string, factor: number): string {
  const decimals = figure.split('.')[1]?.length ?? 0;
  return (Number(figure) * factor).toFixed(decimals);
}
