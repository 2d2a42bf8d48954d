import { describe, expect, it } from 'vitest';
import { accepted, completeAt, inOrder, SNIPPETS } from './complete.js';

const HEAD = '云桥镇2024年法治政府建设情况报告\n';
const REPORT = `${HEAD}一、2024年推进法治政府建设的主要举措和成效
（一）强化组织领导
召开专题会议4次。
（二）推进普法宣传。开展法治讲座12场。
@
（三）规范行政执法。检查3次。
二、2024年推进法治政府建设存在的不足和原因
力量不足，原因是编制较少。
`;

/** The numbers that are offered, in order: those items whose detail says what they follow. */
function numbersAt(marked: string, options = SNIPPETS): readonly string[] {
  return inOrder(completeAt(marked, options))
    .filter(({ detail }) => /^接在|^“.*”之下|^Follows|^The first/u.test(detail ?? ''))
    .map(({ label }) => label);
}

const at = (line: string): readonly string[] => numbersAt(REPORT.replace('@', line));

describe('completion of the next number', () => {
  it('offers the next number of each level, the nearest first, and the first of the level below', () => {
    expect(at('|')).toEqual(['（三）', '二、', '1.']);
    expect(numbersAt(`${REPORT.replace('@\n', '')}|`)).toEqual(['三、', '（一）']);
  });

  it('says what a number follows', () => {
    const [item] = completeAt(REPORT.replace('@', '（|'));
    expect(item?.detail).toBe('接在“（二）推进普法宣传”之后');
    const [english] = completeAt(REPORT.replace('@', '（|'), { ...SNIPPETS, locale: 'en' });
    expect(english?.detail).toBe('Follows “（二）推进普法宣传”');
  });

  it.each([
    ['（|', '（三）'],
    ['（|）', '（三）'],
    ['(|)', '（三）'],
    ['（三|）', '（三）'],
    ['二|', '二、'],
    ['1|', '1.'],
  ])('goes on from %s', (typed, label) => {
    const marked = REPORT.replace('@', typed);
    const item = completeAt(marked).find((one) => one.label === label);
    expect(accepted(marked, item)).toBe(REPORT.replace('@', label));
  });

  it.each(['（四|', '（两|', '3|', '（|三）规范', '会议（|', '（一|个）', '20|24年', '（|（'])('offers none for %s', (typed) => {
    expect(at(typed)).toEqual([]);
  });

  it('comes uninvited only behind an opening', () => {
    const uninvited = { ...SNIPPETS, uninvited: true };
    expect(numbersAt(REPORT.replace('@', '（|）'), uninvited)).toEqual(['（三）']);
    expect(numbersAt(REPORT.replace('@', '|'), uninvited)).toEqual([]);
    expect(numbersAt(REPORT.replace('@', '调解纠纷（|）'), uninvited)).toEqual([]);
  });

  it.each([
    ['第一部分　主要举措和成效', '第二部分'],
    ['１．主要举措和成效', '２．'],
    ['(一) 主要举措和成效', '(二)'],
    ['㈠主要举措和成效', '㈡'],
    ['一.主要举措和成效', '二.'],
  ])('writes numbers as the report does: %s', (heading, label) => {
    expect(numbersAt(`${HEAD}${heading}\n召开会议4次。\n|`)[0]).toBe(label);
  });

  it('indents a number as the report does, and keeps the blanks behind it', () => {
    const marked = `${HEAD}　　一、主要举措和成效\n　　（一） 强化组织领导\n　　召开会议4次。\n|`;
    const item = completeAt(marked).find(({ label }) => label === '（二）');
    expect(accepted(marked, item)).toBe(marked.replace('|', '　　（二） '));
    const indented = marked.replace('|', '　　|');
    const there = completeAt(indented).find(({ label }) => label === '（二）');
    expect(accepted(indented, there)).toBe(marked.replace('|', '　　（二） '));
  });

  it('writes the signs of Markdown once', () => {
    const head = '# 云桥镇2024年法治政府建设情况报告\n\n## 一、主要举措和成效\n\n### （一）组织领导\n\n召开会议4次。\n\n';
    for (const line of ['|', '### |', '### （|）']) {
      const item = completeAt(head + line).find(({ label }) => label === '（二）');
      expect(accepted(head + line, item)).toBe(`${head}### （二）`);
    }
  });

  it('works with every line end', () => {
    for (const end of ['\r\n', '\r']) {
      expect(numbersAt(REPORT.replace('@', '|').replaceAll('\n', end))).toEqual(['（三）', '二、', '1.']);
    }
  });

  it('offers none above the first heading, none without numbers, and none below the sign-off', () => {
    expect(numbersAt(`${HEAD}|\n一、主要举措和成效\n召开会议4次。`)).toEqual([]);
    expect(numbersAt(`${HEAD}主要举措和成效\n召开会议4次。\n存在的不足和原因\n力量不足。\n|`)).toEqual([]);
    expect(numbersAt(`${REPORT.replace('@\n', '')}云桥镇人民政府\n2025年1月10日\n|`)).toEqual([]);
  });
});
