import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentHighlights, references } from '../../server/language/occurrences.js';
import { prepareRename, rename } from '../../server/language/rename.js';
import type { Report } from '../../server/report/report.js';
import { LINES, parse, SAMPLE } from './sample.js';

const TEXT = [
  '来源：宁河镇',
  '宁河镇2024年法治政府建设情况报告',
  '',
  '2024年，天津市宁河镇在县委领导下，现将2024年法治政府建设情况报告如下：',
  '一、2024年推进法治政府建设的主要举措和成效',
  '宁河镇党委高度重视，制定《宁河镇2024年普法计划》，我镇同大宁河镇、安平县宁河乡联合执法。宁河镇党委、政府主要负责同志召开会议3次。',
  '全年开展法治讲座12场，覆盖300余人次。在学校开展法治讲座4场次，另有法治讲座资料60份。调解矛盾纠纷30起。',
  '中共宁河镇委员会',
  '宁河镇人民政府',
  '2025年1月10日',
].join('\n');

function at(report: Report, piece: string, shift = 0) {
  const offset = report.source.text.indexOf(piece);
  if (offset < 0) throw new Error(`not in the text: ${piece}`);
  return report.source.positionAt(offset + shift);
}

function highlighted(text: string, piece: string, shift = 0): string[] {
  const report = parse(text);
  return documentHighlights(report, at(report, piece, shift)).map(({ range }) =>
    text.slice(report.source.offsetAt(range.start), report.source.offsetAt(range.end)),
  );
}

/** The text after a renaming, or why there was none. */
function renamed(text: string, piece: string, newName: string, shift = 0): string {
  const report = parse(text);
  const answer = rename(report, at(report, piece, shift), newName, 'zh-CN');
  if (answer.refused !== undefined) return answer.refused;
  return answer.edits.reduceRight((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
}

const NAMES = ['宁河镇', '宁河镇', '天津市宁河镇', '宁河镇党委', '宁河镇', '宁河镇党委、政府', '中共宁河镇委员会', '宁河镇人民政府'];

describe('the agency’s name', () => {
  it('is marked in all its forms, from any of them', () => {
    expect(highlighted(TEXT, '宁河镇2024年法治')).toEqual(NAMES);
    expect(highlighted(TEXT, '宁河镇人民政府', 5)).toEqual(NAMES);
    expect(highlighted(TEXT, '天津市', 1)).toEqual(NAMES);
  });

  it('is not 我镇, nor the name of another body', () => {
    for (const piece of ['我镇', '大宁河镇', '安平县', '县委']) expect(highlighted(TEXT, piece, 1)).toEqual([]);
  });

  it('has its first place as its declaration', () => {
    const report = parse(TEXT);
    expect(references(report, at(report, '宁河镇党委'), 'file:///a', true)).toHaveLength(NAMES.length);
    const others = references(report, at(report, '宁河镇党委'), 'file:///a', false);
    expect(others).toHaveLength(NAMES.length - 1);
    expect(others[0]).toMatchObject({ uri: 'file:///a', range: { start: { line: 1, character: 0 } } });
  });

  it('is renamed by its own part alone, in titles of documents and page furniture as well', () => {
    const expected = TEXT.replaceAll(/(?<!大)宁河镇/g, '清河镇');
    expect(renamed(TEXT, '宁河镇党委', '清河镇')).toBe(expected);
    expect(renamed(TEXT, '宁河镇人民政府', '清河镇', 6)).toBe(expected);
    const report = parse(TEXT);
    expect(prepareRename(report, at(report, '宁河镇人民政府', 6), 'zh-CN')).toEqual({
      range: { start: { line: 8, character: 0 }, end: { line: 8, character: 3 } },
      placeholder: '宁河镇',
    });
  });

  it.each([
    ['', '不能为空'],
    ['  ', '不能为空'],
    ['清 河镇', '空格'],
    ['清河镇2', '数字'],
    ['清河，镇', '标点'],
    ['清河街道', '不是同一类机关'],
    ['清河', '例如“清河镇”'],
    ['天津市清河镇', '不写上级“天津市”'],
  ])('is not renamed to “%s”', (name, why) => {
    expect(renamed(TEXT, '宁河镇党委', name)).toContain(why);
  });

  it('may change from 乡 to 镇', () => {
    expect(renamed(TEXT.replaceAll('宁河镇', '宁河乡').replace('大宁河乡', '大宁河镇'), '宁河乡党委', '宁河镇')).toContain(
      '宁河镇党委高度',
    );
  });

  it('is not renamed where its division stands', () => {
    expect(renamed(TEXT, '天津市', '清河镇', 1)).toBe('要改机关名称，请把光标放在“宁河镇”上');
  });

  it('is that of departments, counties and sub-districts, too', () => {
    const bureau = SAMPLE.replaceAll('云桥镇人民政府', '金山县司法局')
      .replaceAll('云桥镇', '金山县司法局')
      .replace('全年召开', '县司法局会同市司法局、各司法局全年召开');
    expect(highlighted(bureau, '金山县司法局')).toEqual(['金山县司法局', '金山县司法局', '县司法局', '金山县司法局']);
    expect(renamed(bureau, '金山县司法局2024', '民政局', 4)).toContain('县民政局会同市司法局、各司法局全年召开');
    const county = SAMPLE.replaceAll('云桥镇', '金山县').replace('全年召开', '金山县委、金山县委员和大金山县全年召开');
    expect(highlighted(county, '金山县2024')).toEqual(['金山县', '金山县', '金山县委', '金山县', '金山县人民政府']);
    const street = SAMPLE.replaceAll('云桥镇人民政府', '云桥街道办事处').replaceAll('云桥镇', '云桥街道');
    expect(highlighted(street, '云桥街道办事处', 6)).toEqual(['云桥街道', '云桥街道', '云桥街道办事处']);
    expect(renamed(street, '云桥街道办事处', '清河街道')).toContain('\n清河街道办事处\n');
  });

  it('crosses a line end and the end of a CRLF file', () => {
    const text = TEXT.replace('联合执法。宁河镇党委、政府', '联合执法，其中的一部分由宁\r\n河镇党委、政府')
      .replaceAll('\n', '\r\n')
      .replaceAll('\r\r\n', '\r\n');
    expect(renamed(text, '宁河镇人民政府', '清河镇')).toContain('一部分由清河镇党委、政府主要负责');
  });
});

describe('a counted thing', () => {
  it('is marked with every figure that counts it in such units', () => {
    expect(highlighted(TEXT, '12场')).toEqual(['法治讲座', '12场', '法治讲座', '4场次']);
    expect(highlighted(TEXT, '法治讲座4', 2)).toEqual(['法治讲座', '12场', '法治讲座', '4场次']);
    expect(highlighted(TEXT, '矛盾纠纷', 1)).toEqual(['矛盾纠纷', '30起']);
  });

  it('is referred to by its figures', () => {
    const report = parse(TEXT);
    const places = references(report, at(report, '4场次'), 'file:///a', true);
    expect(places.map(({ range }) => range.start.line)).toEqual([6, 6]);
  });

  it('is renamed where it is counted and nowhere else', () => {
    expect(renamed(TEXT, '12场', '普法讲座')).toBe(TEXT.replace('法治讲座12场', '普法讲座12场').replace('法治讲座4场次', '普法讲座4场次'));
    expect(renamed(TEXT, '12场', '普法 讲座')).toContain('空格');
  });

  it('is nothing in the title, in a date, in plain words', () => {
    for (const piece of ['2024年法治', '2025年1月', '联合执法', '主要举措']) {
      expect(highlighted(TEXT, piece, 1)).toEqual([]);
      expect(renamed(TEXT, piece, '清河镇', 1)).toContain('这里不能重命名');
    }
  });
});

describe('a text that names no agency', () => {
  it('marks and renames nothing', () => {
    for (const text of ['', '随便写点什么', LINES.slice(3, 6).join('\n')]) {
      const report = parse(text);
      expect(documentHighlights(report, { line: 0, character: 0 })).toEqual([]);
      expect(references(report, { line: 0, character: 0 }, 'a', true)).toEqual([]);
      expect(prepareRename(report, { line: 0, character: 0 }, 'en')).toMatchObject({
        refused: expect.stringContaining('Nothing to rename'),
      });
    }
  });
});

describe('whatever the text', () => {
  it('renaming changes places one behind the other, inside the text, and highlights stand in order', () => {
    const piece = fc.constantFrom(
      ...TEXT.split('\n'),
      ...LINES,
      '\n',
      '\r\n',
      '　',
      '云桥镇',
      '宁河镇',
      '金山县',
      '人民政府',
      '中共',
      '法治讲座12场',
      '讲座讲座3场',
      '5场',
      '《',
      '》',
    );
    const texts = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), (text, offset) => {
        const report = parse(text);
        const position = report.source.positionAt(offset % (text.length + 1));
        const answer = rename(report, position, '清河镇', 'zh-CN');
        let last = 0;
        for (const { span } of answer.refused === undefined ? answer.edits : []) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        const starts = documentHighlights(report, position).map(({ range }) => report.source.offsetAt(range.start));
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        const prepared = prepareRename(report, position, 'zh-CN');
        if (prepared.refused === undefined) expect(prepared.placeholder).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });
});
