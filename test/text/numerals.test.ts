import { describe, expect, it } from 'vitest';
import {
  foldDigits,
  parseArabicNumeral,
  parseChineseNumeral,
  parseEnclosedNumeral,
  toChineseNumeral,
  toEnclosedNumeral,
} from '../../server/text/numerals.js';

describe('Chinese numerals', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一百零五', 105],
    ['两千三百', 2300],
    ['两万五千', 25_000],
    ['三十万', 300_000],
    ['一亿两千万', 120_000_000],
    ['二〇二四', 2024],
    ['二○二五', 2025],
    ['两', 2],
  ])('%s is %d', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  it.each(['', '一个', '十十甲', '万', '3'])('%j is none', (text) => {
    expect(parseChineseNumeral(text)).toBeUndefined();
  });

  it('are written as headings write them, and read back', () => {
    expect([1, 10, 11, 20, 21, 99].map(toChineseNumeral)).toEqual(['一', '十', '十一', '二十', '二十一', '九十九']);
    for (let value = 1; value < 100; value++) expect(parseChineseNumeral(toChineseNumeral(value))).toBe(value);
  });
});

it('Arabic digits of either width', () => {
  expect(foldDigits('２０２４年')).toBe('2024年');
  expect(parseArabicNumeral('１２')).toBe(12);
  expect(parseArabicNumeral('1a')).toBeUndefined();
});

it('enclosed numerals', () => {
  expect(['①', '⑳', '⑴', '㈠', '㈩', '❶'].map((character) => parseEnclosedNumeral(character))).toEqual([1, 20, 1, 1, 10, 1]);
  expect(parseEnclosedNumeral('一')).toBeUndefined();
  expect(toEnclosedNumeral(3, '①')).toBe('③');
  expect(toEnclosedNumeral(11, '㈠')).toBeUndefined();
});
