import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/check/fix.js';
import { renumberHeadings } from '../../server/language/renumbering.js';
import { parseReport } from '../../server/report/parse-report.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { SourceText } from '../../server/text/source-text.js';
import { allReports } from '../support/texts.js';

function renumbered(text: string): { readonly text: string; readonly count: number } {
  const edits = renumberHeadings(parseReport(new SourceText(text)));
  return { text: applyEdits(text, edits), count: edits.length };
}

const measures = (...lines: readonly string[]): string =>
  exampleReport({ measures: ['一、2024年推进法治政府建设的主要举措和成效', ...lines].join('\n') });

describe('renumbering', () => {
  it('puts every level into order, each in its own writing', () => {
    const before = measures('(一) 加强领导。', '1、召开会议4次。', '3、研究事项9项。', '(三) 规范执法。', '①检查312次。', '③办案18件。');
    const after = measures('(一) 加强领导。', '1、召开会议4次。', '2、研究事项9项。', '(二) 规范执法。', '①检查312次。', '②办案18件。');
    expect(renumbered(before)).toEqual({ text: after, count: 3 });
  });

  it('numbers sections on, where one is added or lacks its number', () => {
    const before = exampleReport({
      shortcomings: '二、存在的不足和原因\n一是人手不足，原因是编制紧张。',
      duties: '二、党政主要负责人履行推进法治建设第一责任人职责情况\n主要负责人召开会议4次。',
    });
    const { text, count } = renumbered(before);
    expect(count).toBeGreaterThan(0);
    expect(text.match(/^[一二三四五六]、/gmu)).toEqual(['一、', '二、', '三、', '四、']);
    expect(text).toContain('第一责任人');
  });

  it('leaves numbers that count on across sections, and lists that begin anew', () => {
    const text = measures('（一）加强领导。', '1.召开会议4次。', '2.研究事项9项。', '（二）规范执法。', '3.检查312次。', '4.办案18件。');
    expect(renumbered(text)).toEqual({ text, count: 0 });
  });

  it('has an end on every report', () => {
    for (const { name, text } of allReports()) {
      const once = renumbered(text);
      expect(renumbered(once.text).count, name).toBe(0);
      expect(once.text.length - text.length, name).toBeLessThanOrEqual(2 * once.count);
    }
  });
});
