import type { CheckConfiguration } from '../../server/check/configuration.js';
import type { Finding } from '../../server/check/finding.js';
import type { Engine } from '../../server/protocol/engine.js';
import { parseReport } from '../../server/report/parse-report.js';
import { looksLikeReport } from '../../server/report/recognition.js';
import type { Report } from '../../server/report/report.js';
import { both, makeFinding, makeFix } from '../language/sample.js';

/** An engine with two rules: 错 is to be 对 (safe), ？ is to be 。 or ！ (choice). Counts its work. */
export interface FakeEngine extends Engine {
  readonly counts: { parsed: number; checked: number };
  /** What the next checks throw. */
  failure: Error | undefined;
}

export function fakeEngine(): FakeEngine {
  const counts = { parsed: 0, checked: 0 };
  const engine: FakeEngine = {
    counts,
    failure: undefined,
    looksLikeReport,
    parse: (source, project) => {
      counts.parsed++;
      return parseReport(source, project);
    },
    examine: (report, configuration) => {
      counts.checked++;
      if (engine.failure !== undefined) throw engine.failure;
      return { findings: findings(report, configuration), ignored: [], unmatched: [] };
    },
    fixAll: (text, configuration, only) => {
      const isOn = configuration.rules.get('wrong') !== 'off' && (only === undefined || only.rule === 'wrong');
      return isOn ? text.replaceAll('错', '对') : text;
    },
    ruleName: (id) => (id === 'wrong' ? both('错字') : id === 'mark' ? both('标点') : undefined),
    ruleReason: (id) => (id === 'wrong' ? { name: both('错字'), why: both('错字伤公信力。') } : undefined),
  };
  return engine;
}

function findings({ source }: Report, { rules }: CheckConfiguration): readonly Finding[] {
  const found: Finding[] = [];
  for (const match of source.text.matchAll(/[错？]/gu)) {
    const span = { start: match.index, end: match.index + 1 };
    const rule = match[0] === '错' ? 'wrong' : 'mark';
    const setting = rules.get(rule);
    if (setting === 'off') continue;
    const fixes =
      rule === 'wrong'
        ? [makeFix('safe', '改为“对”', [{ span, newText: '对' }])]
        : [
            makeFix('choice', '改为句号', [{ span, newText: '。____' }], { start: span.start + 1, end: span.start + 5 }),
            makeFix('choice', '改为叹号', [{ span, newText: '！' }]),
          ];
    found.push(makeFinding(rule, span, { severity: setting ?? 'error', fixes }));
  }
  return found;
}
