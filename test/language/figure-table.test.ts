import { describe, expect, it } from 'vitest';
import { figureTable } from '../../server/language/figure-table.js';
import { LINES, parse, SAMPLE } from './sample.js';

describe('the table of figures', () => {
  it('has every figure of the report proper, in order', () => {
    expect(figureTable(parse(SAMPLE), 'zh-CN').map(({ of, text, value, unit, section }) => [of, text, value, unit, section])).toEqual([
      ['专题会议', '4次', 4, '次', '主要举措和成效'],
      ['听取工作汇报', '2次', 2, '次', '主要举措和成效'],
      ['法治讲座', '12场', 12, '场', '主要举措和成效'],
      ['资料', '3000份', 3000, '份', '主要举措和成效'],
      ['会议', '3次', 3, '次', '第一责任人职责'],
    ]);
  });

  it('tells where each stands, and what stands round it', () => {
    const [first, , third] = figureTable(parse(SAMPLE), 'en');
    expect(first).toMatchObject({
      heading: '强化组织领导',
      section: 'Measures and results',
      range: { start: { line: 5, character: 8 }, end: { line: 5, character: 10 } },
      before: '全年召开专题会议',
      after: '，听取工作汇报2次。',
    });
    expect(third).toMatchObject({ heading: '推进普法宣传', before: '开展法治讲座' });
  });

  it.each(['\n', '\r\n', '\r'])('finds the same lines whatever ends them: %j', (end) => {
    const rows = figureTable(parse(LINES.join(end)), 'zh-CN');
    for (const { text, range } of rows) {
      expect(LINES[range.start.line]?.slice(range.start.character, range.end.character)).toBe(text);
    }
    expect(rows).toHaveLength(5);
  });

  it('leaves out title, sign-off, attachments and what a page adds', () => {
    const text = `来源：云桥镇 浏览次数：35次\n${SAMPLE}\n\n附件：1.统计表3张\n`;
    expect(figureTable(parse(text), 'zh-CN')).toHaveLength(5);
  });

  it('reads amounts as they are meant', () => {
    const [fine, share] = figureTable(
      parse(SAMPLE.replace('4次', '4次，罚款约2.5万元，办结率98.5%').replace('召开专题会议4次，', '')),
      'zh-CN',
    );
    expect(fine).toMatchObject({ text: '2.5万元', value: 25000, unit: '元', approximate: true });
    expect(share).toMatchObject({ text: '98.5%', value: 98.5, unit: '%', approximate: false });
  });

  it('cuts no character in two', () => {
    const [row] = figureTable(parse(SAMPLE.replace('全年召开', '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷全年召开')), 'zh-CN');
    expect(row?.before).not.toMatch(/\p{Surrogate}/u);
    expect(row?.before).toMatch(/^(?:𠮷)+全年召开专题会议$/u);
  });

  it.each(['', '\ufeff', '法治', '共办理12件'])('of %j is made without complaint', (text) => {
    expect(() => figureTable(parse(text), 'zh-CN')).not.toThrow();
  });
});
