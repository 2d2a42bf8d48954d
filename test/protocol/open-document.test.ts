import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { OPEN_DOCUMENTS, type OpenDocument } from '../../server/protocol/open-document.js';

const URI = 'file:///a.txt';
const open = (text: string): OpenDocument => OPEN_DOCUMENTS.create(URI, 'fazhi-report', 1, text);

const text = fc.string({ unit: fc.constantFrom('\n', '\r', '\r\n', '一', 'a', '\ud83d', '，', ''), maxLength: 12 });
const position = fc.record({ line: fc.integer({ min: -1, max: 9 }), character: fc.integer({ min: -1, max: 9 }) });
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

/** Changes as editors send them, from the last to the first. */
const upward = fc
  .array(change, { minLength: 1, maxLength: 4 })
  .map((changes) => changes.sort((a, b) => ('range' in b ? b.range.start.line : 99) - ('range' in a ? a.range.start.line : 99)));

/** The text after some changes as the library has it; it takes each on a new document, for it loses count behind the last line. */
function textAfter(before: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  return changes.reduce((text, one) => TextDocument.update(TextDocument.create(URI, '', 1, text), [one], 2).getText(), before);
}

function expectSame(document: OpenDocument, expected: TextDocument): void {
  expect(document.getText()).toBe(expected.getText());
  expect(document.source.lineCount).toBe(expected.lineCount);
  for (let offset = -1; offset <= expected.getText().length + 1; offset++) {
    expect(document.source.positionAt(offset)).toEqual(expected.positionAt(offset));
  }
  for (let line = -1; line <= expected.lineCount; line++) {
    for (const character of [-1, 0, 1, 2, 3, 20]) {
      expect(document.source.offsetAt({ line, character })).toBe(expected.offsetAt({ line, character }));
    }
  }
}

describe('an open document', () => {
  it('is what the library’s document is, after any edits', () => {
    fc.assert(
      fc.property(text, fc.array(fc.oneof(fc.array(change, { minLength: 1, maxLength: 3 }), upward), { maxLength: 6 }), (before, edits) => {
        const document = open(before);
        let expected = before;
        edits.forEach((changes, index) => {
          expected = textAfter(expected, changes);
          expect(OPEN_DOCUMENTS.update(document, changes, index + 2)).toBe(document);
          expect(document.version).toBe(index + 2);
          expectSame(document, TextDocument.create(URI, '', 1, expected));
        });
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a carriage return before a line feed', 'a\nb', { line: 0, character: 1 }, { line: 0, character: 1 }, '\r'],
    ['a line feed behind a carriage return', 'a\rb', { line: 1, character: 0 }, { line: 1, character: 0 }, '\n'],
    ['the text between both taken away', 'a\rb\nc', { line: 1, character: 0 }, { line: 1, character: 1 }, ''],
    ['a line taken away with its end', 'a\r\nb\r\nc', { line: 1, character: 0 }, { line: 2, character: 0 }, ''],
    ['a range the wrong way round', 'abc\ndef', { line: 1, character: 2 }, { line: 0, character: 1 }, 'x'],
    ['a place behind the last line', 'abc', { line: 7, character: 7 }, { line: 9, character: 0 }, '\nx'],
    ['a place behind the end of a line', 'a\r\nb', { line: 0, character: 99 }, { line: 0, character: 99 }, 'x'],
    ['everything taken away', 'a\nb', { line: 0, character: 0 }, { line: 9, character: 0 }, ''],
  ])('takes %s', (_, before, start, end, inserted) => {
    const document = open(before);
    const changes = [{ range: { start, end }, text: inserted }];
    document.edit(changes, 2);
    expectSame(document, TextDocument.create(URI, '', 2, textAfter(before, changes)));
  });

  it('has many places replaced at once, as an editor does it: from the last to the first', () => {
    const document = open('一二三\r\n'.repeat(20_000));
    const changes = Array.from({ length: 20_000 }, (_, index) => {
      const line = 19_999 - index;
      return { range: { start: { line, character: 1 }, end: { line, character: 2 } }, text: '\n' };
    });
    document.edit(changes, 2);
    const expected = '一\n三\r\n'.repeat(20_000);
    expect(document.getText()).toBe(expected);
    expect(document.source.lineCount).toBe(40_001);
    expect(document.source.offsetAt({ line: 20_001, character: 0 })).toBe(50_002);
  });

  it('has many lines put in at once', () => {
    const document = open('a\nb');
    document.edit([{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, text: '一\n'.repeat(200_000) }], 2);
    expect(document.source.lineCount).toBe(200_002);
    expect(document.source.offsetAt({ line: 200_001, character: 0 })).toBe(400_002);
  });

  it.each([
    [{}],
    [null],
    [{ text: 1 }],
    [{ range: null, text: 'x' }],
    [{ rangeLength: 3, text: 'x' }],
    [{ range: { start: { line: 0, character: 0 } }, text: 'x' }],
    [{ range: { start: { line: 0.5, character: 0 }, end: { line: 1, character: 0 } }, text: 'x' }],
    [{ range: { start: { line: '0', character: 0 }, end: { line: 1, character: 0 } }, text: 'x' }],
  ])('refuses %j and stays as it was', (bad) => {
    const document = open('a\nb');
    const good = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: '' };
    expect(() => document.edit([good, bad as unknown as TextDocumentContentChangeEvent], 2)).toThrow();
    expect([document.getText(), document.version, document.source.lineCount]).toEqual(['a\nb', 1, 2]);
  });
});
