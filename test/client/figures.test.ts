import { describe, expect, it } from 'vitest';
import { findAgain } from '../../client/figures/findAgain.js';
import { figuresHtml, makeNonce } from '../../client/figures/html.js';
import type { ComparedFigureRow, FiguresResult } from '../../client/figures/messages.js';
import { fill, numbersFor } from '../../client/figures/numbers.js';
import { balanceOf, isShown, largestChanges, type RowFilter, sortedRows } from '../../client/figures/order.js';
import { tableText } from '../../client/figures/tableText.js';
import { textsIn } from './figures-page.js';

const RANGE = { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } };

function row(of: string, value: number, more: Partial<ComparedFigureRow> = {}): ComparedFigureRow {
  const text = `${value}件`;
  return {
    of,
    text,
    value,
    approximate: false,
    unit: '件',
    kinds: ['measures'],
    section: '主要举措和成效',
    heading: '化解纠纷',
    range: RANGE,
    before: '',
    after: '',
    isNew: false,
    ...more,
  };
}

/** A row beside last year's value of it. */
function compared(of: string, now: number, before: number, more: Partial<ComparedFigureRow> = {}): ComparedFigureRow {
  const { isNew: _, ...previous } = row(of, before);
  const difference = now - before;
  const percent = before === 0 ? {} : { percent: (difference / before) * 100 };
  return row(of, now, { previous: { ...previous, change: { difference, approximate: false, ...percent } }, ...more });
}

const table = (rows: readonly ComparedFigureRow[], previous?: FiguresResult['previous']): FiguresResult => ({
  uri: 'file:///a.txt',
  title: '云桥镇2024年法治政府建设情况报告',
  version: 1,
  rows,
  ...(previous === undefined ? {} : { previous }),
});

const LAST_YEAR = { uri: 'file:///b.txt', title: '去年', year: 2023, unmatched: [] };
const cells = (text: string): string[][] => text.split('\r\n').map((line) => line.split('\t'));

describe('the copied table', () => {
  const texts = textsIn('zh-CN');

  it('has a line of names and a line a row, in the order given', () => {
    expect(cells(tableText(table([row('纠纷', 12), row('案件', 3)]), [1, 0], texts))).toEqual([
      ['序', '统计内容', '数值', '单位', '原文', '部分', '标题', '行'],
      ['2', '案件', '3', '件', '3件', '主要举措和成效', '化解纠纷', '5'],
      ['1', '纠纷', '12', '件', '12件', '主要举措和成效', '化解纠纷', '5'],
    ]);
  });

  it('has last year beside it where that is known', () => {
    const rows = [
      compared('纠纷', 12, 9),
      row('案件', 3, { isNew: true }),
      compared('信访', 2, 0),
      compared('复议', 8, 10, { approximate: true }),
    ];
    const [head, ...lines] = cells(tableText(table(rows, LAST_YEAR), [0, 1, 2, 3], texts));
    expect(head?.slice(8)).toEqual(['2023年', '增减', '增减 %', '备注']);
    expect(lines.map((line) => line.slice(8))).toEqual([
      ['9', '3', '33.3', ''],
      ['', '', '', '新'],
      ['0', '2', '', ''],
      ['10', '-2', '-20', ''],
    ]);
    expect(lines[3]?.[4]).toBe('约 8件');
  });

  it('keeps one cell in one cell, and makes no formula of words', () => {
    const [, line] = cells(tableText(table([row('=HYPERLINK("x")', 1, { heading: '甲\t乙\r\n丙', section: '-1+2' })]), [0], texts));
    expect(line?.slice(1, 7)).toEqual([`'=HYPERLINK("x")`, '1', '件', '1件', "'-1+2", '甲 乙 丙']);
  });

  it('writes numbers as a program reads them', () => {
    const rows = [
      row('罚款', 1230000000),
      row('办结率', 98.5, { text: '98.5%' }),
      row('资料', 300, { text: '300余份', approximate: true }),
    ];
    expect(cells(tableText(table(rows), [0, 1, 2], texts)).map((line) => [line[2], line[4]])).toEqual([
      ['数值', '原文'],
      ['1230000000', '1230000000件'],
      ['98.5', '98.5%'],
      ['300', '300余份'],
    ]);
  });
});

describe('the order of rows', () => {
  const rows = [compared('纠纷', 12, 9), row('案件', 300), compared('办结率', 5, 20), row('', 12, { unit: '' })];
  const by = (column: Parameters<typeof sortedRows>[1]['column'], descending = false) => sortedRows(rows, { column, descending }, 'zh-CN');

  it('is by number, by pinyin, or as in the text', () => {
    expect(by('place')).toEqual([0, 1, 2, 3]);
    expect(by('place', true)).toEqual([3, 2, 1, 0]);
    expect(by('value')).toEqual([2, 0, 3, 1]);
    expect(by('of')).toEqual([1, 2, 0, 3]);
  });

  it('has what has no value last, either way', () => {
    expect(by('difference')).toEqual([2, 0, 1, 3]);
    expect(by('difference', true)).toEqual([0, 2, 1, 3]);
    expect(by('unit', true)).toEqual([0, 1, 2, 3]);
  });
});

describe('the filter', () => {
  const all: RowFilter = { words: '', section: undefined, change: 'all' };

  it('wants every word somewhere in the row', () => {
    const one = row('矛盾纠纷', 12, { before: '全年排查', heading: '源头预防 ABC' });
    for (const words of ['', '  ', '纠纷', '排查 12件', 'abc']) expect(isShown(one, { ...all, words }), words).toBe(true);
    for (const words of ['案件', '纠纷 案件']) expect(isShown(one, { ...all, words }), words).toBe(false);
  });

  it('tells sections, and none, apart', () => {
    expect(isShown(row('a', 1), { ...all, section: '主要举措和成效' })).toBe(true);
    expect(isShown(row('a', 1), { ...all, section: '' })).toBe(false);
    expect(isShown(row('a', 1, { section: '' }), { ...all, section: '' })).toBe(true);
  });

  it('knows how a figure went', () => {
    const rows = [compared('a', 2, 1), compared('b', 1, 2), compared('c', 1, 1), row('d', 1, { isNew: true }), row('e', 1)];
    const shown = (change: RowFilter['change']) => rows.filter((one) => isShown(one, { ...all, change })).map(({ of }) => of);
    expect([shown('more'), shown('less'), shown('same'), shown('new'), shown('unpaired')]).toEqual([
      ['a'],
      ['b'],
      ['c'],
      ['d'],
      ['d', 'e'],
    ]);
    expect(balanceOf(rows)).toEqual({ paired: 3, more: 1, less: 1, same: 1 });
  });
});

describe('the largest changes', () => {
  it('are by their share, up or down, without what has none', () => {
    const rows = [
      compared('a', 11, 10),
      compared('b', 1, 10),
      compared('c', 5, 0),
      compared('d', 30, 10),
      compared('e', 7, 7),
      row('f', 1),
    ];
    expect(largestChanges(table(rows), 2)).toEqual([3, 1]);
    expect(largestChanges(table(rows), 9)).toEqual([3, 1, 0]);
  });
});

describe('numbers', () => {
  it('are written for readers', () => {
    const { plain, signed, percent } = numbersFor('zh-CN');
    expect([plain(12000), plain(98.5), signed(3), signed(-3), signed(0), percent(33.333), percent(-20)]).toEqual([
      '12,000',
      '98.5',
      '+3',
      '−3',
      '0',
      '+33.3%',
      '−20%',
    ]);
    expect(fill('{0} 与 {1}，{2}', '甲', 2)).toBe('甲 与 2，{2}');
  });
});

describe('the page', () => {
  const page = {
    cspSource: 'https://a.test',
    nonce: 'n0',
    script: 'https://a.test/s.js',
    style: 'https://a.test/s.css',
    locale: 'zh-CN',
    title: '甲<乙>',
  } as const;

  it('allows its own script and style sheet and nothing else', () => {
    const html = figuresHtml(page);
    expect(/content="([^"]*)"/u.exec(html.slice(html.indexOf('Content-Security-Policy')))?.[1]).toBe(
      "default-src 'none'; style-src https://a.test; script-src 'nonce-n0'",
    );
    expect(html).not.toMatch(/unsafe|<style|style=|onload=/u);
    expect(html.match(/<script/gu)).toHaveLength(1);
    expect(html).toContain('<script nonce="n0" src="https://a.test/s.js">');
    expect(html).toContain('<title>甲&#60;乙&#62;</title>');
    expect(html).toContain('lang="zh-CN"');
  });

  it('has another nonce each time', () => {
    expect(makeNonce()).toMatch(/^[0-9a-f]{32}$/u);
    expect(makeNonce()).not.toBe(makeNonce());
  });
});

describe('a figure in a text that was edited', () => {
  it.each([
    ['stands where it stood', '共12件，又12件', 1, 1],
    ['moved on', '新增一句。共12件', 1, 6],
    ['moved back', '12件', 5, 0],
    ['is the nearest', '12件，甲乙丙丁戊己12件', 9, 10],
    ['is gone', '共13件', 1, undefined],
    ['beyond the end', '12件', 99, 0],
  ])('%s', (_, text, place, found) => expect(findAgain(text, '12件', place)).toBe(found));
});
