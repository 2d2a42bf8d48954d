import type { Paragraph, Report } from '../report/report.js';
import { RULES } from '../rules/index.js';
import { localized } from '../rules/localized.js';
import type { Fix, ParagraphContext, Rule, RuleFinding, Severity } from '../rules/rule.js';
import { titleAnchor } from '../rules/section-facts.js';
import { type CheckConfiguration, DEFAULT_CONFIGURATION, type IgnoredFinding } from './configuration.js';
import type { Finding } from './finding.js';
import { insideWords, matchIgnored } from './ignored.js';
import { resolvePrecedence } from './precedence.js';

/** Id under which a rule that throws is reported. */
export const INTERNAL_ERROR = 'internal-error';

/** What a check comes to. */
export interface CheckResult {
  /** By position, then by rule. */
  readonly findings: readonly Finding[];
  /** Findings that the user wants left out. */
  readonly ignored: readonly Finding[];
  /** Entries of `ignore` that match nothing here, though their rule is on. */
  readonly unmatched: readonly IgnoredFinding[];
}

/**
 * Runs every rule that the configuration leaves on over a report.
 *
 * Findings are ordered by position, then by rule id. A rule that throws is reported as a finding
 * of its own (`internal-error`) and the others go on.
 *
 * @param rules the catalogue; only tests pass another list.
 */
export function check(
  report: Report,
  configuration: CheckConfiguration = DEFAULT_CONFIGURATION,
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  return examine(report, configuration, rules).findings;
}

/** As `check`, and tells what became of the entries of `ignore`. */
export function examine(
  report: Report,
  configuration: CheckConfiguration = DEFAULT_CONFIGURATION,
  rules: readonly Rule[] = RULES,
): CheckResult {
  const { text } = report.source;
  const active = rules.filter((rule) => severityOf(rule, configuration) !== 'off');
  const contexts = report.paragraphs.map((paragraph) => contextOf(paragraph, report));
  const found = active.flatMap((rule) => findingsOf(rule, report, contexts, configuration));
  const allowed = insideWords(text, found.filter(onWording(active)), configuration.project.terms.allow);
  const findings = found.filter((finding) => !allowed.has(finding));
  // What a finding silences stays silent when the finding itself is ignored: one defect, one decision.
  const ignored = matchIgnored(text, findings, configuration.ignore);
  const spoken = resolvePrecedence(findings, report).sort(
    (a, b) => a.span.start - b.span.start || compareIds(a.rule, b.rule) || a.span.end - b.span.end,
  );
  const isOn = new Set(active.map(({ id }) => id));
  return {
    findings: spoken.filter((finding) => !ignored.findings.has(finding)),
    ignored: spoken.filter((finding) => ignored.findings.has(finding)),
    unmatched: configuration.ignore.filter((entry) => isOn.has(entry.rule) && !ignored.entries.has(entry)),
  };
}

function findingsOf(rule: Rule, report: Report, contexts: readonly ParagraphContext[], configuration: CheckConfiguration): Finding[] {
  const severity = severityOf(rule, configuration);
  if (severity === 'off') return [];
  try {
    return runRule(rule, report, contexts).map((found) => makeFinding(rule, found, severity, configuration));
  } catch (error) {
    return [internalError(report, rule, error)];
  }
}

/** Rules outside of the group on terms that a project's allowed words hold for, too. */
const ON_WORDING: ReadonlySet<string> = new Set(['doubled-word', 'latin-residue']);

function onWording(rules: readonly Rule[]): (finding: Finding) => boolean {
  const ids = new Set(rules.filter(({ id, group }) => group === 'terms' || ON_WORDING.has(id)).map(({ id }) => id));
  return ({ rule }) => ids.has(rule);
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The severity that a rule has under a configuration, or `off`. */
export function severityOf(rule: Rule, configuration: CheckConfiguration): Severity | 'off' {
  return configuration.rules.get(rule.id) ?? (rule.offByDefault === true ? 'off' : rule.severity);
}

function contextOf(paragraph: Paragraph, report: Report): ParagraphContext {
  return {
    year: report.year?.value,
    kinds: paragraph.section?.kinds ?? [],
    agencyKind: report.agency?.kind ?? report.project.agency.kind,
    project: report.project,
  };
}

/** @param contexts one a paragraph; made once for all rules. */
function runRule(rule: Rule, report: Report, contexts: readonly ParagraphContext[]): readonly RuleFinding[] {
  if (rule.scope === 'report') return rule.check(report);
  const findings: RuleFinding[] = [];
  // Seventy rules ask every paragraph, and nearly every answer is empty.
  for (const [index, context] of contexts.entries()) {
    const paragraph = report.paragraphs[index];
    if (paragraph === undefined) continue;
    for (const finding of rule.check(paragraph, context)) findings.push(toSource(finding, paragraph));
  }
  return findings;
}

/** Leads a paragraph rule's finding, with its related places and edits, back to the untouched text. */
function toSource(finding: RuleFinding, paragraph: Paragraph): RuleFinding {
  return {
    ...finding,
    span: paragraph.toSource(finding.span),
    related: finding.related?.map((place) => ({ ...place, span: paragraph.toSource(place.span) })) ?? [],
    fixes:
      finding.fixes?.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: paragraph.toSource(edit.span) })) })) ?? [],
  };
}

function makeFinding(rule: Rule, found: RuleFinding, severity: Severity, configuration: CheckConfiguration): Finding {
  const fixes = found.fixes ?? [];
  return {
    rule: rule.id,
    // A severity that the user chose holds for the rule's slighter forms too.
    severity: configuration.rules.has(rule.id) ? severity : (found.severity ?? severity),
    span: found.span,
    message: found.message,
    related: found.related ?? [],
    fixes,
    fixable: fixabilityOf(fixes),
  };
}

function fixabilityOf(fixes: readonly Fix[]): Finding['fixable'] {
  if (fixes.some(({ kind }) => kind === 'safe')) return 'safe';
  return fixes.length > 0 ? 'choice' : 'none';
}

function internalError(report: Report, rule: Rule, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: INTERNAL_ERROR,
    severity: 'information',
    span: titleAnchor(report),
    message: localized(
      `规则 ${rule.id} 检查本文件时出错，其他规则不受影响：${reason}`,
      `The rule ${rule.id} failed on this file, the others went on: ${reason}`,
    ),
    related: [],
    fixes: [],
    fixable: 'none',
  };
}
