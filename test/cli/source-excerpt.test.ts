import { describe, expect, it } from 'vitest';
import { cellsOf, displayWidth, printable } from '../../server/cli/display-width.js';
import { excerptOf } from '../../server/cli/source-excerpt.js';
import { SourceText } from '../../server/text/source-text.js';

/** What stands above the carets. */
function underlined(text: string, start: number, end: number, columns: number): string {
  const excerpt = excerptOf(new SourceText(text), { start, end }, columns);
  expect(displayWidth(excerpt.text)).toBeLessThanOrEqual(columns);
  expect(excerpt.indent + excerpt.width).toBeLessThanOrEqual(columns);
  let column = 0;
  let above = '';
  for (const cell of cellsOf(excerpt.text)) {
    if (column >= excerpt.indent && column < excerpt.indent + excerpt.width) above += cell.text;
    column += cell.width;
  }
  return above;
}

describe('cellsOf', () => {
  it.each([
    ['a', 1],
    ['法', 2],
    ['（', 2],
    ['“', 1],
    ['é', 1],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['👨‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['1️⃣', 2],
    ['\t', 4],
    ['\u3000', 2],
    ['\u00a0', 1],
    ['\ud800', 1],
    ['ｶﾞ', 2],
  ])('takes %j as one character of %d columns', (text, width) => {
    expect(cellsOf(text)).toMatchObject([{ width, start: 0, end: text.length }]);
  });

  it('replaces what would disturb the terminal', () => {
    expect(printable('a\u001b[31mb\u0007')).toBe('a␛[31mb␇');
    expect(printable('x\u202ey\u200bz\ufeff')).toBe('x<U+202E>y<U+200B>z<U+FEFF>');
    expect(printable('\ud800甲')).toBe('\ufffd甲');
    expect(cellsOf('\u0301a')[0]?.text).toBe('\u25cc\u0301');
    expect(displayWidth('\u202e')).toBe('<U+202E>'.length);
  });
});

describe('excerptOf', () => {
  it('shows a short line whole', () => {
    const source = new SourceText('第一行\n一、主要举措ab\n');
    expect(excerptOf(source, { start: 6, end: 8 }, 80)).toEqual({ line: 1, text: '一、主要举措ab', indent: 4, width: 4 });
  });

  const long = `　　${'推进法治政府建设，'.repeat(40)}自2022以来${'开展普法宣传活动。'.repeat(40)}`;
  const at = long.indexOf('2022');

  it.each([20, 40, 80, 81, 120, 200])('cuts a window of %d columns out of a long line', (columns) => {
    expect(underlined(long, at, at + 4, columns)).toBe('2022');
    const { text } = excerptOf(new SourceText(long), { start: at, end: at + 4 }, columns);
    expect(text).toMatch(/^….*2022.*…$/u);
    expect(displayWidth(text)).toBeGreaterThanOrEqual(columns - 2);
  });

  it('cuts on one side only near the ends', () => {
    const source = new SourceText(long);
    expect(excerptOf(source, { start: 2, end: 4 }, 60).text).toMatch(/^　　推进.*…$/u);
    expect(excerptOf(source, { start: long.length - 1, end: long.length }, 60).text).toMatch(/^….*活动。$/u);
    expect(underlined(long, long.length - 1, long.length, 60)).toBe('。');
  });

  it('fills the width where the underlined part alone is wider', () => {
    const excerpt = excerptOf(new SourceText(long), { start: 10, end: 200 }, 40);
    expect(excerpt.text).toMatch(/^….*…$/u);
    expect(excerpt.indent + excerpt.width).toBeGreaterThanOrEqual(38);
    expect(excerpt.indent).toBe(1);
  });

  it('underlines the first line of a place of several lines', () => {
    const source = new SourceText('标题一\r\n标题二\r\n正文');
    expect(excerptOf(source, { start: 1, end: 7 }, 80)).toEqual({ line: 0, text: '标题一', indent: 2, width: 4 });
    expect(excerptOf(source, { start: 3, end: 7 }, 80)).toEqual({ line: 0, text: '标题一', indent: 6, width: 1 });
  });

  it('underlines one column for an empty place', () => {
    const source = new SourceText('标题\n');
    expect(excerptOf(source, { start: 2, end: 2 }, 80)).toEqual({ line: 0, text: '标题', indent: 4, width: 1 });
    expect(excerptOf(source, { start: 3, end: 3 }, 80)).toEqual({ line: 1, text: '', indent: 0, width: 1 });
    expect(excerptOf(new SourceText(''), { start: 0, end: 0 }, 80)).toEqual({ line: 0, text: '', indent: 0, width: 1 });
    expect(underlined(long, long.length, long.length, 40)).toBe('');
  });

  it('never splits a surrogate pair, a combining mark or an emoji', () => {
    for (const unit of ['𠮷', 'e\u0301', '👨‍👩‍👧', '\t字']) {
      const text = `${unit.repeat(100)}目标${unit.repeat(100)}`;
      const start = text.indexOf('目标');
      for (let columns = 16; columns < 48; columns++) {
        expect(underlined(text, start, start + 2, columns)).toBe('目标');
        const shown = excerptOf(new SourceText(text), { start, end: start + 2 }, columns).text;
        expect(shown).not.toMatch(/[\ud800-\udfff]/u);
        expect(shown).not.toContain('\ufffd');
        expect(shown).not.toContain('\u25cc');
      }
    }
  });

  it('shows lone surrogates as replacement characters', () => {
    expect(excerptOf(new SourceText('甲\ud800乙'), { start: 2, end: 3 }, 80)).toEqual({ line: 0, text: '甲\ufffd乙', indent: 3, width: 2 });
  });

  it('reads only a window of a line of ten megabytes', () => {
    const huge = `${'法治'.repeat(2_500_000)}目标${'政府'.repeat(2_500_000)}`;
    expect(underlined(huge, 5_000_000, 5_000_002, 80)).toBe('目标');
  });
});
