import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { clausesAround } from '../../server/language/clauses.js';
import { selectionRanges } from '../../server/language/selectionRanges.js';
import { LINES, parse, SAMPLE } from './sample.js';

/** What is selected step by step from the place before a piece of the text (or so many characters behind that). */
function steps(text: string, piece: string, shift = 0): string[] {
  const report = parse(text);
  const position = report.source.positionAt(text.indexOf(piece) + shift);
  const selected: string[] = [];
  for (let range: SelectionRange | undefined = selectionRanges(report, [position])[0]; range !== undefined; range = range.parent) {
    selected.push(text.slice(report.source.offsetAt(range.range.start), report.source.offsetAt(range.range.end)));
  }
  return selected;
}

const clauses = (text: string, at: number): string[] => [
  ...new Set(clausesAround(text, at).map(({ start, end }) => text.slice(start, end))),
];

describe('selection grows', () => {
  it('from the clause over sentence, paragraph and sub-section to the section and the whole text', () => {
    expect(steps(SAMPLE, '听取工作')).toEqual([
      '听取工作汇报2次',
      '全年召开专题会议4次，听取工作汇报2次。',
      LINES.slice(4, 6).join('\n'),
      LINES.slice(3, 7).join('\n'),
      SAMPLE,
    ]);
  });

  it('from item to clause to part of a sentence', () => {
    const text = '一是发放手册、折页、海报，张贴标语；二是开展讲座。三是走访。';
    expect(clauses(text, text.indexOf('折页'))).toEqual([
      '折页',
      '一是发放手册、折页、海报',
      '一是发放手册、折页、海报，张贴标语',
      '一是发放手册、折页、海报，张贴标语；二是开展讲座。',
      text,
    ]);
  });

  it('from what is in marks to the marks', () => {
    const text = '学习《中华人民共和国宪法》，开展“法律进机关（学校）”活动。';
    expect(clauses(text, text.indexOf('宪法')).slice(0, 3)).toEqual([
      '中华人民共和国宪法',
      '《中华人民共和国宪法》',
      '学习《中华人民共和国宪法》',
    ]);
    expect(clauses(text, text.indexOf('学校')).slice(0, 5)).toEqual([
      '学校',
      '（学校）',
      '法律进机关（学校）',
      '“法律进机关（学校）”',
      '开展“法律进机关（学校）”活动',
    ]);
  });

  it('past marks without a partner, and not into figures', () => {
    expect(clauses('依据《宪法规定，处理1,200件，办结9件。', 3)[0]).toBe('依据《宪法规定');
    expect(clauses('处理1,200件，办结9件。', 4)[0]).toBe('处理1,200件');
    expect(clauses('于9:30召开，完毕。', 1)[0]).toBe('于9:30召开');
  });

  it('in a text of nothing but marks, too', () => {
    const text = '《（“'.repeat(100_000) + '）'.repeat(100_000);
    expect(clauses(text, 5)).not.toHaveLength(0);
  });

  it('from behind a mark to what follows, from the end to what is before', () => {
    const text = '开展讲座，发放资料。收到回执。';
    expect(clauses(text, text.indexOf('发放'))[0]).toBe('发放资料');
    expect(clauses(text, text.indexOf('收到'))[1]).toBe('收到回执。');
    expect(clauses(text, text.length)).toContain('收到回执。');
  });

  it('over a paragraph that is cut by line ends', () => {
    const cut = SAMPLE.replace('听取工作汇报2次。', '听取有关部门负责同志的工作\r\n汇报2次。');
    expect(steps(cut, '汇报2次').slice(0, 3)).toEqual([
      '听取有关部门负责同志的工作\r\n汇报2次',
      '全年召开专题会议4次，听取有关部门负责同志的工作\r\n汇报2次。',
      cut.slice(cut.indexOf('（一）'), cut.indexOf('\n（二）')),
    ]);
  });

  it('in the title, and in a text that is no report', () => {
    expect(steps(SAMPLE, '2024年法治')).toEqual([LINES[0], SAMPLE]);
    expect(steps('随便写点，什么。\n再写', '什么')).toEqual(['什么', '随便写点，什么。', '随便写点，什么。\n再写']);
    expect(steps('', '')).toEqual(['']);
  });

  it('from each of several carets', () => {
    const report = parse(SAMPLE);
    expect(
      selectionRanges(
        report,
        [0, 1, 5, 13].map((line) => ({ line, character: 0 })),
      ),
    ).toHaveLength(4);
  });

  it('always, and never leaves the text', () => {
    const pieces = fc.constantFrom(
      ...LINES,
      '\n',
      '\r\n',
      '\r',
      '　',
      '《',
      '》',
      '“',
      '”',
      '（',
      '）',
      '，',
      '；',
      '。',
      '、',
      '## ',
      '(一)',
      '\ud800',
      '1,2',
    );
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const { source } = parse(text);
        const position = source.positionAt(at % (text.length + 1));
        const caret = source.offsetAt(position);
        let last = { start: caret, end: caret };
        let isFirst = true;
        for (
          let range: SelectionRange | undefined = selectionRanges(parse(text), [position])[0];
          range !== undefined;
          range = range.parent
        ) {
          const now = { start: source.offsetAt(range.range.start), end: source.offsetAt(range.range.end) };
          expect(now.start <= last.start && last.end <= now.end).toBe(true);
          if (!isFirst) expect(now).not.toEqual(last);
          last = now;
          isFirst = false;
        }
        expect(last.start).toBe(0);
      }),
      { numRuns: 400 },
    );
  });
});
