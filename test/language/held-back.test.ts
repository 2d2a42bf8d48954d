import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import type { Finding } from '../../server/check/finding.js';
import { withoutUnfinished } from '../../server/language/held-back.js';
import { DECISIONS, reachOf } from '../../server/language/unfinished.js';
import { RULES } from '../../server/rules/index.js';
import { makeFinding, parse, SAMPLE, spanOf } from './sample.js';

describe('the decision whether a finding may be due to an unfinished sentence', () => {
  it('is made for every rule, once', () => {
    expect(DECISIONS.flatMap(({ rules }) => rules).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it('has a reason', () => {
    for (const { reason } of DECISIONS) expect(reason).not.toBe('');
    expect(reachOf('unbalanced-pair')).toBe('paragraph');
    expect(reachOf('empty-section')).toBe('section');
    expect(reachOf('missing-section')).toBe('report');
    expect(reachOf('placeholder')).toBeUndefined();
  });
});

/** What is shown of some findings in a text while somebody types behind `before`. */
function rules(
  text: string,
  findings: readonly Finding[],
  before: string,
  shown?: { text: string; findings: readonly Finding[] },
): string[] {
  const report = parse(text);
  const last = shown === undefined ? undefined : { source: parse(shown.text).source, findings: shown.findings };
  return withoutUnfinished(report, findings, spanOf(text, before).end, last).map(({ rule }) => rule);
}

const at = (text: string, rule: string, piece: string): Finding => makeFinding(rule, spanOf(text, piece));

describe('while somebody types', () => {
  it('new findings of the paragraph wait, others do not', () => {
    const findings = [
      at(SAMPLE, 'unbalanced-pair', '会议4次'),
      at(SAMPLE, 'unbalanced-pair', '法治讲座'),
      at(SAMPLE, 'placeholder', '汇报'),
    ];
    expect(rules(SAMPLE, findings, '召开专题')).toEqual(['unbalanced-pair', 'placeholder']);
  });

  it('findings with one of their places in the paragraph wait, too', () => {
    const related = [{ span: spanOf(SAMPLE, '汇报'), message: { 'zh-CN': '', en: '' } }];
    const finding = makeFinding('broken-paragraph', spanOf(SAMPLE, '（一）强化组织领导'), { related });
    expect(rules(SAMPLE, [finding], '召开专题')).toEqual([]);
    expect(rules(SAMPLE, [finding], '开展法治讲座')).toEqual(['broken-paragraph']);
  });

  it('what the section lacks waits while somebody writes in it', () => {
    const findings = [at(SAMPLE, 'thin-section', '二、2024年'), at(SAMPLE, 'thin-section', '三、2024年')];
    expect(rules(SAMPLE, findings, '执法力量')).toHaveLength(1);
    expect(rules(SAMPLE, findings, '全年召开')).toHaveLength(2);
  });

  it('what hangs on a heading or on the title waits wherever it is', () => {
    const findings = [at(SAMPLE, 'heading-sequence', '四、2025年'), at(SAMPLE, 'year-mismatch', '2024年，')];
    expect(rules(SAMPLE, findings, '三、2024')).toEqual(['year-mismatch']);
    expect(rules(SAMPLE, findings, '云桥镇2024')).toEqual([]);
  });

  it('what was shown before stays, wherever the text has moved', () => {
    const before = SAMPLE.replace('听取', '“听取');
    const shown = { text: before, findings: [at(before, 'unbalanced-pair', '“')] };
    const after = before.replace('专题会议', '全镇专题会议').replace('工作汇报', '“工作汇报');
    const findings = [at(after, 'unbalanced-pair', '“听'), at(after, 'unbalanced-pair', '“工')].map((one) => ({
      ...one,
      span: { start: one.span.start, end: one.span.start + 1 },
    }));
    const report = parse(after);
    const kept = withoutUnfinished(report, findings, spanOf(after, '“工').end, { source: parse(before).source, findings: shown.findings });
    expect(kept).toEqual([findings[0]]);
  });

  it('the same list is given where nothing waits', () => {
    const findings = [at(SAMPLE, 'placeholder', '会议4次')];
    expect(withoutUnfinished(parse(SAMPLE), findings, spanOf(SAMPLE, '会议4次').end, undefined)).toBe(findings);
  });

  it('is decided quickly where thousands of findings stand on one line', () => {
    const text = SAMPLE.replace('听取', '召开会议,'.repeat(20_000));
    const report = parse(text);
    const findings = [...text.matchAll(/,/gu)].map(({ index }) => makeFinding('half-width-punctuation', { start: index, end: index + 1 }));
    const shown = { source: report.source, findings: findings.slice(0, -1) };
    const begin = performance.now();
    expect(withoutUnfinished(report, findings, text.indexOf('召开会议,'), shown)).toHaveLength(19_999);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });

  it('works in texts of every form', () => {
    for (const text of ['', '\n', SAMPLE.replaceAll('\n', '\r\n'), SAMPLE.replaceAll('\n', ''), '一、\n\n二、']) {
      const report = parse(text);
      const findings = check(report);
      for (let caret = 0; caret <= text.length; caret += 7) {
        const kept = withoutUnfinished(report, findings, caret, undefined);
        expect(kept.every((finding) => findings.includes(finding))).toBe(true);
        const again = { source: report.source, findings };
        expect(withoutUnfinished(report, findings, caret, again)).toEqual(findings);
      }
    }
  });
});
