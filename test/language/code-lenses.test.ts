import { describe, expect, it } from 'vitest';
import { type CodeLensOptions, codeLenses } from '../../server/language/code-lenses.js';
import type { Finding } from '../../server/check/finding.js';
import { makeFinding, parse, SAMPLE, sampleWithout, spanOf } from './sample.js';

const PLAIN: CodeLensOptions = { uri: 'file:///a.txt', locale: 'zh-CN', commands: {} };
const RUNNING: CodeLensOptions = { ...PLAIN, commands: { showPlace: 'show.place', showFigures: 'show.figures' } };

function shown(text: string, findings: readonly Finding[] = [], options = PLAIN): [number, string][] {
  return codeLenses(parse(text), findings, options).map(({ range, command }) => [range.start.line, command?.title ?? '']);
}

const finding = (piece: string): Finding => makeFinding('wrong', spanOf(SAMPLE, piece));

describe('code lenses', () => {
  it('tell of each mandated section how long it is, how many figures it has and how many findings', () => {
    expect(shown(SAMPLE, [finding('会议4次'), finding('资料3000份'), finding('四、2025年')])).toEqual([
      [3, '50 字 · 4 个数据 · 2 处问题'],
      [8, '15 字 · 0 个数据'],
      [10, '13 字 · 1 个数据'],
      [12, '16 字 · 0 个数据 · 1 处问题'],
    ]);
  });

  it('leave findings outside of the sections alone', () => {
    const outside = [finding('云桥镇2024年'), finding('2025年1月10日')];
    expect(shown(SAMPLE, outside).map(([, title]) => title)).not.toContainEqual(expect.stringContaining('问题'));
  });

  it('say what is missing above the title', () => {
    expect(shown(sampleWithout(8, 9))[0]).toEqual([0, '缺：不足和原因']);
    expect(shown(sampleWithout(8, 9, 10, 11))[0]).toEqual([0, '缺：不足和原因、第一责任人职责']);
    expect(shown('云桥镇2024年法治政府建设情况报告')).toEqual([[0, '规定的四项内容均缺']]);
    expect(shown('')).toEqual([]);
  });

  it('say which parts a merged section stands for', () => {
    const text = '云桥镇2024年法治政府建设报告\n一、主要举措和成效\n召开会议3次。\n二、存在的问题和下一步打算\n执法力量不足。';
    expect(shown(text).at(-1)).toEqual([3, '不足和原因、下一年度主要安排 · 6 字 · 0 个数据']);
  });

  it('lead to the first finding and to the figures of the section where the client has commands for that', () => {
    const [size, problems, ...others] = codeLenses(parse(SAMPLE), [finding('会议4次'), finding('资料3000份')], RUNNING);
    expect(size?.command).toEqual({
      title: '50 字 · 4 个数据',
      command: 'show.figures',
      arguments: ['file:///a.txt', { start: { line: 3, character: 0 }, end: { line: 6, character: 30 } }],
    });
    expect(problems?.command).toEqual({
      title: '2 处问题',
      command: 'show.place',
      arguments: ['file:///a.txt', { start: { line: 5, character: 6 }, end: { line: 5, character: 10 } }],
    });
    expect(problems?.range).toEqual(size?.range);
    // Nothing is to be seen where there are no figures.
    expect(others[0]?.command).toEqual({ title: '15 字 · 0 个数据', command: '' });
  });

  it('keep the findings of an earlier version with their sections', () => {
    const later = SAMPLE.replace('\n一、2024', '\n又一段。\n又一段。\n一、2024').replace('三、2024年党政', '三、党政');
    const options = { ...RUNNING, checked: parse(SAMPLE) };
    const lenses = codeLenses(parse(later), [finding('会议4次'), finding('会议3次')], options);
    const problems = lenses.filter(({ command }) => command?.title.includes('问题'));
    // What became of the section with the other heading is not known.
    expect(problems.map(({ range, command }) => [range.start.line, command?.title, command?.arguments?.[1]])).toEqual([
      [5, '1 处问题', expect.objectContaining({ start: { line: 5, character: 0 } })],
    ]);
  });

  it('speak English where asked', () => {
    expect(shown(sampleWithout(8, 9), [], { ...PLAIN, locale: 'en' }).map(([, title]) => title)).toEqual([
      'Missing: Shortcomings and causes',
      '50 characters · 4 figures',
      '13 characters · 1 figure',
      '16 characters · 0 figures',
    ]);
  });
});
