import { describe, expect, it } from 'vitest';
import { readDate } from '../../server/text/dates.js';

describe('a date line', () => {
  it.each([
    ['2025年1月2日', 2025, 1, 2],
    ['2025 年 1 月 2 日', 2025, 1, 2],
    ['２０２５年１月２日', 2025, 1, 2],
    ['二〇二五年一月二日', 2025, 1, 2],
    ['二○二五年十二月三十一日', 2025, 12, 31],
    ['2025年01月02日', 2025, 1, 2],
    ['2025-01-02', 2025, 1, 2],
    ['2025.1.2', 2025, 1, 2],
    ['2025/1/2', 2025, 1, 2],
    ['（2025年1月2日）', 2025, 1, 2],
    ['2024年2月29日', 2024, 2, 29],
    ['2025年1月2日印发', 2025, 1, 2],
  ])('%s is a day', (text, year, month, day) => {
    expect(readDate(text)).toEqual({ form: 'date', date: { year, month, day } });
  });

  it.each(['2025年2月30日', '2025年13月1日', '2023年2月29日', '2025年4月31日', '2025-02-30'])('%s is no day of the calendar', (text) => {
    expect(readDate(text)?.form).toBe('impossible');
  });

  it.each(['2025年1月', '2025年', '1月2日', '2025年月日', '2025年1月2', '2022年1日18日'])('%s is incomplete', (text) => {
    expect(readDate(text)?.form).toBe('incomplete');
  });

  it.each([
    ['202512', ['2025年1月2日', '2025年12月']],
    ['20250103', ['2025年1月3日']],
    ['2025112', ['2025年1月12日', '2025年11月2日']],
    ['20251', ['2025年1月']],
  ])('%s is digits alone', (text, readings) => {
    expect(readDate(text)).toEqual({ form: 'digits', digits: text, readings });
  });

  it.each(['', '清源镇人民政府', '开展检查20250103次', '12345', '88886666', '二月兰'])('%j is nothing like a date', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});
