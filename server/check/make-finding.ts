import type { Fix, Rule, RuleFinding } from '../rules/rule.js';
import type { CheckConfiguration } from './configuration.js';
import type { Finding } from './finding.js';

/** What a rule found, as a finding under a configuration. */
export function makeFinding(rule: Rule, found: RuleFinding, configuration: CheckConfiguration): Finding {
  const fixes = found.fixes ?? [];
  const severity = configuration.rules.get(rule.id);
  return {
    rule: rule.id,
    // A severity that the user chose holds for the rule's slighter forms too.
    severity: severity === undefined || severity === 'off' ? (found.severity ?? rule.severity) : severity,
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
