/** The first year that a new report may be of: the duty to report is younger. */
export const FIRST_REPORT_YEAR = 2000;

/** The last year that a new report may be of: a slip like 2205 is beyond it. */
export const LAST_REPORT_YEAR = 2099;

const LONGEST_AGENCY = 60;

/** Whether a text, without outer blanks, can stand for an agency in a title. */
export function isUsableAgency(name: string): boolean {
  return name !== '' && name.length <= LONGEST_AGENCY && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name);
}

/** Whether a report can be of that year. */
export function isReportYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_REPORT_YEAR && year <= LAST_REPORT_YEAR;
}
