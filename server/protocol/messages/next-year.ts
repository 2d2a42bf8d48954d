/** Name of the request for next year's report, made from an open one (client to server). */
export const NEXT_YEAR_REQUEST = 'fazhiReport/nextYear';

/** Parameters of `fazhiReport/nextYear`. */
export interface NextYearParams {
  readonly textDocument: { readonly uri: string };
}

/** Answer to `fazhiReport/nextYear`; null where the document is not checked as a report. */
export interface NextYearResult {
  /** Line ends as in the report that it was made from. */
  readonly text: string;
  /** Empty where the report has none. */
  readonly title: string;
  /** The new report's year; absent where the report names none, and then no year was moved. */
  readonly year?: number;
  readonly yearsMoved: number;
  readonly figuresBlanked: number;
  /** Last year's plan and shortcomings, and what to look at: Markdown, lines end with `\n`. */
  readonly checklist: string;
}
