import { describe, expect, it } from 'vitest';
import { type HoverContext, hover } from '../../server/language/hover.js';
import { LINES, parse, SAMPLE } from './sample.js';

/** A report without findings, so that a hover tells of the text alone. */
const NOTHING_FOUND: HoverContext = { findings: [], reasonOf: () => undefined };

function textAt(text: string, line: number, character: number, markdown = true): string | undefined {
  const found = hover(parse(text), { line, character }, { locale: 'zh-CN', markdown }, NOTHING_FOUND);
  if (found === undefined) return undefined;
  if (typeof found.contents === 'string' || Array.isArray(found.contents) || 'language' in found.contents) throw new Error('no markup');
  expect(found.contents.kind).toBe(markdown ? 'markdown' : 'plaintext');
  return found.contents.value;
}

describe('hover', () => {
  it('says what the regulation wants in a section, and how much stands there', () => {
    const value = textAt(SAMPLE, 3, 5) ?? '';
    expect(value).toContain('**主要举措和成效**');
    expect(value).toContain('规定的表述：上一年度推进法治政府建设的主要举措和成效');
    expect(value).toContain('该写什么：');
    expect(value).toMatch(/本节 \d+ 字，4 处数据。$/);
  });

  it('covers the heading exactly', () => {
    const found = hover(parse(SAMPLE), { line: 8, character: 0 }, { locale: 'zh-CN', markdown: true }, NOTHING_FOUND);
    expect(found?.range).toEqual({ start: { line: 8, character: 0 }, end: { line: 8, character: LINES[8]?.length } });
  });

  it('has no markup where the client shows none', () => {
    const value = textAt(SAMPLE, 3, 5, false) ?? '';
    expect(value).not.toContain('**');
    expect(value).toContain('主要举措和成效\n规定的表述：');
  });

  it('names both kinds of a merged section', () => {
    const text = '云桥镇2024年法治政府建设报告\n一、主要举措和成效\n召开会议3次。\n二、存在的问题和下一步打算\n执法力量不足。';
    const value = textAt(text, 3, 1) ?? '';
    expect(value).toContain('这一节合写了几项内容：不足和原因、下一年度主要安排。');
    expect(value).toContain('**下一年度主要安排**');
  });

  it('says so where a section was not recognised', () => {
    const text = `${SAMPLE.slice(0, SAMPLE.indexOf('云桥镇人民政府'))}五、其他需要报告的情况\n无。`;
    expect(textAt(text, 14, 1)).toContain('没有认作');
  });

  it('says so where a part is no section of its own', () => {
    const text = SAMPLE.replace('（一）强化组织领导', '（一）履行第一责任人职责').replace(/三、.*\n.*\n/, '');
    expect(textAt(text, 4, 4)).toContain('没有单列为一级标题');
  });

  it('is silent elsewhere', () => {
    expect(textAt(SAMPLE, 0, 3)).toBeUndefined();
    expect(textAt(SAMPLE, 4, 4)).toBeUndefined();
    expect(textAt(SAMPLE, 5, 3)).toBeUndefined();
    expect(textAt('', 0, 0)).toBeUndefined();
    expect(textAt(SAMPLE, 999, 0)).toBeUndefined();
  });

  it('speaks English where asked', () => {
    const found = hover(parse(SAMPLE), { line: 3, character: 0 }, { locale: 'en', markdown: false }, NOTHING_FOUND);
    expect(JSON.stringify(found?.contents)).toContain('In the regulation: ');
  });
});
