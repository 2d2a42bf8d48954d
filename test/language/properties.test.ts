import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../server/check/check.js';
import { completion } from '../../server/language/completion.js';
import { toDiagnostics } from '../../server/language/diagnostics.js';
import { replaceDifference, toWorkspaceEdit } from '../../server/language/edits.js';
import { foldingRanges } from '../../server/language/folding.js';
import { hover } from '../../server/language/hover.js';
import { outline } from '../../server/language/outline.js';
import { checkedStatus } from '../../server/language/status.js';
import type { Report } from '../../server/report/report.js';
import { ruleById } from '../../server/rules/index.js';
import { SourceText } from '../../server/text/source-text.js';
import { LINES, parse } from './sample.js';

/** Texts of pieces that matter to reports, and of anything else. */
const TEXTS = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...LINES,
        '\n',
        '\r\n',
        '\r',
        '\u2028',
        '　',
        '\ufeff',
        '## ',
        '《',
        '《fzzf',
        '《督查工作规定》',
        '（',
        '一、',
        '（一）',
        '1.',
        '①',
        '第一部分',
        '\ud800',
        '𠮷',
        'zyjc',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

function precedes(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function expectInside(report: Report, range: Range): void {
  expect(precedes(range.start, range.end)).toBe(true);
  expect(range.end.line).toBeLessThan(report.source.lineCount);
  const line = report.source.lineSpan(range.end.line);
  expect(range.end.character).toBeLessThanOrEqual(line.end - line.start);
}

function expectNested(report: Report, symbols: readonly DocumentSymbol[], parent?: DocumentSymbol): void {
  for (const symbol of symbols) {
    expect(symbol.name.trim()).not.toBe('');
    expectInside(report, symbol.range);
    expect(precedes(symbol.range.start, symbol.selectionRange.start) && precedes(symbol.selectionRange.end, symbol.range.end)).toBe(true);
    if (parent !== undefined) {
      expect(precedes(parent.range.start, symbol.range.start) && precedes(symbol.range.end, parent.range.end)).toBe(true);
    }
    expectNested(report, symbol.children ?? [], symbol);
  }
}

describe('whatever the text', () => {
  it('ranges lie inside it, symbols and folds nest', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const report = parse(text);
        expectNested(report, outline(report, 'zh-CN'));
        let open: number[] = [];
        for (const { startLine, endLine } of foldingRanges(report)) {
          expect(startLine).toBeLessThan(endLine);
          expect(endLine).toBeLessThan(report.source.lineCount);
          open = open.filter((end) => end >= startLine);
          for (const end of open) expect(endLine).toBeLessThanOrEqual(end);
          open.push(endLine);
        }
        const findings = check(report);
        const options = { uri: 'file:///a.txt', locale: 'en', relatedInformation: true, codeDescription: true, data: true } as const;
        for (const { range } of toDiagnostics(report.source, findings, options)) expectInside(report, range);
        expect(checkedStatus(report, findings, 'zh-CN').label).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('completion and hover answer at any place, and replace only what was typed', () => {
    fc.assert(
      fc.property(TEXTS, fc.nat(), (text, at) => {
        const report = parse(text);
        const position = report.source.positionAt(at % (text.length + 1));
        hover(report, position, { locale: 'zh-CN', markdown: true, uri: 'file:///a.txt' }, { findings: check(report), reasonOf: ruleById });
        const { items } = completion(report, position, { locale: 'zh-CN', snippets: true, insertTextMode: true, labelDetails: true });
        for (const { textEdit, filterText } of items) {
          if (textEdit === undefined || !('range' in textEdit)) throw new Error('no text edit');
          const { start, end } = textEdit.range;
          expect(start.line).toBe(end.line);
          expect(precedes(start, position) && precedes(position, end)).toBe(true);
          const typed = text.slice(report.source.offsetAt(start), report.source.offsetAt(position));
          expect(filterText?.startsWith(typed)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the smallest difference leads from one text to the other', () => {
    fc.assert(
      fc.property(TEXTS, TEXTS, (before, after) => {
        const target = { uri: 'file:///a.txt', version: 1, documentChanges: false, snippetEdits: false };
        const edit = toWorkspaceEdit(new SourceText(before), replaceDifference(before, after), target);
        const document = TextDocument.create('file:///a.txt', 'plaintext', 1, before);
        expect(TextDocument.applyEdits(document, edit.changes?.['file:///a.txt'] ?? [])).toBe(after);
      }),
      { numRuns: 500 },
    );
  });
});
