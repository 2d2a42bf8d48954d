import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../server/language/folding.js';
import { outline } from '../../server/language/outline.js';
import { parse, SAMPLE } from './sample.js';

function lines(text: string, limit?: number): readonly (readonly [number, number])[] {
  return foldingRanges(parse(text), limit).map(({ startLine, endLine }) => [startLine, endLine]);
}

describe('folding', () => {
  it('folds sections and sub-headings without the blank lines behind them', () => {
    expect(lines(SAMPLE)).toEqual([
      [3, 6],
      [4, 5],
      [8, 9],
      [10, 11],
      [12, 13],
    ]);
  });

  it('folds a title over several lines and page furniture', () => {
    const text = `索引号：123\n发布机构：云桥镇\n${SAMPLE.replace('云桥镇2024年', '云桥镇人民政府\n关于2024年')}\n打印\n关闭`;
    const folds = foldingRanges(parse(text));
    expect(folds[0]).toEqual({ startLine: 0, endLine: 1, kind: 'region' });
    expect(folds[1]).toEqual({ startLine: 2, endLine: 3 });
    expect(folds.at(-1)).toEqual({ startLine: 19, endLine: 20, kind: 'region' });
  });

  it('is the same for every line end', () => {
    expect(lines(SAMPLE.replaceAll('\n', '\r\n'))).toEqual(lines(SAMPLE));
    expect(lines(SAMPLE.replaceAll('\n', '\r'))).toEqual(lines(SAMPLE));
  });

  it('leaves the signs of the next Markdown heading outside', () => {
    const markdown = SAMPLE.split('\n')
      .map((line) => (/^[一二三四]、/.test(line) ? `## ${line}\n` : line.startsWith('（') ? `### ${line}` : line))
      .join('\n');
    const folded = lines(markdown);
    expect(folded).toEqual([
      [3, 7],
      [5, 6],
      [9, 11],
      [12, 14],
      [15, 17],
    ]);
    const sections = outline(parse(markdown), 'zh-CN').map(({ range }) => range.end.line);
    expect(sections).toEqual([0, 7, 11, 14, 17]);
  });

  it('keeps the highest levels where the client wants few', () => {
    expect(lines(SAMPLE, 4)).toEqual([
      [3, 6],
      [8, 9],
      [10, 11],
      [12, 13],
    ]);
    expect(lines(SAMPLE, 0)).toEqual([]);
  });

  it('finds nothing in a text of one line', () => {
    expect(lines('')).toEqual([]);
    expect(lines(SAMPLE.replaceAll('\n', ''))).toEqual([]);
  });
});
