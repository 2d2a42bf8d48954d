import type { Report } from '../report/report.js';

/** Endings of names that say what body of a place reports, not which place. */
const BODY = /(?:人民政府|办事处|党工委|党委|委员会)+$/u;

/**
 * The report of the same agency for the year before.
 *
 * @param candidates reports among which it may be, `own` itself included.
 * @returns undefined where none is, or where it cannot be told: no year, no agency.
 */
export function findPrevious<T extends { readonly report: Report }>(own: T, candidates: readonly T[]): T | undefined {
  const { year, agency } = own.report;
  if (year === undefined || agency === undefined) return undefined;
  const name = placeOf(agency.name);
  return candidates.find(
    (candidate) =>
      candidate !== own &&
      candidate.report.year?.value === year.value - 1 &&
      candidate.report.agency !== undefined &&
      placeOf(candidate.report.agency.name) === name,
  );
}

/** 赵庄镇人民政府 and 赵庄镇 are one agency. */
function placeOf(name: string): string {
  return name.replace(BODY, '');
}
