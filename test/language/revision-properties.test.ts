import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../server/check/check.js';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { applyEdits } from '../../server/check/fix.js';
import { formattingEdits } from '../../server/language/formatting.js';
import { newLineEdits } from '../../server/language/list-continuation.js';
import { renumberHeadings } from '../../server/language/renumbering.js';
import { reviewNote } from '../../server/language/review-note.js';
import { tidy } from '../../server/language/tidy.js';
import { parseReport } from '../../server/report/parse-report.js';
import { SourceText } from '../../server/text/source-text.js';
import { reportLike } from '../support/report-like.js';
import { wordsOf } from '../support/texts.js';
import { WHOLE_RUN } from '../support/whole-run.js';

const RUNS = { numRuns: WHOLE_RUN ? 1500 : 60 };
const read = (text: string) => parseReport(new SourceText(text));

describe('any text', () => {
  it('is formatted once and for all, and keeps its words', () => {
    fc.assert(
      fc.property(reportLike, (text) => {
        const edits = formattingEdits(read(text), DEFAULT_CONFIGURATION);
        const once = TextDocument.applyEdits(TextDocument.create('file:///a.txt', 'fazhi-report', 1, text), edits);
        expect(wordsOf(once)).toBe(wordsOf(text));
        expect(formattingEdits(read(once), DEFAULT_CONFIGURATION)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is tidied once and for all', () => {
    fc.assert(
      fc.property(reportLike, (text) => {
        const once = tidy(read(text), DEFAULT_CONFIGURATION);
        expect(applyEdits(text, once.edits)).toBe(once.text);
        expect(tidy(read(once.text), DEFAULT_CONFIGURATION).edits).toEqual([]);
      }),
      RUNS,
    );
  });

  it('can be numbered, gone on with and written about', () => {
    fc.assert(
      fc.property(reportLike, (text) => {
        const report = read(text);
        const renumbered = applyEdits(text, renumberHeadings(report));
        expect(renumberHeadings(read(renumbered))).toEqual([]);
        for (let line = 0; line < report.source.lineCount; line++)
          expect(newLineEdits(report, { line, character: 0 }).length).toBeLessThan(2);
        const findings = check(report);
        const note = reviewNote({ report, findings, uri: 'file:///a.txt', locale: 'zh-CN', ruleName: () => undefined });
        expect(note.count).toBe(findings.filter(({ severity }) => severity !== 'hint').length);
      }),
      RUNS,
    );
  });
});
