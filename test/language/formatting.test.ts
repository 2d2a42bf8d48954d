import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckConfiguration, DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { formattingEdits } from '../../server/language/formatting.js';
import { parseReport } from '../../server/report/parse-report.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { SourceText } from '../../server/text/source-text.js';
import { some } from '../support/whole-run.js';
import { allReports, MISTREATMENTS, wordsOf } from '../support/texts.js';

const MEASURES = '一、2024年推进法治政府建设的主要举措和成效\n';

function editsOf(text: string, configuration?: CheckConfiguration, piece?: string) {
  const report = parseReport(new SourceText(text));
  const start = piece === undefined ? -1 : text.indexOf(piece);
  return formattingEdits(
    report,
    configuration ?? DEFAULT_CONFIGURATION,
    piece === undefined ? undefined : { start, end: start + piece.length },
  );
}

function formatted(text: string, configuration?: CheckConfiguration, piece?: string): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a.txt', 'fazhi-report', 1, text), editsOf(text, configuration, piece));
}

const points = (...lines: readonly string[]): string => exampleReport({ measures: MEASURES + lines.join('\n') });

describe('formatting', () => {
  it('changes how marks, numbers and blanks are written', () => {
    const text = points(
      '（一）加强组织领导。召开专题会议 4 次,研究法治建设事项9项。 ',
      '(二)规范行政执法。开展行政检查312次(其中夜查12次)。',
      '（三）、深化普法宣传。开展普法活动26场次。',
    );
    expect(formatted(text)).toBe(
      points(
        '（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。',
        '（二）规范行政执法。开展行政检查312次（其中夜查12次）。',
        '（三）深化普法宣传。开展普法活动26场次。',
      ),
    );
  });

  it('leaves words, numbers out of order, lines and what a page left to others', () => {
    const text = points(
      '（一）加强组织领导。领导小组下设办分室，召开会议4次，',
      '研究事项9项。',
      '（三）规范执法。检查312次。[bookmark: _GoBack]',
    );
    expect(editsOf(text)).toEqual([]);
  });

  it('does nothing of a rule that is off, and nothing at a finding that is ignored', () => {
    const text = points('（一）加强组织领导。召开会议4次,研究事项9项。', '（二）规范执法，检查312次;办案18件。');
    const rules = new Map([['half-width-punctuation', 'off' as const]]);
    expect(formatted(text, { ...DEFAULT_CONFIGURATION, rules })).toBe(text);
    const ignore = [{ rule: 'half-width-punctuation', text: '召开会议4次,', reason: '' }];
    expect(formatted(text, { ...DEFAULT_CONFIGURATION, ignore })).toBe(text.replace(';', '；'));
  });

  it('leaves a text without Chinese alone', () => {
    expect(editsOf('a, b  \n\n   \n(c): 1,000  \n')).toEqual([]);
    expect(editsOf('')).toEqual([]);
  });

  it('of a part formats its whole paragraphs and no others', () => {
    const text = points('（一）加强组织领导。召开会议4次,研究事项(9项)。', '（二）规范执法，检查312次;办案18件。');
    expect(formatted(text, undefined, '办案')).toBe(text.replace(';', '；'));
    expect(formatted(text, undefined, '召开')).toBe(text.replace(',', '，').replace('(9项)', '（9项）'));
  });

  it.each(Object.keys(MISTREATMENTS))('done twice changes nothing more, and never a word (%s)', (mistreatment) => {
    for (const { name, text } of some(allReports(), 5)) {
      const before = MISTREATMENTS[mistreatment]?.(text) ?? text;
      const once = formatted(before);
      expect(wordsOf(once), name).toBe(wordsOf(before));
      expect(lineEndsOf(once), name).toEqual(lineEndsOf(before));
      expect(editsOf(once), name).toEqual([]);
    }
  });
});

const lineEndsOf = (text: string): string[] => text.match(/\r\n|\r|\n/gu) ?? [];
