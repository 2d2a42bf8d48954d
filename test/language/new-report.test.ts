import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { newReport } from '../../server/language/new-report.js';
import { AGENCY_KINDS } from '../../server/report/agency.js';
import { parse } from './sample.js';

describe('a new report', () => {
  it('has a title, a text and tab stops at its blanks', () => {
    const made = newReport({ agency: ' 宁河镇 ', year: 2025 });
    expect(made?.title).toBe('宁河镇2025年法治政府建设情况报告');
    expect(made?.text.startsWith(`${made.title}\n`)).toBe(true);
    expect(made?.text).toContain('我镇');
    expect(made?.snippet).toMatch(/\$\{1:____\}次/u);
    expect(made?.snippet.match(/\$\{\d+:____\}/gu)).toHaveLength(made?.text.match(/____/gu)?.length ?? 0);
    expect(made?.snippet.endsWith('$0')).toBe(true);
  });

  it.each(AGENCY_KINDS)('of a %s has no error but its blanks', (kind) => {
    const report = parse(newReport({ agency: '清源', kind, year: 2025 })?.text ?? '');
    expect(check(report).filter(({ rule, severity }) => severity === 'error' && rule !== 'placeholder')).toEqual([]);
  });

  it('escapes what an agency’s name has in common with snippets', () => {
    expect(newReport({ agency: '清$1源}镇', year: 2025 })?.snippet).toContain('清\\$1源\\}镇2025年');
  });

  it.each([
    ['', 2025],
    ['一'.repeat(61), 2025],
    ['清源镇\n平东镇', 2025],
    ['清源镇', 2205],
    ['清源镇', 2025.5],
    ['清源镇', Number.NaN],
  ])('is none of “%s” for %d', (agency, year) => {
    expect(newReport({ agency, year })).toBeUndefined();
  });
});
