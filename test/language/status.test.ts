import { describe, expect, it } from 'vitest';
import { checkedStatus, uncheckedStatus } from '../../server/language/status.js';
import { makeFinding, parse, SAMPLE, sampleWithout } from './sample.js';

const SPAN = { start: 0, end: 1 };

describe('status', () => {
  it('says in a few words that all is there', () => {
    const status = checkedStatus(parse(SAMPLE), [], 'zh-CN');
    expect(status.state).toBe('checked');
    expect(status.label).toBe('四项齐全');
    expect(status.detail).toBe('主要举措和成效：第 4 行\n不足和原因：第 9 行\n第一责任人职责：第 11 行\n下一年度主要安排：第 13 行');
    expect(status.sections.map(({ kind, state, line }) => [kind, state, line])).toEqual([
      ['measures', 'present', 3],
      ['shortcomings', 'present', 8],
      ['duties', 'present', 10],
      ['plan', 'present', 12],
    ]);
  });

  it('names what is missing and counts errors and warnings', () => {
    const findings = [
      makeFinding('a', SPAN),
      makeFinding('b', SPAN, { severity: 'warning' }),
      makeFinding('b', SPAN, { severity: 'warning' }),
      makeFinding('c', SPAN, { severity: 'hint' }),
    ];
    const status = checkedStatus(parse(sampleWithout(10, 11)), findings, 'zh-CN');
    expect(status.label).toBe('缺：第一责任人职责 · 错误 1 · 警告 2');
    expect(status.counts).toEqual({ error: 1, warning: 2, information: 0, hint: 1 });
    expect(status.sections[2]).toEqual({ kind: 'duties', name: '第一责任人职责', state: 'missing' });
    expect(checkedStatus(parse(sampleWithout(10, 11)), findings, 'en').label).toBe(
      'Missing: Duties of the first persons responsible · 1 error · 2 warnings',
    );
  });

  it('stays short where much is missing', () => {
    expect(checkedStatus(parse(sampleWithout(8, 9, 10, 11, 12, 13)), [], 'zh-CN').label).toBe('缺 3 项');
    expect(checkedStatus(parse('云桥镇2024年法治政府建设情况报告'), [], 'zh-CN').label).toBe('四项均缺');
  });

  it('tells merged and embedded sections apart', () => {
    const text = sampleWithout(10, 11, 12, 13)
      .replace('存在的不足和原因', '存在的问题和下一步打算')
      .replace('强化组织领导', '履行第一责任人职责');
    const status = checkedStatus(parse(text), [], 'zh-CN');
    expect(status.label).toBe('未单列：第一责任人职责');
    expect(status.sections.map(({ state }) => state)).toEqual(['present', 'merged', 'embedded', 'merged']);
  });

  it('says why a file is not checked and what to do', () => {
    const status = uncheckedStatus('zh-CN');
    expect(status.state).toBe('not-a-report');
    expect(status.label).toBe('未检查');
    expect(status.detail).toContain('语言模式');
    expect(status.sections).toEqual([]);
  });
});
