import type { Finding } from '../check/finding.js';
import type { Report } from '../report/report.js';
import type { Fix, Locale } from '../rules/rule.js';
import { findingGroups } from './checklist-findings.js';
import { headRows, signOffRow } from './checklist-frame.js';
import type { Checklist } from './checklist-row.js';
import { sectionRows } from './checklist-sections.js';
import type { BuiltRow } from './checklist-built.js';

/**
 * The checklist of a report: title, year, agency, the four mandated sections, sign-off, then the findings by severity.
 *
 * @param findings in order of their places.
 */
export function checklist(report: Report, findings: readonly Finding[], locale: Locale): Checklist {
  return {
    rows: build(report, findings, locale).map(({ row }) => row),
    errors: findings.filter(({ severity }) => severity === 'error').length,
  };
}

/**
 * What the remedy of a row does; undefined where the row is gone, or has none that needs no choice.
 *
 * @param id of a row of the same report's checklist, maybe of an earlier version.
 */
export function checklistFix(report: Report, findings: readonly Finding[], id: string): Fix | undefined {
  const fixOf = (rows: readonly BuiltRow[]): Fix | undefined => {
    for (const { row, fix, children = [] } of rows) {
      const found = row.id === id ? fix : fixOf(children);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return fixOf(build(report, findings, 'zh-CN'));
}

function build(report: Report, findings: readonly Finding[], locale: Locale): readonly BuiltRow[] {
  return [
    ...headRows(report, findings, locale),
    ...sectionRows(report, findings, locale),
    signOffRow(report, findings, locale),
    ...findingGroups(report.source, findings, locale),
  ];
}
