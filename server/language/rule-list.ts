import type { Finding } from '../check/finding.js';
import { RULES } from '../rules/index.js';
import type { Locale } from '../rules/rule.js';
import { rulePage } from './pages.js';

/** A rule as a list shows it. */
export interface ListedRule {
  readonly id: string;
  readonly name: string;
  /** What it finds, one sentence. */
  readonly finds: string;
  /** How many findings it has in the report. */
  readonly findings: number;
  /** Address of its page. */
  readonly page: string;
}

/** Every rule of the catalogue: those that find something first, most findings first, then the others in the catalogue's order. */
export function listRules(findings: readonly Finding[], locale: Locale): readonly ListedRule[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return RULES.map(
    ({ id, name, finds }): ListedRule => ({
      id,
      name: name[locale],
      finds: finds[locale],
      findings: counts.get(id) ?? 0,
      page: rulePage(id),
    }),
  ).sort((a, b) => b.findings - a.findings);
}
