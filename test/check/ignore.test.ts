import { describe, expect, it } from 'vitest';
import { check, examine } from '../../server/check/check.js';
import { DEFAULT_CONFIGURATION, type IgnoredFinding } from '../../server/check/configuration.js';
import { fixAll } from '../../server/check/fix.js';
import { quoteOf } from '../../server/check/quote.js';
import { parseReport } from '../../server/report/parse-report.js';
import { NO_PROJECT } from '../../server/report/project.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { localized } from '../../server/rules/localized.js';
import type { Rule } from '../../server/rules/rule.js';
import { QuoteIndex } from '../../server/text/quotes.js';
import { SourceText } from '../../server/text/source-text.js';

const REPORT = exampleReport({
  measures: '一、主要举措和成效\n（一）加强组织领导。召开会议××次，\n  研究事项____项。接待群众××人次，办理案件18件。\n',
});

/** A rule that finds every occurrence of a text. */
function finder(id: string, text: string, group: Rule['group'] = 'residue'): Rule {
  const name = localized(id, id);
  return {
    id,
    group,
    severity: 'warning',
    fixable: 'safe',
    name,
    finds: name,
    why: name,
    examples: { bad: [], good: [] },
    scope: 'report',
    check: ({ source }) =>
      [...source.text.matchAll(new RegExp(text, 'gu'))].map(({ index, 0: match }) => ({
        span: { start: index, end: index + match.length },
        message: name,
      })),
  };
}

function placeholders(ignore: readonly IgnoredFinding[], text = REPORT): readonly string[] {
  const report = parseReport(new SourceText(text));
  return check(report, { ...DEFAULT_CONFIGURATION, ignore })
    .filter(({ rule }) => rule === 'placeholder')
    .map(({ span }) => text.slice(span.start - 2, span.end));
}

describe('an ignored finding', () => {
  it('is one that the quote holds', () => {
    expect(placeholders([])).toEqual(['会议××', '事项____', '群众××']);
    expect(placeholders([{ rule: 'placeholder', text: '召开会议××次' }])).toEqual(['事项____', '群众××']);
  });

  it('is one that holds the quote', () => {
    const rules = [finder('whole', '接待群众.{4}')];
    const report = parseReport(new SourceText(REPORT));
    const ignore = [{ rule: 'whole', text: '群众' }];
    expect(examine(report, { ...DEFAULT_CONFIGURATION, ignore }, rules)).toMatchObject({
      findings: [],
      ignored: [{ rule: 'whole' }],
      unmatched: [],
    });
  });

  it('is found again however its words are wrapped and indented', () => {
    const quote = [{ rule: 'placeholder', text: '会议 ×× 次，研究事项____项' }];
    expect(placeholders(quote)).toEqual(['群众××']);
    expect(placeholders(quote, REPORT.replaceAll('\n', '\r\n　　'))).toEqual(['群众××']);
  });

  it('stays where lines move above it', () => {
    const moved = REPORT.replace('一、主要', '为民服务。\n\n一、主要');
    expect(placeholders([{ rule: 'placeholder', text: '接待群众××人次' }], moved)).toHaveLength(2);
  });

  it.each([
    ['of another rule', { rule: 'year-mismatch', text: '召开会议××次' }],
    ['beside the quote', { rule: 'placeholder', text: '次，研究事项' }],
    ['whose quote is not in the text', { rule: 'placeholder', text: '召开大会××次' }],
    ['with a quote of blanks', { rule: 'placeholder', text: ' \n　' }],
  ])('is none %s', (_, entry) => expect(placeholders([entry])).toHaveLength(3));

  it('is not mended by fix-all', () => {
    const text = exampleReport({}).replace('四、2025年', '2025年');
    const ignore = [{ rule: 'heading-number-missing', text: '2025年推进法治政府建设的主要安排' }];
    expect(fixAll(text).text).not.toBe(text);
    expect(fixAll(text, { ...DEFAULT_CONFIGURATION, ignore }).text).toBe(text);
  });

  it('stays ignored while fix-all changes the words of its quote', () => {
    const measures = '一、主要举措和成效\n（一）加强领导\n召开会议4次。\n（二）规范执法\n检查3次。\n(三)自2022以来普法\n讲座2场。';
    const text = exampleReport({ measures });
    expect(fixAll(text).text).toContain('（三）自2022年以来普法');
    const ignore = [{ rule: 'heading-marker-width', text: '(三)自2022以来普法' }];
    expect(fixAll(text, { ...DEFAULT_CONFIGURATION, ignore }).text).toContain('(三)自2022年以来普法');
  });

  it('is told as needed or not; one of a rule that is off is left open', () => {
    const report = parseReport(new SourceText(REPORT));
    const [used, idle, off] = [
      { rule: 'placeholder', text: '会议××' },
      { rule: 'placeholder', text: '没有这句' },
      { rule: 'section-order', text: '没有这句' },
    ] as const;
    expect(examine(report, { ...DEFAULT_CONFIGURATION, ignore: [used, idle, off] }).unmatched).toEqual([idle]);
  });

  it('costs one pass, not one for each entry', () => {
    const text = exampleReport({ measures: `一、主要举措和成效\n${'接待群众××人次，办理案件18件。\n'.repeat(500)}` });
    const report = parseReport(new SourceText(text));
    const many = Array.from({ length: 50_000 }, (_, index) => ({
      rule: 'placeholder',
      text: `接待群众××人次，办理案件18件。第${index}页`,
    }));
    const start = performance.now();
    expect(examine(report, { ...DEFAULT_CONFIGURATION, ignore: many }).unmatched).toHaveLength(50_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('allowed words', () => {
  const report = (allow: readonly string[]) =>
    parseReport(new SourceText(REPORT), { ...NO_PROJECT, terms: { ...NO_PROJECT.terms, allow } });
  const found = (rule: Rule, allow: readonly string[]): number => {
    const project = { ...NO_PROJECT, terms: { ...NO_PROJECT.terms, allow } };
    return check(report(allow), { ...DEFAULT_CONFIGURATION, project }, [rule]).length;
  };

  it('silence rules on terms, doubled words and Latin letters inside them', () => {
    for (const rule of [finder('typo', '组织领导', 'terms'), finder('doubled-word', '组织领导'), finder('latin-residue', '组织领导')]) {
      expect(found(rule, [])).toBe(1);
      expect(found(rule, ['加强组织领导'])).toBe(0);
      expect(found(rule, ['组织领导'])).toBe(0);
      expect(found(rule, ['组织'])).toBe(1);
    }
  });

  it('silence no other rule', () => expect(found(finder('placeholder', '组织领导'), ['组织领导'])).toBe(1));
});

describe('a quote', () => {
  const quote = (text: string, piece: string, from = 0, others: readonly { start: number; end: number }[] = []): string => {
    const start = text.indexOf(piece, from);
    return quoteOf(new SourceText(text), { start, end: start + piece.length }, others);
  };

  it('is the clause around the finding', () => expect(quote(REPORT, '____')).toBe('研究事项____项'));

  it('grows until it stands in the text once', () => {
    const text = '甲接待××人次，乙接待××人次，丙。';
    expect(quote(text, '××')).toBe('甲接待××人次');
    expect(quote('接待××人次，接待××人次。', '××', 5)).toBe('，接待××人次。');
  });

  it('keeps clear of other findings, is on one line and has at most forty characters', () => {
    expect(quote('共××件××次', '××', 0, [{ start: 4, end: 6 }])).toBe('共××件');
    const long = quote(`${'字'.repeat(50)}\r\n${'句'.repeat(50)}`, `${'字'.repeat(30)}\r\n${'句'.repeat(30)}`, 20);
    expect(long.length).toBeLessThanOrEqual(40);
    expect(long).not.toMatch(/[\r\n]/u);
  });

  it('never cuts a character in two', () => {
    const text = `${'𠮷'.repeat(30)}××${'𠮷'.repeat(30)}`;
    expect(quote(text, '××')).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/u);
  });
});

it('finds overlapping quotes', () => {
  const index = new QuoteIndex(['aa', 'aab', 'b', ''].map((quote) => ({ quote, value: quote })));
  expect([...index.occurrencesIn('aaab')].map(({ start, values }) => `${start}${values.join('')}`)).toEqual(['0aa', '1aa', '1aab', '3b']);
});
