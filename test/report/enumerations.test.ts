import { describe, expect, it } from 'vitest';
import { parseReport } from '../../server/report/parse-report.js';
import { SourceText } from '../../server/text/source-text.js';

const HEAD = '清源镇2024年法治政府建设情况报告\n一、主要举措和成效\n';

/** The lists of a text: the numbers of each, a wrong one with what it should be. */
const lists = (text: string): string[] =>
  parseReport(new SourceText(`${HEAD}${text}\n二、存在的不足和原因\n力量不足。`)).enumerations.map(({ items, wrong, isAlone }) => {
    const numbers = items.map(({ value }, index) => {
      const slip = wrong.find((each) => each.index === index);
      return slip === undefined ? String(value) : `${value}!${slip.expected}`;
    });
    return numbers.join(' ') + (isAlone ? ' alone' : '');
  });

describe('a list in running text', () => {
  it.each([
    ['一是学法。二是用法。三是普法。', ['1 2 3']],
    ['主要表现为一是甲，二是乙', ['1 2']],
    ['一是甲；二是乙；二是丙；三是丁', ['1 2 2!3 3']],
    ['一是甲；二是乙；二是丙；四是丁', ['1 2 2!3 4']],
    ['一是甲；二是乙；四是丙；五是丁', ['1 2 4!3 5']],
    ['一是甲；三是乙；三是丙', ['1 3!2 3']],
    ['一是甲；二是乙。一是丙；四是丁', ['1 2 1!3 4']],
    ['一是甲。一是乙。', ['1 1!2']],
    ['二是甲；三是乙', ['2!1 3']],
    ['三是甲；二是乙；三是丙', ['3!1 2 3']],
    ['表现在：一是甲；二是乙。下一步：一是丙；二是丁；三是戊', ['1 2', '1 2 3']],
    ['一是甲，做好两点：一是乙，二是丙。二是丁。三是戊。', ['1 2 3', '1 2']],
    ['一是甲；二要乙；三是丙', ['1 2 3']],
    ['其一，甲。其二，乙。其四，丙。', ['1 2 4!3']],
    ['第一，甲。第二，乙。第二，丙。', ['1 2 2!3']],
    ['一是学法，培训干部40人次。', ['1 alone']],
    ['一是学法，其次是用法。', ['1']],
    ['首先，学法。二是用法。', ['2']],
    ['十是甲；十一是乙', ['10!1 11']],
    ['这一是、第一是、统一是、万一是、之一是、唯一是', []],
    ['一是甲。二是乙，重点一是丙，二是丁，三是戊。三是己。', ['1 2 3', '1 2 3']],
    ['一是甲；二是乙；3是丙；四是丁', ['1 2 4']],
    ['坚持一是一、二是二，公开三要素，全县第二，', []],
  ])('%s', (text, expected) => {
    expect(lists(text)).toEqual(expected);
  });

  it('goes on over paragraphs and numbered sentences, not over parts', () => {
    expect(lists('一是甲：一是子；二是丑。\n二是乙：一是寅；二是卯。\n三是丙。')).toEqual(['1 2 3', '1 2', '1 2']);
    expect(lists('一是甲。\n有两条：\n1.乙。\n2.丙。\n二是丁。')).toEqual(['1 2']);
    expect(lists('（一）加强领导。一是甲。二是乙。\n（二）规范执法。一是丙。三是丁。')).toEqual(['1 2', '1 3!2']);
    expect(lists('（一）加强领导。一是甲。\n（二）规范执法。二是丁。')).toEqual(['2']);
  });

  it('tells where its words and its numeral stand, and what stands before it', () => {
    const [list] = parseReport(new SourceText(`${HEAD}一是甲； 二 是乙。\n三是丙。`)).enumerations;
    const shown = list?.items.map(({ paragraph, span, numeral, before }) => [
      paragraph.text.slice(span.start, span.end),
      paragraph.text.slice(numeral.start, numeral.end),
      before,
    ]);
    expect(shown).toEqual([
      ['一是', '一', ''],
      ['二 是', '二', '；'],
      ['三是', '三', '。'],
    ]);
  });
});
