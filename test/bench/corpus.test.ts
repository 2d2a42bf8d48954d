import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { parseReport } from '../../server/report/parse-report.js';
import { NO_PROJECT } from '../../server/report/project.js';
import type { Report } from '../../server/report/report.js';
import { SourceText } from '../../server/text/source-text.js';
import { ROOT } from '../support/files.js';
import { readPools } from './corpus/blocks.js';
import { REPORT, reportText } from './corpus/cache.js';
import { documentOf, HOSTILE_UNITS, hostileReport } from './corpus/documents.js';

const KINDS = ['measures', 'shortcomings', 'duties', 'plan'] as const;
const REPORTS = 40;

const pools = readPools(ROOT);
const texts = Array.from({ length: REPORTS }, (_, number) => reportText(pools, number));
const read = (text: string): Report => parseReport(new SourceText(text), NO_PROJECT);
const kindsIn = (report: Report): ReadonlySet<string> => new Set(report.sections.flatMap(({ kinds }) => kinds));

describe('recombined reports', () => {
  it('are the same each time, and all different', () => {
    const again = readPools(ROOT);
    expect(texts.map((_, number) => reportText(again, number))).toEqual(texts);
    expect(new Set(texts).size).toBe(REPORTS);
  });

  it.each(texts.map((text, number) => [number, text] as const))('number %i is a whole report of the right size', (_, text) => {
    const report = read(text);
    expect(report.isReport).toBe(true);
    expect([...kindsIn(report)].sort()).toEqual([...KINDS].sort());
    expect(report.year?.from).toBe('title');
    expect(report.agency?.from).toBe('title');
    expect(report.signOff?.date).toBeDefined();
    expect(Math.abs(Buffer.byteLength(text) / REPORT - 1)).toBeLessThan(0.2);
    expect(text).not.toMatch(/[⟦⟧]/u);
  });

  it('hardly ever hold an error', () => {
    const withErrors = texts.filter((text) => check(read(text)).some(({ severity }) => severity === 'error'));
    expect(withErrors.length).toBeLessThan(REPORTS / 20);
  });
});

describe('single documents', () => {
  it.each([10_000, 100_000, 1_000_000])('of %i octets are one report with few findings', (octets) => {
    const text = documentOf(pools, octets, 0);
    const report = read(text);
    expect(Math.abs(Buffer.byteLength(text) / octets - 1)).toBeLessThan(0.1);
    expect([...kindsIn(report)].sort()).toEqual([...KINDS].sort());
    expect(check(report).length).toBeLessThan(10);
  });

  it.each([
    [10_000, 100],
    [100_000, 100],
    [100_000, 1_650],
  ])('of %i octets hold %i findings when asked to', (octets, findings) => {
    const text = documentOf(pools, octets, findings);
    const errors = check(read(text)).filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(findings);
    expect(Math.abs(Buffer.byteLength(text) / octets - 1)).toBeLessThan(0.1);
  });
});

describe('hostile reports', () => {
  it.each(HOSTILE_UNITS)('have one long line of %s', (unit) => {
    const text = hostileReport(pools, unit, 30_000);
    const longest = Math.max(...text.split('\n').map((line) => Buffer.byteLength(line)));
    expect(Math.abs(longest / 30_000 - 1)).toBeLessThan(0.1);
    expect(read(text).isReport).toBe(true);
  });
});
