import type { Finding } from '../check/finding.js';
import { type Locale, SEVERITIES, type Severity } from '../rules/rule.js';
import type { SourceText } from '../text/source-text.js';
import { type BuiltRow, cutMessage, described, remedyOf, spoken, withRemedy } from './checklist-built.js';
import type { ChecklistRow } from './checklist-row.js';
import { CHECKLIST_WORDS } from './checklist-words.js';
import { toRange } from './ranges.js';

/** The most findings of one severity that the checklist lists; the rest are in the editor's list of problems. */
export const MOST_OF_A_GROUP = 100;

/** How much of the text that a finding covers tells it from others of its rule. */
const TELLING_LENGTH = 24;

/** Severities that are looked at when nothing graver is left. */
const CLOSED: ReadonlySet<Severity> = new Set(['information', 'hint']);

/** The findings in groups by severity, each in order of places; one row that says so where there are none. */
export function findingGroups(source: SourceText, findings: readonly Finding[], locale: Locale): readonly BuiltRow[] {
  const words = CHECKLIST_WORDS[locale];
  if (findings.length === 0) {
    return [{ row: { id: 'clean', label: words.clean, description: '', tooltip: words.clean, spoken: words.clean, mark: 'good' } }];
  }
  return SEVERITIES.flatMap((severity): BuiltRow[] => {
    const own = findings.filter((finding) => finding.severity === severity);
    return own.length === 0 ? [] : [group(source, severity, own, locale)];
  });
}

function group(source: SourceText, severity: Severity, findings: readonly Finding[], locale: Locale): BuiltRow {
  const words = CHECKLIST_WORDS[locale];
  const name = words.severities[severity];
  const known = new Map<string, number>();
  const children = findings.slice(0, MOST_OF_A_GROUP).map((finding) => findingRow(source, finding, known, locale));
  const rest = findings.length - children.length;
  if (rest > 0) children.push(restRow(severity, rest, locale));
  const count = words.findings(findings.length);
  const row: ChecklistRow = {
    id: `group:${severity}`,
    label: name,
    description: String(findings.length),
    tooltip: described(name, count),
    spoken: spoken(locale, name, count),
    mark: severity,
    children: children.map((child) => child.row),
    ...(CLOSED.has(severity) ? { closed: true } : {}),
  };
  return { row, children };
}

/** @param known how many findings of the same rule on the same words came before. */
function findingRow(source: SourceText, finding: Finding, known: Map<string, number>, locale: Locale): BuiltRow {
  const words = CHECKLIST_WORDS[locale];
  const { rule, span, severity } = finding;
  const name = `finding:${rule}:${source.text.slice(span.start, Math.min(span.end, span.start + TELLING_LENGTH))}`;
  const before = known.get(name) ?? 0;
  known.set(name, before + 1);
  const message = finding.message[locale];
  const { head, rest } = cutMessage(message);
  const line = words.line(source.lineAt(span.start) + 1);
  const remedy = remedyOf(finding);
  return withRemedy(
    {
      id: `${name}:${before}`,
      label: head,
      description: described(line, rest),
      tooltip: described(line, message, remedy && words.remedies[remedy.remedy]),
      spoken: spoken(locale, line, message, remedy && words.remedies[remedy.remedy]),
      mark: severity,
      range: toRange(source, span),
    },
    remedy,
  );
}

function restRow(severity: Severity, count: number, locale: Locale): BuiltRow {
  const words = CHECKLIST_WORDS[locale];
  const label = words.rest(count);
  const said = spoken(locale, label, words.restDetail);
  return {
    row: { id: `rest:${severity}`, label, description: words.restDetail, tooltip: said, spoken: said, mark: severity, isRest: true },
  };
}
