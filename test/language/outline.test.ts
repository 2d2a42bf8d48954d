import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { flatOutline, outline } from '../../server/language/outline.js';
import { LINES, parse, SAMPLE } from './sample.js';

function positions({ range: { start, end } }: Pick<DocumentSymbol, 'range'>): readonly number[] {
  return [start.line, start.character, end.line, end.character];
}

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function checkNesting(symbols: readonly DocumentSymbol[], parent?: DocumentSymbol): void {
  for (const symbol of symbols) {
    expect(symbol.name.trim()).not.toBe('');
    expect(before(symbol.range.start, symbol.selectionRange.start)).toBe(true);
    expect(before(symbol.selectionRange.end, symbol.range.end)).toBe(true);
    if (parent !== undefined) {
      expect(before(parent.range.start, symbol.range.start)).toBe(true);
      expect(before(symbol.range.end, parent.range.end)).toBe(true);
    }
    checkNesting(symbol.children ?? [], symbol);
  }
}

describe('outline', () => {
  it('lists the title and the sections with their kinds', () => {
    const symbols = outline(parse(SAMPLE), 'zh-CN');
    expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
      ['云桥镇2024年法治政府建设情况报告', '2024年 · 云桥镇'],
      ['一、2024年推进法治政府建设的主要举措和成效', '主要举措和成效'],
      ['二、2024年推进法治政府建设存在的不足和原因', '不足和原因'],
      ['三、2024年党政主要负责人履行推进法治建设第一责任人职责情况', '第一责任人职责'],
      ['四、2025年推进法治政府建设的主要安排', '下一年度主要安排'],
    ]);
    expect(symbols[0]?.kind).toBe(SymbolKind.File);
  });

  it('puts sub-headings below their section, run-in ones without their text', () => {
    const measures = outline(parse(SAMPLE), 'zh-CN')[1];
    expect(measures?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['（一）强化组织领导', undefined],
      ['（二）推进普法宣传', undefined],
    ]);
    expect(measures === undefined ? [] : positions(measures)).toEqual([3, 0, 6, LINES[6]?.length]);
    expect(measures?.selectionRange).toEqual({ start: { line: 3, character: 0 }, end: { line: 3, character: LINES[3]?.length } });
  });

  it('names every kind of a merged section', () => {
    const text = '云桥镇2024年法治政府建设报告\n一、主要举措和成效\n召开会议3次。\n二、存在的问题和下一步打算\n执法力量不足。';
    expect(outline(parse(text), 'zh-CN')[2]?.detail).toBe('不足和原因、下一年度主要安排');
    expect(outline(parse(text), 'en')[2]?.detail).toBe("Shortcomings and causes, Next year's plan");
  });

  it('nests ranges properly whatever the text', () => {
    const texts = [
      SAMPLE,
      SAMPLE.replaceAll('\n', '\r\n'),
      SAMPLE.replaceAll('\n', '\r'),
      '',
      '一、',
      '（一）\n一、\n1.\n一、一、',
      `${SAMPLE}\n  五、其他　\n　　（一）\ud800甲`,
      SAMPLE.replaceAll('\n', ''),
    ];
    for (const text of texts) checkNesting(outline(parse(text), 'zh-CN'));
  });

  it('shortens long headings at a whole character', () => {
    const long = `云桥镇2024年法治政府建设报告\n一、主要举措和成效${'𠮷'.repeat(60)}`;
    const name = outline(parse(long), 'zh-CN')[1]?.name ?? '';
    expect([...name].length).toBe(48);
    expect(name.endsWith('𠮷…')).toBe(true);
  });

  it('flattens for clients without hierarchy', () => {
    const flat = flatOutline(parse(SAMPLE), 'zh-CN', 'file:///a.txt');
    expect(flat.map(({ name, containerName }) => [name.slice(0, 4), containerName?.slice(0, 2)])).toEqual([
      ['云桥镇2', undefined],
      ['一、20', undefined],
      ['（一）强', '一、'],
      ['（二）推', '一、'],
      ['二、20', undefined],
      ['三、20', undefined],
      ['四、20', undefined],
    ]);
    expect(flat.every(({ location }) => location.uri === 'file:///a.txt')).toBe(true);
  });
});
