import type { Paragraph } from '../report/report.js';
import type { Fix, Rule, RuleFinding } from '../rules/rule.js';
import type { Span } from '../text/span.js';
import type { CheckConfiguration } from './configuration.js';
import type { Finding } from './finding.js';

/**
 * What a rule found, as a finding under a configuration.
 *
 * @param paragraph leads places in its text back to the untouched text; absent where they are places of that already.
 */
export function makeFinding(rule: Rule, found: RuleFinding, configuration: CheckConfiguration, paragraph?: Paragraph): Finding {
  const { related = NO_PLACES, fixes = NO_FIXES } = found;
  const severity = configuration.rules.get(rule.id);
  return {
    rule: rule.id,
    // A severity that the user chose holds for the rule's slighter forms too.
    severity: severity === undefined || severity === 'off' ? (found.severity ?? rule.severity) : severity,
    span: paragraph === undefined ? found.span : paragraph.toSource(found.span),
    message: found.message,
    related: paragraph === undefined || related.length === 0 ? related : related.map((place) => placed(place, paragraph)),
    fixes:
      paragraph === undefined || fixes.length === 0
        ? fixes
        : fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => placed(edit, paragraph)) })),
    fixable: fixabilityOf(fixes),
  };
}

const NO_PLACES: Finding['related'] = Object.freeze([]);
const NO_FIXES: readonly Fix[] = Object.freeze([]);

function placed<T extends { readonly span: Span }>(thing: T, paragraph: Paragraph): T {
  return { ...thing, span: paragraph.toSource(thing.span) };
}

function fixabilityOf(fixes: readonly Fix[]): Finding['fixable'] {
  if (fixes.some(({ kind }) => kind === 'safe')) return 'safe';
  return fixes.length > 0 ? 'choice' : 'none';
}
