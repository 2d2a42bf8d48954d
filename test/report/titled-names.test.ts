import { describe, expect, it } from 'vitest';
import { foldTitledName, periodAt, readTitledNames } from '../../server/report/titled-names.js';

function names(text: string): string[] {
  return readTitledNames(text).map(({ span, depth }) => `${depth} ${text.slice(span.start, span.end)}`);
}

describe('names in title marks', () => {
  it.each([
    ['学习《宪法》《民法典》。', ['0 《宪法》', '0 《民法典》']],
    ['《关于贯彻〈宪法〉的通知》', ['0 《关于贯彻〈宪法〉的通知》', '1 〈宪法〉']],
    ['《关于《宪法》和<民法典>的通知》', ['0 《关于《宪法》和<民法典>的通知》', '1 《宪法》', '1 <民法典>']],
    ['《甲《乙〈丙〉》》《丁》', ['0 《甲《乙〈丙〉》》', '1 《乙〈丙〉》', '2 〈丙〉', '0 《丁》']],
    ['时限<5天，满意率>98%', []],
    ['〈单独的〉不算', []],
    ['《没有关。学习《宪法》', ['0 《宪法》']],
    ['《没有关，学习《宪法》', ['0 《宪法》']],
    ['没有开》，《宪法》', ['0 《宪法》']],
    ['《角括号<没有关》《宪法》', ['0 《角括号<没有关》', '0 《宪法》']],
    ['《》', ['0 《》']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('are no longer than a name can be', () => {
    expect(names(`《${'长'.repeat(120)}》`)).toHaveLength(1);
    expect(names(`《${'长'.repeat(121)}》`)).toEqual([]);
  });
});

describe('folded names', () => {
  const folded = (inner: string) => {
    const text = `《${inner}》`;
    return foldTitledName(text, { start: 1, end: text.length - 1 });
  };

  it.each([
    ['宪法', '宪法'],
    [' 宪 法 ', '宪法'],
    ['憲法（2018年修正）', '宪法'],
    ['法治政府建设实施纲要（2021—2025年）', '法治政府建设实施纲要'],
    ['法治政府建设实施纲要 ( 2021 - 2025 年 ) ', '法治政府建设实施纲要'],
    ['法治政府建设实施纲要2021-2025年)', '法治政府建设实施纲要'],
    ['章程（2021—2025年）（试行）', '章程'],
    ['关于“谁执法谁普法”、党委（党组）的规定', '关于谁执法谁普法党委党组的规定'],
    ['（试行）', ''],
    ['', ''],
  ])('%s is %s', (inner, core) => {
    expect(folded(inner).core).toBe(core);
  });

  it('know where each character stands', () => {
    const text = '《“宪” 法》';
    const { core, at } = foldTitledName(text, { start: 1, end: text.length - 1 });
    expect(at.map((offset) => text[offset]).join('')).toBe(core);
  });

  it.each([
    ['纲要（2021—2025年）', [2021, 2025]],
    ['纲要（2021年～２０２５年）', [2021, 2025]],
    ['纲要(2021至2025)', [2021, 2025]],
    ['纲要（20212025年）', undefined],
    ['纲要（2021年修订）', undefined],
  ])('%s has the period %j', (inner, values) => {
    const { period } = folded(inner);
    expect(period?.values).toEqual(values);
    if (period !== undefined)
      expect(foldTitledName(`《${inner}》`, { start: 1, end: inner.length + 1 }).period?.first.start).toBe(1 + inner.search(/\d{4}/u));
  });

  it('find a period behind the marks', () => {
    const text = '《纲要》（2022—2025年）';
    const period = periodAt(text, 4);
    expect(period?.values).toEqual([2022, 2025]);
    expect(text.slice(period?.second.start, period?.second.end)).toBe('2025');
    expect(periodAt(text, 3)).toBeUndefined();
  });

  it('take time in proportion to the text', () => {
    const hostile = ['《', '《》', '《<', '》', '《A〈', '（2021—'].map((unit) => unit.repeat(100_000));
    const start = performance.now();
    for (const text of hostile) readTitledNames(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
