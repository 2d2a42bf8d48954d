/** October: from then on the report of the year that is ending is written. */
const OCTOBER = 9;

/** The year whose report is being written at a time: in January to September last year's, from October on this year's. */
export function yearReportedAt(now: Date): number {
  return now.getMonth() >= OCTOBER ? now.getFullYear() : now.getFullYear() - 1;
}
