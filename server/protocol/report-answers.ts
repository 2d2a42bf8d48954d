import type { Report } from '../report/report.js';
import type { Locale } from '../rules/rule.js';

/** Keeps the answer to a question about a report as long as the report: asked again about the same version, it is given again. */
export class ReportAnswers<R> {
  private readonly kept = new WeakMap<Report, { readonly locale: Locale; readonly answer: R }>();

  constructor(private readonly make: (report: Report, locale: Locale, uri: string) => R) {}

  /** @param uri address of the document that holds the report. */
  of(report: Report, locale: Locale, uri: string): R {
    const known = this.kept.get(report);
    if (known?.locale === locale) return known.answer;
    const answer = this.make(report, locale, uri);
    this.kept.set(report, { locale, answer });
    return answer;
  }
}
