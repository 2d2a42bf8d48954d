import type { Report } from '../report/report.js';
import { RULES } from '../rules/index.js';
import { localized } from '../rules/localized.js';
import type { Rule } from '../rules/rule.js';
import { titleAnchor } from '../rules/section-facts.js';
import { lazy } from '../text/lazy.js';
import { CATALOGUE_TRIGGERS } from './catalogue-triggers.js';
import { type CheckConfiguration, DEFAULT_CONFIGURATION, type IgnoredFinding } from './configuration.js';
import type { Finding } from './finding.js';
import { insideWords, matchIgnored } from './ignored.js';
import { unpackTriggers } from './packed-triggers.js';
import { resolvePrecedence } from './precedence.js';
import type { RuleTimer } from './rule-timer.js';
import { RuleRunner } from './run-rules.js';
import { severityOf } from './severity.js';

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

/** As `check`, and tells what became of the entries of `ignore`. @param timer absent where nobody asks how long the rules take. */
export function examine(
  report: Report,
  configuration: CheckConfiguration = DEFAULT_CONFIGURATION,
  rules: readonly Rule[] = RULES,
  timer?: RuleTimer,
): CheckResult {
  const { text } = report.source;
  const { ignore, project } = configuration;
  const found = findAll(report, configuration, rules, timer);
  if (found.length === 0 && ignore.length === 0) return NOTHING_FOUND;
  const { allow } = project.terms;
  const allowed = allow.length === 0 ? undefined : insideWords(text, found.filter(onWording(rules)), allow);
  const findings = allowed === undefined ? found : found.filter((finding) => !allowed.has(finding));
  // What a finding silences stays silent when the finding itself is ignored: one defect, one decision.
  const spoken = resolvePrecedence(findings, report).sort(
    (a, b) => a.span.start - b.span.start || compareIds(a.rule, b.rule) || a.span.end - b.span.end,
  );
  if (ignore.length === 0) return { findings: spoken, ignored: [], unmatched: [] };
  const ignored = matchIgnored(text, findings, ignore);
  const isOn = new Set(rules.filter((rule) => severityOf(rule, configuration) !== 'off').map(({ id }) => id));
  return {
    findings: spoken.filter((finding) => !ignored.findings.has(finding)),
    ignored: spoken.filter((finding) => ignored.findings.has(finding)),
    unmatched: ignore.filter((entry) => isOn.has(entry.rule) && !ignored.entries.has(entry)),
  };
}

const NOTHING_FOUND: CheckResult = Object.freeze({ findings: Object.freeze([]), ignored: Object.freeze([]), unmatched: Object.freeze([]) });

function findAll(report: Report, configuration: CheckConfiguration, rules: readonly Rule[], timer: RuleTimer | undefined): Finding[] {
  const runner = rules === RULES ? catalogueRunner() : new RuleRunner(rules);
  const findings: Finding[] = [];
  const result = runner.run(report, configuration, timer);
  for (const [index, rule] of rules.entries()) {
    for (const finding of result.findings[index] ?? []) findings.push(finding);
    if (result.errors.has(index)) findings.push(internalError(report, rule, result.errors.get(index)));
  }
  return findings;
}

/** The catalogue made ready to run, with the first report. */
const catalogueRunner = lazy(() => new RuleRunner(RULES, unpackTriggers(CATALOGUE_TRIGGERS)));

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
