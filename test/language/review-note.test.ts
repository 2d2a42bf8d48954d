import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { reviewNote } from '../../server/language/review-note.js';
import { listRules } from '../../server/language/rule-list.js';
import { parseReport } from '../../server/report/parse-report.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { RULES, ruleById } from '../../server/rules/index.js';
import type { Locale } from '../../server/rules/rule.js';
import { SourceText } from '../../server/text/source-text.js';

function noteOf(text: string, locale: Locale = 'zh-CN', uri = 'file:///a/%E6%B8%85%E6%BA%90%E9%95%87.txt') {
  const report = parseReport(new SourceText(text));
  return reviewNote({ report, findings: check(report), uri, locale, ruleName: (id) => ruleById(id)?.name });
}

const DEFECTIVE = exampleReport({
  measures:
    '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。领导小组下设办分室，召开会议 4 次。\n(二)规范行政执法。开展行政检查312余次。',
});

describe('the note to the writer', () => {
  it('tells the grave findings first, each with its line and words', () => {
    const { text, count } = noteOf(DEFECTIVE);
    const lines = text.split('\n');
    expect(lines[0]).toBe('审读意见：清源镇.txt（清源镇）');
    expect(lines[1]).toMatch(/^共 \d+ 条：错误 1 条、警告 \d+ 条/u);
    expect(text).toMatch(/\n错误 1 条\n1\. 第4行 “.*办分室.*”：.*“办公室”/u);
    expect(text.indexOf('错误 1 条\n')).toBeLessThan(text.indexOf('\n警告'));
    expect(lines.filter((line) => /^\d+\. /u.test(line))).toHaveLength(count);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('leaves hints out', () => {
    const hints = check(parseReport(new SourceText(DEFECTIVE))).filter(({ severity }) => severity === 'hint');
    expect(hints).not.toEqual([]);
    for (const { message } of hints) expect(noteOf(DEFECTIVE).text).not.toContain(message['zh-CN']);
  });

  it('tells the rest of one kind by line only, and counts it', () => {
    const slips = Array.from(
      { length: 8 },
      (_, index) => `（${'一二三四五六七八'.charAt(index)}）规范执法。开展检查${312 + index}余次，受理案件8件。`,
    );
    const { text, count } = noteOf(exampleReport({ measures: `一、主要举措和成效\n${slips.join('\n')}` }));
    expect(text).toMatch(/\n6\. 确数带“余”：另有 3 条，第9、10、11行\n/u);
    expect(count).toBeGreaterThanOrEqual(8);
  });

  it('says what a fix would do where the message does not', () => {
    expect(noteOf(DEFECTIVE).text).toContain('（建议：改为“312次”）');
  });

  it('speaks English where that is set', () => {
    const { text } = noteOf(DEFECTIVE, 'en');
    expect(text).toMatch(/^Review: 清源镇\.txt \(清源镇\)\n\d+ in all: Errors: 1, /u);
    expect(text).toContain('1. Line 4 "');
  });

  it('says so where there is nothing to change', () => {
    expect(noteOf(exampleReport({}))).toEqual({ text: '审读意见：清源镇.txt（清源镇）\n没有发现需要修改的问题。\n', count: 0 });
  });

  it('takes any address for a name', () => {
    expect(noteOf(exampleReport({}), 'zh-CN', 'untitled:Untitled-1').text).toMatch(/^审读意见：untitled:Untitled-1（/u);
    expect(noteOf(exampleReport({}), 'zh-CN', 'file:///%E6%zz.txt').text).toMatch(/^审读意见：%E6%zz\.txt（/u);
  });
});

describe('the list of rules', () => {
  it('has them all, those with findings first', () => {
    const findings = check(parseReport(new SourceText(DEFECTIVE)));
    const list = listRules(findings, 'zh-CN');
    expect(list).toHaveLength(RULES.length);
    const found = new Set(findings.map(({ rule }) => rule));
    expect(new Set(list.slice(0, found.size).map(({ id }) => id))).toEqual(found);
    expect(list.reduce((sum, { findings: count }) => sum + count, 0)).toBe(findings.length);
    expect(list.find(({ id }) => id === 'typo')).toMatchObject({ name: '错别字', page: expect.stringMatching(/docs\/rules\/typo\.md$/u) });
  });
});
