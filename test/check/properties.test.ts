import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../server/check/check.js';
import { fixAll } from '../../server/check/fix.js';
import type { Finding } from '../../server/check/finding.js';
import { parseReport } from '../../server/report/parse-report.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { SourceText } from '../../server/text/source-text.js';
import { readText, seeds } from '../support/files.js';
import { fragment, reportLike } from '../support/report-like.js';
import { WHOLE_RUN } from '../support/whole-run.js';

const anyText = fc.oneof(
  reportLike,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('\n', '\r', '一', '、', '（', '）', '1', '.', '2', '0', '年'), maxLength: 200 }),
);

/** A real text with one piece cut out, doubled or replaced. */
const mutilated = fc
  .tuple(fc.constantFrom(exampleReport({}), ...seeds().map(({ file }) => readText(file))), fc.nat(), fc.nat(400), fragment)
  .map(([text, start, length, replacement]) => {
    const at = start % text.length;
    return text.slice(0, at) + replacement + text.slice(at + length);
  });
const text = fc.oneof({ arbitrary: anyText, weight: 2 }, { arbitrary: mutilated, weight: 1 });

const findingsOf = (content: string): readonly Finding[] => check(parseReport(new SourceText(content)));
const RUNS = { numRuns: WHOLE_RUN ? 400 : 120 };

describe('any text', () => {
  it('is checked without a rule failing, and every place lies inside it', () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const { rule, span, related, fixes, message } of findingsOf(content)) {
          expect(rule, message.en).not.toBe('internal-error');
          for (const place of [
            span,
            ...related.map((other) => other.span),
            ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
          ]) {
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.end).toBeGreaterThanOrEqual(place.start);
            expect(place.end).toBeLessThanOrEqual(content.length);
          }
        }
      }),
      RUNS,
    );
  });

  it('has a tree whose headings nest and lie in order', () => {
    fc.assert(
      fc.property(text, (content) => {
        const report = parseReport(new SourceText(content));
        report.allHeadings.reduce((last, heading) => {
          expect(heading.span.start).toBeGreaterThanOrEqual(last);
          expect(heading.content.end).toBeGreaterThanOrEqual(heading.content.start);
          if (heading.parent !== undefined) {
            expect(heading.level).toBeGreaterThan(heading.parent.level);
            expect(heading.content.end).toBeLessThanOrEqual(heading.parent.content.end);
          }
          return heading.span.end;
        }, 0);
      }),
      RUNS,
    );
  });

  it('has paragraphs that lead back to the very characters they are made of', () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const paragraph of parseReport(new SourceText(content)).paragraphs) {
          expect(paragraph.pieces.map((piece) => content.slice(piece.start, piece.end)).join('')).toBe(paragraph.text);
          for (let at = 0; at < paragraph.text.length; at++) {
            const place = paragraph.toSource({ start: at, end: at + 1 });
            expect(content.slice(place.start, place.end)).toBe(paragraph.text[at]);
          }
        }
      }),
      RUNS,
    );
  });

  it('has the same findings with \\n, \\r\\n and \\r', () => {
    fc.assert(
      fc.property(text, (content) => {
        const summary = (lineEnds: string): unknown => {
          const source = new SourceText(content.replace(/\r\n|\r|\n/gu, lineEnds));
          return check(parseReport(source)).map(({ rule, severity, span }) => [
            rule,
            severity,
            source.positionAt(span.start),
            source.positionAt(span.end),
          ]);
        };
        expect(summary('\r\n')).toEqual(summary('\n'));
        expect(summary('\r')).toEqual(summary('\n'));
      }),
      RUNS,
    );
  });

  it('has fixes whose edits do not overlap, and is stable after fix-all', () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const { fixes } of findingsOf(content)) {
          for (const { edits } of fixes) {
            const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
            ordered.reduce((end, edit) => {
              expect(edit.span.start).toBeGreaterThanOrEqual(end);
              return edit.span.end;
            }, 0);
          }
        }
        const fixed = fixAll(content);
        expect(fixed.stable).toBe(true);
        expect(findingsOf(fixed.text).filter(({ fixable }) => fixable === 'safe')).toEqual([]);
        expect(fixAll(fixed.text)).toMatchObject({ text: fixed.text, applied: 0, stable: true });
      }),
      RUNS,
    );
  });
});

describe('positions', () => {
  it("equal TextDocument's, both ways", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(400), { maxLength: 20 }), (content, numbers) => {
        const source = new SourceText(content);
        const document = TextDocument.create('file:///a', 'fazhi-report', 1, content);
        expect(source.lineCount).toBe(document.lineCount);
        for (const number of numbers) {
          expect(source.positionAt(number)).toEqual(document.positionAt(number));
          const position = { line: number % 7, character: number % 31 };
          expect(source.offsetAt(position)).toBe(document.offsetAt(position));
        }
      }),
      RUNS,
    );
  });
});

describe('hostile texts', () => {
  const units = [
    '一',
    '（',
    '一是',
    '《',
    '，',
    '1',
    '2024',
    '。',
    '某',
    'X',
    '*',
    '_',
    ' ',
    '一、',
    '第一，',
    '\ud800',
    '无',
    '年',
    '0余',
  ];

  it.each(units.map((unit) => [unit.repeat(20_000 / unit.length)]))('of 20,000 characters on one line: %.6s…', (content) => {
    expect(findingsOf(content).every(({ rule }) => rule !== 'internal-error')).toBe(true);
  });

  it('of megabytes on one line', () => {
    const content = '清源镇2024年法治政府建设情况报告\n'.concat('开展行政检查312次，办理案件18件。'.repeat(WHOLE_RUN ? 550_000 : 60_000));
    expect(findingsOf(content).map(({ rule }) => rule)).toContain('missing-section');
  }, 60_000);

  it('of one control character', () => {
    expect(findingsOf('\u0000').map(({ rule }) => rule)).toEqual(['encoding-damage']);
  });

  it.each(['', '\n', '\ufeff', '\r\r\n\n'])('as small as %j', (content) => {
    expect(findingsOf(content).map(({ rule }) => rule)).toEqual(['title-missing']);
  });
});
