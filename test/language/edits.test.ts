import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { type EditTarget, replaceDifference, toWorkspaceEdit } from '../../server/language/edits.js';
import type { SourceEdit } from '../../server/rules/rule.js';
import { SourceText } from '../../server/text/source-text.js';

const TARGET: EditTarget = { uri: 'file:///a.txt', version: 7, documentChanges: true, snippetEdits: true };

function apply(text: string, edits: readonly SourceEdit[]): string {
  let result = text;
  for (const { span, newText } of [...edits].reverse()) result = result.slice(0, span.start) + newText + result.slice(span.end);
  return result;
}

describe('edits', () => {
  const source = new SourceText('甲乙\r\n丙丁');
  const edits: readonly SourceEdit[] = [
    { span: { start: 0, end: 1 }, newText: '子$丑' },
    { span: { start: 4, end: 4 }, newText: '寅____\n' },
  ];

  it('are versioned where the client supports it', () => {
    expect(toWorkspaceEdit(source, edits, TARGET)).toEqual({
      documentChanges: [
        {
          textDocument: { uri: 'file:///a.txt', version: 7 },
          edits: [
            { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, newText: '子$丑' },
            { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: '寅____\n' },
          ],
        },
      ],
    });
  });

  it('are plain changes where it does not', () => {
    const { changes, documentChanges } = toWorkspaceEdit(source, edits, { ...TARGET, documentChanges: false }, { start: 7, end: 11 });
    expect(documentChanges).toBeUndefined();
    expect(changes?.['file:///a.txt']?.map(({ newText }) => newText)).toEqual(['子$丑', '寅____\n']);
  });

  it('select a blank by a snippet', () => {
    // After the edits: 子$丑乙\r\n寅____\n丙丁
    const edit = toWorkspaceEdit(source, edits, TARGET, { start: 7, end: 11 });
    expect(edit.documentChanges?.[0]).toMatchObject({
      edits: [{ newText: '子$丑' }, { snippet: { kind: 'snippet', value: '寅$' + '{1:____}\n' } }],
    });
  });

  it('make every further blank of what is inserted a tab stop', () => {
    const inserted = [{ span: { start: 0, end: 0 }, newText: '开会____次，学法____次$。\n' }];
    const edit = toWorkspaceEdit(source, inserted, TARGET, { start: 2, end: 6 });
    expect(edit.documentChanges?.[0]).toMatchObject({
      edits: [{ snippet: { kind: 'snippet', value: '开会$' + '{1:____}次，学法$' + '{2:____}次\\$。\n' } }],
    });
  });

  it('put the caret where nothing is selected, and escape the rest', () => {
    const edit = toWorkspaceEdit(source, edits, TARGET, { start: 3, end: 3 });
    expect(edit.documentChanges?.[0]).toMatchObject({ edits: [{ snippet: { value: '子\\$丑$0' } }, { newText: '寅____\n' }] });
  });

  it('stay plain without snippet support or where the selection is old text', () => {
    const plain = toWorkspaceEdit(source, edits, { ...TARGET, snippetEdits: false }, { start: 7, end: 11 });
    expect(JSON.stringify(plain)).not.toContain('snippet');
    expect(JSON.stringify(toWorkspaceEdit(source, edits, TARGET, { start: 3, end: 9 }))).not.toContain('snippet');
  });

  it.each([
    ['', ''],
    ['', '甲'],
    ['甲', ''],
    ['甲乙丙', '甲丁丙'],
    ['甲甲甲', '甲甲'],
    ['甲\r\n乙', '甲\n乙'],
    ['甲\r乙', '甲\r\n乙'],
    ['\r\n', '\n\r'],
    ['a😀b', 'a😁b'],
    ['a😀b', 'ab'],
    ['\ud83d\ude00', '\ud83d\ude01'],
    ['甲\r\n\r\n乙', '甲\r\n乙'],
  ])('%j becomes %j by the smallest edit', (before, after) => {
    const difference = replaceDifference(before, after);
    expect(apply(before, difference)).toBe(after);
    expect(difference.length).toBe(before === after ? 0 : 1);
    // The same through the protocol's positions, which know no place inside a line end.
    const document = TextDocument.create('file:///a.txt', 'plaintext', 1, before);
    const edit = toWorkspaceEdit(new SourceText(before), difference, { ...TARGET, documentChanges: false });
    expect(TextDocument.applyEdits(document, edit.changes?.['file:///a.txt'] ?? [])).toBe(after);
  });
});
