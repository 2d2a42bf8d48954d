import type { Rule, Severity } from '../rules/rule.js';
import type { CheckConfiguration } from './configuration.js';

/** The severity that a rule has under a configuration, or `off`. */
export function severityOf(rule: Rule, configuration: CheckConfiguration): Severity | 'off' {
  return configuration.rules.get(rule.id) ?? (rule.offByDefault === true ? 'off' : rule.severity);
}
