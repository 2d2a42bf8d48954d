import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { fixAll } from '../../server/check/fix.js';
import { parseReport } from '../../server/report/parse-report.js';
import { RULES, ruleById } from '../../server/rules/index.js';
import { SourceText } from '../../server/text/source-text.js';
import { readCase } from '../support/case-file.js';
import { filesOf, readText } from '../support/files.js';

const FOLDER = import.meta.dirname;

/** Every rule on its own severity, those that are off by default switched on for their own cases. */
function configurationFor(rule: string) {
  const own = ruleById(rule);
  return own?.offByDefault === true ? { ...DEFAULT_CONFIGURATION, rules: new Map([[rule, own.severity]]) } : DEFAULT_CONFIGURATION;
}

it('every rule has its cases and every folder its rule', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

describe.each(RULES.map(({ id }) => id).filter((id) => existsSync(path.join(FOLDER, id))))('%s', (id) => {
  const configuration = configurationFor(id);
  const files = filesOf(path.join(FOLDER, id)).filter(({ name }) => !name.includes('.fixed.'));

  it('has cases that must fire and cases that must not', () => {
    const counts = files.map(({ file }) => readCase(readText(file)).expected.length);
    expect(counts.some((count) => count > 0)).toBe(true);
    expect(counts.some((count) => count === 0)).toBe(true);
  });

  describe.each(files)('$name', ({ file }) => {
    const { text, expected, also } = readCase(readText(file));
    const source = new SourceText(text);
    const findings = check(parseReport(source), configuration);

    it('is found where it is marked and nowhere else', () => {
      const own = findings
        .filter(({ rule }) => rule === id)
        .map(({ span, severity }) => ({ place: source.positionAt(span.start), text: source.slice(span), severity }));
      const marked = expected.map(({ span, severity }) => ({
        place: source.positionAt(span.start),
        text: source.slice(span),
        severity: severity ?? ruleById(id)?.severity,
      }));
      expect(own).toEqual(marked);
    });

    it('raises no other error or warning', () => {
      const others = findings.filter(
        ({ rule, severity }) => rule !== id && !also.has(rule) && (severity === 'error' || severity === 'warning'),
      );
      expect(others.map(({ rule, span }) => `${rule} ${JSON.stringify(source.slice(span))}`)).toEqual([]);
    });

    it('is mended by fix-all, once and for all', () => {
      const fixed = fixAll(text, configuration);
      expect(fixed.stable).toBe(true);
      expect(check(parseReport(new SourceText(fixed.text)), configuration).filter(({ fixable }) => fixable === 'safe')).toEqual([]);
      expect(fixAll(fixed.text, configuration)).toMatchObject({ text: fixed.text, applied: 0, stable: true });
      const snapshot = file.replace(/\.(txt|md)$/u, '.fixed.$1');
      if (existsSync(snapshot)) expect(fixed.text).toBe(readFileSync(snapshot, 'utf8'));
    });
  });
});
