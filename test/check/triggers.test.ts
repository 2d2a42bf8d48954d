import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { RuleRunner } from '../../server/check/run-rules.js';
import { parseReport } from '../../server/report/parse-report.js';
import { RULES } from '../../server/rules/index.js';
import type { Rule } from '../../server/rules/rule.js';
import { SourceText } from '../../server/text/source-text.js';
import { basesOf } from '../quality/bench.js';
import { readCorpus } from '../quality/corpus.js';
import { makeMutants } from '../quality/mutants.js';
import { makeTraps } from '../quality/traps.js';
import { readCase } from '../support/case-file.js';
import { readText, ROOT, seeds } from '../support/files.js';
import { some } from '../support/whole-run.js';

const ALL_ON = {
  ...DEFAULT_CONFIGURATION,
  rules: new Map(RULES.filter(({ offByDefault }) => offByDefault).map(({ id, severity }) => [id, severity])),
};
const asked = new RuleRunner(RULES);
const askedEverywhere = new RuleRunner(
  RULES.map(({ triggers: _, concernsWithTrigger: __, concernsWithoutTrigger: ___, ...rule }) => rule as Rule),
);

/** What every rule says, by rule; `runner` decides which paragraphs it is shown. */
function outcomes(runner: RuleRunner, text: string): Record<string, unknown> {
  const { findings, errors } = runner.run(parseReport(new SourceText(text)), ALL_ON);
  return Object.fromEntries(RULES.map(({ id }, index) => [id, errors.has(index) ? errors.get(index) : findings[index]]));
}

function expectSame(text: string): void {
  expect(outcomes(asked, text)).toEqual(outcomes(askedEverywhere, text));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('a rule that is asked only where its triggers stand says the same as one that is asked everywhere', () => {
  it('on the samples and the reports', () => {
    const files = [...seeds().map(({ file }) => file), ...filesBelow(path.join(ROOT, 'test/reports'))];
    for (const file of files.filter((name) => !name.endsWith('.json'))) expectSame(readText(file));
  });

  it('on the cases of every rule', () => {
    const files = filesBelow(path.join(ROOT, 'test/cases')).filter((name) => !name.endsWith('.ts'));
    for (const file of some(files, 3)) expectSame(readCase(readText(file)).text);
  });

  it('on reports with one defect each, and on what only looks like one', () => {
    const bases = basesOf(readCorpus(ROOT));
    for (const { text } of some(makeMutants(bases), 20)) expectSame(text);
    for (const { text } of some(makeTraps(bases), 20)) expectSame(text);
  }, 300_000);

  it('on the misspellings, terms and documents of the tables, one after the other', () => {
    const words = RULES.flatMap(({ triggers = [] }) => triggers);
    for (let at = 0; at < words.length; at += 40) {
      const lines = words.slice(at, at + 40).map((word, index) => `（${index}）加强${word}工作，完成${index}件，${word}。`);
      expectSame(`赵庄镇2024年法治政府建设年度报告\n一、主要举措\n${lines.join('\n')}\n`);
    }
  }, 300_000);
});

describe('a rule that takes a closer look at what holds its trigger', () => {
  const [found] = RULES.filter(({ id }) => id === 'unbalanced-pair');
  const text = '赵庄镇2024年法治政府建设年度报告\n一、主要举措\n落实《条例，开展检查5次。\n';

  it('is not asked where it sees nothing to find', () => {
    if (found === undefined) throw new Error('no rule');
    expect(outcomes(new RuleRunner([found]), text)).not.toEqual({});
    expect(outcomes(new RuleRunner([{ ...found, concernsWithTrigger: () => false }]), text)).toEqual({});
  });

  it('is asked where the look fails', () => {
    if (found === undefined) throw new Error('no rule');
    const failing = {
      ...found,
      concernsWithTrigger: (): boolean => {
        throw new Error('no look');
      },
    };
    expect(outcomes(new RuleRunner([failing]), text)).toEqual(outcomes(new RuleRunner([found]), text));
  });
});
