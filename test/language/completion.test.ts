import { InsertTextFormat } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { completion } from '../../server/language/completion.js';
import { completeAt, labels, PLAIN, SNIPPETS, textEditOf } from './complete.js';
import { LINES, parse, SAMPLE, sampleWithout } from './sample.js';

const SECTIONS = ['主要举措和成效', '不足和原因', '第一责任人职责', '下一年度主要安排'];

/** Replaces lines of the sample from one on; what is typed stands in their place. */
function sampleWith(typed: string, from: number, count: number): string {
  return LINES.toSpliced(from, count, typed).join('\n');
}

const withoutDuties = (typed: string): string => sampleWith(typed, 10, 2);

describe('completion', () => {
  it.each(['dyzrr', 'zrr', 'DYZRR', '第一责任人', '责任人', '党政主要', '2024年党政主要'])('finds the duties by %s', (typed) => {
    const items = completeAt(withoutDuties(`${typed}|`));
    const item = items.find(({ label }) => label === '第一责任人职责');
    expect(item).toBeDefined();
    expect(item?.filterText?.startsWith(typed)).toBe(true);
    expect(item?.preselect).toBe(true);
    expect(textEditOf(item).range).toEqual({ start: { line: 10, character: 0 }, end: { line: 10, character: typed.length } });
  });

  it.each([
    ['zyjc', '主要举措和成效'],
    ['主要举措', '主要举措和成效'],
    ['举措', '主要举措和成效'],
    ['bz', '不足和原因'],
    ['不足', '不足和原因'],
    ['dyzrr', '第一责任人职责'],
    ['xynd', '下一年度主要安排'],
    ['下一年度', '下一年度主要安排'],
    ['ap', '下一年度主要安排'],
    ['2024年主要举措', '主要举措和成效'],
    ['2025年度主要安排', '下一年度主要安排'],
    ['2024年推进法治政府建设的主', '主要举措和成效'],
  ])('finds by %s: %s', (typed, label) => {
    expect(labels(completeAt(`云桥镇2024年法治政府建设情况报告\n${typed}|`))).toEqual([label]);
  });

  it('fills in year and agency, numbers the section by its place and moves the following numbers', () => {
    const [item] = completeAt(withoutDuties('dyzrr|'));
    expect(item?.detail).toMatch(/^三、2024年党政主要负责人履行推进法治建设第一责任人职责/);
    expect(textEditOf(item).newText.startsWith(`${item?.detail}\n`)).toBe(true);
    expect(item?.additionalTextEdits).toBeUndefined();
    const text = LINES.toSpliced(10, 2, 'dyzrr').with(11, '三、2025年推进法治政府建设的主要安排');
    const [moved] = completeAt(text.join('\n').replace('dyzrr', 'dyzrr|'));
    expect(moved?.additionalTextEdits).toEqual([
      { range: { start: { line: 11, character: 0 }, end: { line: 11, character: 1 } }, newText: '四' },
    ]);
  });

  it('makes tab stops of blanks and escapes what has a meaning', () => {
    const [item] = completeAt(withoutDuties('dyzrr|'));
    expect(item?.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(textEditOf(item).newText).toContain('$' + '{1:____}');
    expect(textEditOf(item).newText.endsWith('$0')).toBe(true);
  });

  it('sends plain text to clients without snippets', () => {
    const [item] = completeAt(withoutDuties('dyzrr|'), PLAIN);
    expect(item?.insertTextFormat).toBe(InsertTextFormat.PlainText);
    expect(textEditOf(item).newText).not.toMatch(/[$\\]/);
    expect(textEditOf(item).newText).toContain('____');
    expect(item).not.toHaveProperty('insertTextMode');
    expect(item).not.toHaveProperty('labelDetails');
  });

  it('leaves a tab stop where the report names no year or agency', () => {
    const [item] = completeAt('\n\n主要安排|');
    expect(item?.detail).toMatch(/^一、____年/);
    expect(textEditOf(item).newText).toContain('$' + '{1:____}年');
    expect(textEditOf(item).newText).not.toMatch(/8998|8999|\ue000/);
  });

  it('keeps a number that was typed', () => {
    const [item] = completeAt(withoutDuties('　三、dyzrr|'));
    expect(textEditOf(item).range).toEqual({ start: { line: 10, character: 3 }, end: { line: 10, character: 8 } });
    expect(textEditOf(item).newText.startsWith('2024年党政主要负责人')).toBe(true);
  });

  it('offers the missing sections first, and all of them on an empty line', () => {
    const items = completeAt(withoutDuties('|'));
    expect(labels(items)[0]).toBe('第一责任人职责');
    expect(labels(items).filter((label) => SECTIONS.includes(label))).toEqual([
      '第一责任人职责',
      '主要举措和成效',
      '不足和原因',
      '下一年度主要安排',
    ]);
    expect(items.filter(({ preselect }) => preselect === true).map(({ label }) => label)).toEqual(['第一责任人职责']);
    expect(items.every((item) => textEditOf(item).range.start.character === 0)).toBe(true);
  });

  it('does not take the heading that is being typed for a section that is there', () => {
    const items = completeAt(withoutDuties('三、第一责任人|'));
    expect(items.find(({ label }) => label === '第一责任人职责')?.labelDetails?.description).toBe('缺少');
  });

  it('comes uninvited behind a number only, and only with what is missing', () => {
    const uninvited = { ...SNIPPETS, uninvited: true };
    expect(labels(completeAt(withoutDuties('三、|'), uninvited))).toEqual(['第一责任人职责']);
    expect(completeAt(`${SAMPLE}\n五、|`, uninvited)).toEqual([]);
    expect(completeAt(withoutDuties('宣传法律、|'), uninvited)).toEqual([]);
  });

  it.each([
    '全年召开会议4次，主要举措|',
    '我镇主要举措有三|',
    '一是不足|',
    '“不足|',
    '不足 |',
    '不足|。',
    '（一）不足|',
    '1.不足|',
    '不|',
    '会议|',
    '不足之处|',
    '2024|',
    '2024年|',
    '2025年|',
    '2024年推进|',
    '2025|',
    `${'举措'.repeat(40)}|`,
  ])('stays quiet in prose: %s', (typed) => {
    expect(completeAt(withoutDuties(typed))).toEqual([]);
  });

  it('works with the caret inside the trigger', () => {
    const [item] = completeAt(withoutDuties('dy|zrr'));
    expect(item?.label).toBe('第一责任人职责');
    expect(textEditOf(item).range).toEqual({ start: { line: 10, character: 0 }, end: { line: 10, character: 5 } });
  });

  it('writes numbers as the file does', () => {
    const styled = (first: string, second: string): string | undefined =>
      completeAt(
        `云桥镇2024年法治政府建设情况报告\n${first}主要举措和成效\n召开会议4次。\n${second}存在的不足和原因\n力量不足。\ndyzrr|`,
      )[0]?.detail;
    expect(styled('（一）', '（二）')).toMatch(/^（三）2024/);
    expect(styled('第一部分 ', '第二部分 ')).toMatch(/^第三部分 2024/);
    expect(styled('１．', '２．')).toMatch(/^３．2024/);
    expect(styled('## 一、', '## 二、')).toMatch(/^三、2024/);
    expect(styled('', '')).toMatch(/^2024/);
  });

  it('repeats the signs of Markdown headings where they are not there yet', () => {
    const head = '# 云桥镇2024年法治政府建设情况报告\n\n## 一、主要举措和成效\n\n召开会议4次。\n\n';
    expect(textEditOf(completeAt(`${head}dyzrr|`)[0]).newText.startsWith('## 二、2024')).toBe(true);
    const [typed] = completeAt(`${head}## dyzrr|`);
    expect(textEditOf(typed).newText.startsWith('二、2024')).toBe(true);
    expect(textEditOf(typed).range.start.character).toBe(3);
  });

  it('offers the whole report where there is none yet', () => {
    for (const typed of ['bg', 'fzbg', '年度报告', '报告', '']) {
      expect(labels(completeAt(`${typed}|`))[0]).toBe('法治政府建设年度报告（全文框架）');
    }
    const [whole] = completeAt('bg|');
    const { newText } = textEditOf(whole);
    expect(newText.match(/法治政府建设/g)?.length).toBeGreaterThan(3);
    expect(newText).toContain('一、');
    expect(newText).toContain('四、');
    expect(newText).not.toMatch(/8998|8999|\ue000/);
    expect(labels(completeAt(withoutDuties('bg|')))).toEqual([]);
    expect(labels(completeAt('云桥镇2024年法治政府建设情况报告\nbg|'))).toEqual([]);
  });

  it('makes a whole report that is complete', () => {
    const [whole] = completeAt('bg|', PLAIN);
    const report = parse(textEditOf(whole).newText);
    expect(report.isReport).toBe(true);
    expect(report.sections.map(({ kinds }) => kinds)).toEqual([['measures'], ['shortcomings'], ['duties'], ['plan']]);
  });

  it('leads to a report with the section at its place', () => {
    const text = withoutDuties('dyzrr').replaceAll('\n', '\r\n');
    const document = TextDocument.create('file:///a.txt', 'fazhi-report', 1, text);
    const [item] = completion(parse(text), { line: 10, character: 5 }, PLAIN).items;
    const result = TextDocument.applyEdits(document, [textEditOf(item), ...(item?.additionalTextEdits ?? [])]);
    expect(parse(result).sections.map(({ kinds, heading }) => [kinds[0], heading.marker?.value])).toEqual([
      ['measures', 1],
      ['shortcomings', 2],
      ['duties', 3],
      ['plan', 4],
    ]);
    expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says that the list changes with what is typed', () => {
    const report = parse(sampleWithout(10, 11));
    expect(completion(report, { line: 1, character: 0 }, SNIPPETS).isIncomplete).toBe(true);
    expect(completion(report, { line: 0, character: 3 }, SNIPPETS)).toEqual({ isIncomplete: false, items: [] });
  });
});
