import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../server/check/check.js';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { newLineEdits } from '../../server/language/list-continuation.js';
import { markEdits } from '../../server/language/typing.js';
import { parseReport } from '../../server/report/parse-report.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { SourceText } from '../../server/text/source-text.js';

/** The text after what was typed at ¦ has been formatted; ¦ stands behind it. */
function afterTyping(marked: string, off = false): string {
  const at = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const report = parseReport(new SourceText(text));
  const position = report.source.positionAt(at);
  const mark = text.charAt(at - 1);
  const rules = new Map(off ? [['half-width-punctuation', 'off' as const]] : []);
  const edits = /\s/u.test(mark)
    ? newLineEdits(report, position)
    : markEdits(report, position, mark, check(report, { ...DEFAULT_CONFIGURATION, rules }));
  return TextDocument.applyEdits(TextDocument.create('file:///a.txt', 'fazhi-report', 1, text), edits);
}

const HEAD = '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n';
const typed = (line: string): string => exampleReport({ measures: HEAD + line });

describe('a half-width mark that is typed', () => {
  it.each([
    ['（二）规范行政执法,¦', '（二）规范行政执法，'],
    ['（二）规范行政执法;¦开展检查12次。', '（二）规范行政执法；开展检查12次。'],
    ['（二）规范行政执法:¦', '（二）规范行政执法：'],
    ['（二）开展行政检查(含夜查)¦12次。', '（二）开展行政检查（含夜查）12次。'],
    ['（二）检查12次,¦', '（二）检查12次，'],
    ['（二）学习《宪法》,¦', '（二）学习《宪法》，'],
  ])('becomes full width: %s', (before, after) => expect(afterTyping(typed(before))).toBe(typed(after)));

  it.each([
    '（二）落实经费1,¦',
    '（二）落实经费1,¦000元。',
    '（二）受理时间为10:¦',
    '（二）受理时间为10:¦30。',
    '（二）网址http:¦',
    '（二）使用Word,¦',
    '（二）检查(¦',
    '（二）检查(¦)',
  ])('stays as it is: %s', (line) => expect(afterTyping(typed(line))).toBe(typed(line.replace('¦', ''))));

  it('stays as it is where the rule is off', () =>
    expect(afterTyping(typed('（二）规范行政执法,¦'), true)).toBe(typed('（二）规范行政执法,')));

  it('stays as it is in a file that is half width throughout', () => {
    const text = `清源镇2024年法治政府建设情况报告\n一、主要举措和成效\n加强领导,开展会议;推进工作,落实责任;夯实基础,¦`;
    expect(afterTyping(text)).toBe(text.replace('¦', ''));
  });

  it('makes nothing of a position that holds another character', () => {
    const report = parseReport(new SourceText(typed('（二）规范，')));
    expect(markEdits(report, { line: 0, character: 0 }, ',', check(report))).toEqual([]);
  });
});

describe('Enter', () => {
  const report = (body: string): string => `清源镇2024年法治政府建设情况报告\n一、主要举措和成效\n${body}`;

  it.each([
    ['behind a point', '（一）加强领导。召开会议4次。\n¦', '（一）加强领导。召开会议4次。\n（二）'],
    ['with an indent', '　　（一）加强领导。召开会议4次。\n¦', '　　（一）加强领导。召开会议4次。\n　　（二）'],
    ['with blanks that the editor brought', '  （一）加强领导。召开会议4次。\n  ¦', '  （一）加强领导。召开会议4次。\n  （二）'],
    ['behind an Arabic number', '1. 召开会议4次。\n2. 研究事项9项。\n¦', '1. 召开会议4次。\n2. 研究事项9项。\n3. '],
    ['in full width', '１．召开会议4次。\n¦', '１．召开会议4次。\n２．'],
    ['in half-width brackets', '(1)召开会议4次。\n¦', '(1)召开会议4次。\n(2)'],
    ['behind ①', '①召开会议4次。\n¦', '①召开会议4次。\n②'],
    ['among lines without text below', '（一）加强领导\n（二）规范执法\n¦', '（一）加强领导\n（二）规范执法\n（三）'],
    [
      'before another list',
      '（一）加强领导。召开会议4次。\n¦\n二、不足\n（一）人手不足。',
      '（一）加强领导。召开会议4次。\n（二）\n二、不足\n（一）人手不足。',
    ],
    ['with CRLF', '（一）加强领导。召开会议4次。\r\n¦\r\n', '（一）加强领导。召开会议4次。\r\n（二）\r\n'],
    ['with CR', '（一）加强领导。召开会议4次。\r¦', '（一）加强领导。召开会议4次。\r（二）'],
  ])('brings the next number %s', (_, before, after) => expect(afterTyping(report(before))).toBe(report(after)));

  it.each([
    ['below a heading whose text is still to come', '（一）加强领导，落实责任\n¦'],
    ['where the number stands below', '（一）加强领导。召开会议4次。\n¦\n（二）规范执法。检查12次。'],
    ['where it stands below an item of a lower level', '（一）加强领导。召开会议4次。\n¦\n1.会议3次。\n（二）规范执法。检查12次。'],
    ['where something follows on the line', '（一）加强领导。\n¦召开会议4次。'],
    ['behind running text', '召开会议4次，研究事项9项。\n¦'],
    ['behind a Markdown heading', '## （一）加强领导。召开会议4次。\n¦'],
    ['behind a number without words', '（一）\n¦'],
  ])('brings nothing %s', (_, before) => expect(afterTyping(report(before))).toBe(report(before.replace('¦', ''))));

  it('brings nothing behind the heading of a section', () => {
    const text = '清源镇2024年法治政府建设情况报告\n一、主要举措和成效\n';
    expect(afterTyping(`${text}¦`)).toBe(text);
    expect(afterTyping('\n¦')).toBe('\n');
  });

  it.each([
    ['', '（一）加强领导。召开会议4次。\n（二）\n¦', '（一）加强领导。召开会议4次。\n'],
    [', and leaves the indent', '　　（一）加强领导。\n　　（二）\n¦', '　　（一）加强领导。\n　　'],
    [' with CRLF', '1.召开会议4次。\r\n2.\r\n¦\r\n后文。', '1.召开会议4次。\r\n\r\n后文。'],
  ])('on a line of nothing but the next number takes it away%s', (_, before, after) =>
    expect(afterTyping(report(before))).toBe(report(after)),
  );

  it('takes away a number that an editor brought though it stands below', () => {
    const before = '（一）加强领导。召开会议4次。\n（二）\n（二）规范执法。检查12次。';
    const text = report(before);
    const parsed = parseReport(new SourceText(text));
    const edits = newLineEdits(parsed, { line: 3, character: 3 });
    const after = TextDocument.applyEdits(TextDocument.create('file:///a.txt', 'fazhi-report', 1, text), edits);
    expect(after).toBe(report('（一）加强领导。召开会议4次。\n\n（二）规范执法。检查12次。'));
  });
});
