import { describe, expect, it } from 'vitest';
import { type CheckConfiguration, DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { applyEdits } from '../../server/check/fix.js';
import { tidy, type Tidied } from '../../server/language/tidy.js';
import { parseReport } from '../../server/report/parse-report.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { SourceText } from '../../server/text/source-text.js';
import { some } from '../support/whole-run.js';
import { allReports, MISTREATMENTS, wordsOf } from '../support/texts.js';

function tidied(text: string, configuration: CheckConfiguration = DEFAULT_CONFIGURATION, piece?: string): Tidied {
  const start = piece === undefined ? -1 : text.indexOf(piece);
  return tidy(parseReport(new SourceText(text)), configuration, piece === undefined ? undefined : { start, end: start + piece.length });
}

const off = (...rules: readonly string[]): CheckConfiguration => ({
  ...DEFAULT_CONFIGURATION,
  rules: new Map(rules.map((rule) => [rule, 'off' as const])),
});

const MEASURES = '一、2024年推进法治政府建设的主要举措和成效\n';
const points = (...lines: readonly string[]): string => exampleReport({ measures: MEASURES + lines.join('\n') });
const SECOND = '（二）规范行政执法。开展行政检查312次。';

describe('tidying', () => {
  it('joins lines that were broken inside a sentence', () => {
    const { text, counts } = tidied(
      points('（一）加强组织领导。召开专题会议4次，研究法治建设', '事项9项，组织中心组学法', '', '6次。', SECOND),
    );
    expect(text).toBe(points('（一）加强组织领导。召开专题会议4次，研究法治建设事项9项，组织中心组学法6次。', SECOND));
    expect([...counts]).toEqual([['joined', 2]]);
  });

  it('joins them across the number of a page', () => {
    const { text, counts } = tidied(
      points('（一）加强组织领导。召开专题会议4次，研究法治建设', '— 1 —', '事项9项。', SECOND, '第 2 页 共 9 页'),
    );
    expect(text).toBe(points('（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。', SECOND));
    expect([...counts]).toEqual([
      ['furniture', 2],
      ['joined', 1],
    ]);
  });

  it('takes what a page left amid the text, and no line of the text that only begins alike', () => {
    const kept = ['来源：群众来信12件，网上信访8件。', '分享经验做法3次', '打印'];
    const left = ['来源：云桥镇人民政府 发布时间：2026-01-20 浏览次数：56', '打印 关闭', '【字体：大 中 小】 打印 分享'];
    const { text, counts } = tidied(points('（一）加强组织领导。召开专题会议4次。', ...left, ...kept, SECOND));
    for (const line of left) expect(text).not.toContain(line.slice(0, 6));
    for (const line of kept) expect(text).toContain(line);
    expect(counts.get('furniture')).toBeGreaterThan(0);
  });

  it('keeps the blank between English words', () => {
    const { text } = tidied(
      points('（一）加强组织领导。召开专题会议4次，学习使用办公软件Microsoft', 'Word三次，研究法治建设事项9项。', SECOND),
    );
    expect(text).toContain('Microsoft Word三次');
  });

  it('joins all lines of a text that is cut at one width, where sentences end as well', () => {
    const lines = [
      '　　成立工作领导小组，召开会议3次，审议议题12项，分',
      '解重点任务52项到17个部门，实行季度调度、半年督查。',
      '组织党工委理论学习中心组学法6次、会前学法11次，学',
      '法考试参考率为100%，旁听庭审80人次，述法评议12',
      '人次。',
      '　　实施行政检查4370次，办理行政处罚案件782件，',
      '罚没款1165万元；推行“首违不罚”，对211件轻微',
      '违法行为免予处罚，投入430万元建设智慧执法平台，为',
      '一线执法人员配备记录仪150台。',
    ];
    const { text } = tidied(points('（一）加强组织领导', ...lines));
    const joined = text.split('\n').slice(text.split('\n').indexOf('（一）加强组织领导') + 1);
    // The other paragraphs have no indent.
    expect(joined.slice(0, 2)).toEqual([lines.slice(0, 5).join('').trim(), lines.slice(5).join('').trim()]);
  });

  it('takes away what the page and Word left, and puts marks, blanks and numbers into order', () => {
    const text = `首页 > 政务公开 > 法治政府建设\n${points('（一）加强组织领导。召开会议 4 次,研究事项9项。', '(三)规范行政执法。检查312次。[bookmark: _GoBack]')}分享\n打印 关闭\n`;
    const result = tidied(text);
    expect(result.text).toBe(points('（一）加强组织领导。召开会议4次，研究事项9项。', '（二）规范行政执法。检查312次。'));
    expect([...result.counts.keys()].sort()).toEqual(['blanks', 'furniture', 'marks', 'numbers', 'residue']);
  });

  it('changes no word, though a fix of it would be safe', () => {
    const text = points('（一）加强组织领导。领导小组下设办分室，自2022以来召开会议4次。', SECOND);
    expect(tidied(text)).toEqual({ text, edits: [], counts: new Map() });
  });

  it('leaves what the configuration leaves', () => {
    const broken = points('（一）加强组织领导。召开专题会议4次，研究法治建设', '事项9项。', '— 1 —', SECOND);
    expect(tidied(broken, off('broken-paragraph', 'web-residue')).text).toBe(broken);
    const ignore = [{ rule: 'broken-paragraph', text: '研究法治建设', reason: '' }];
    expect(tidied(broken, { ...DEFAULT_CONFIGURATION, ignore }).text).toBe(broken.replace('— 1 —\n', ''));
  });

  it('of a part tidies its whole paragraphs and no others', () => {
    const first = '（一）加强组织领导。召开专题会议4次,研究法治建设\n事项9项。';
    const second = '（二）规范行政执法。检查312次,办理\n案件18件。';
    expect(tidied(points(first, second), undefined, '事项').text).toBe(
      points('（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。', second),
    );
  });

  it('never throws, and makes nothing of nothing', () => {
    for (const text of ['', '\n', '— 1 —', '\ufeff— 1 —\n', 'abc', '第1页\n第2页']) expect(() => tidied(text)).not.toThrow();
    expect(tidied('').edits).toEqual([]);
    expect(tidied('\ufeff— 1 —\n').text).toBe('\ufeff');
    expect(tidied('甲\n第1页\n第2页').text).toBe('甲');
  });

  const NOTHING_LEFT_OUT = off(
    'web-residue',
    'word-residue',
    'duplicate-title',
    'heading-sequence',
    'heading-number-missing',
    'enumeration-sequence',
  );

  it.each(Object.keys(MISTREATMENTS))('loses no word, and has an end (%s)', (mistreatment) => {
    for (const { name, text } of some(allReports(), 5)) {
      const before = MISTREATMENTS[mistreatment]?.(text) ?? text;
      const result = tidied(before, NOTHING_LEFT_OUT);
      expect(wordsOf(result.text), name).toBe(wordsOf(before));
      expect(applyEdits(before, result.edits), name).toBe(result.text);
      expect(tidied(result.text, NOTHING_LEFT_OUT).edits, name).toEqual([]);
    }
  });

  it('takes away whole lines of furniture and nothing between them', () => {
    const numbersStay = off('word-residue', 'heading-sequence', 'heading-number-missing', 'enumeration-sequence');
    for (const { name, text } of allReports()) {
      const { edits } = tidied(text, numbersStay);
      for (const { span, newText } of edits) {
        const removed = text.slice(span.start, span.end);
        if (wordsOf(removed) === wordsOf(newText)) continue;
        const isWholeLines = newText === '' && /(?:^|[\r\n\ufeff])$/u.test(text.slice(0, span.start)) && /(?:^|[\r\n])$/u.test(removed);
        const isTail = newText === '' && text.slice(span.end).trim() === '';
        expect(isWholeLines || isTail, `${name}: ${removed}`).toBe(true);
      }
    }
  });
});
