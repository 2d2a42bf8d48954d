import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { parseReport } from '../../server/report/parse-report.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { RULES } from '../../server/rules/index.js';
import { SourceText } from '../../server/text/source-text.js';

const findingsOf = (text: string) => check(parseReport(new SourceText(text)));
const isGrave = ({ severity }: { severity: string }): boolean => severity === 'error' || severity === 'warning';

it('the sound report of the examples is sound', () => {
  expect(findingsOf(exampleReport({}))).toEqual([]);
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has its texts', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    for (const text of [rule.name, rule.finds, rule.why]) {
      expect(text['zh-CN']).toMatch(/[\u4e00-\u9fff]/u);
      expect(text.en).not.toBe('');
    }
  });

  it.each(rule.examples.bad)('raises its bad example %#', ({ parts }) => {
    const findings = findingsOf(exampleReport(parts));
    expect(findings.map((finding) => finding.rule)).toContain(id);
    expect(findings.filter(isGrave).filter((finding) => finding.rule !== id)).toEqual([]);
  });

  it.each(rule.examples.good)('leaves its good example %# alone', ({ parts }) => {
    const findings = findingsOf(exampleReport(parts));
    expect(findings.filter((finding) => finding.rule === id || isGrave(finding))).toEqual([]);
  });
});
