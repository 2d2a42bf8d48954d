/** Findings follow what is written. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lineEnd, moveCursor, openNewReport, openSample, waitForContent } from './reports';
import {
  openText,
  rangeOf,
  replaceText,
  ruleOf,
  typeText,
  waitForDiagnostics,
  waitForLanguage,
  waitForRule,
  waitForRuleGone,
} from './support';
import { hasWindow, waitForText } from './window';

/** What the issue promises; measured in this one place only. */
const PROMPTLY = 1000;

const COLOURED = '.view-line span[class^="mtk"]:not(.mtk1):has-text("2024年")';

describe('while a report is written', () => {
  it('an edit brings a finding up within a second, and undo makes it go', async () => {
    const { document } = await openSample('004', 'editing');
    await waitForRuleGone(document.uri, 'placeholder');
    const before = document.getText();
    const begin = performance.now();
    await replaceText(document, rangeOf(document, '567件'), 'XX件');
    const { range } = await waitForRule(document.uri, 'placeholder');
    const milliseconds = performance.now() - begin;
    assert.equal(document.getText(range), 'XX');
    assert.ok(milliseconds < PROMPTLY, `the finding came ${Math.round(milliseconds)} ms after the edit`);
    await vscode.commands.executeCommand('undo');
    await waitForRuleGone(document.uri, 'placeholder');
    assert.equal(document.getText(), before);
  });

  it('a finding moves along with its place', async () => {
    const { document } = await openSample('004', 'moving');
    const { range } = await waitForRule(document.uri, 'heading-number-missing');
    await replaceText(document, new vscode.Range(0, 0, 0, 0), '内部资料\n\n');
    await waitForDiagnostics(document.uri, (all) =>
      all.some((one) => ruleOf(one) === 'heading-number-missing' && one.range.start.line === range.start.line + 2),
    );
  });

  it('a section that is written makes the finding of its absence go', async () => {
    const editor = await openNewReport();
    const isMissing = (all: vscode.Diagnostic[], kind: string) =>
      all.some((one) => ruleOf(one) === 'missing-section' && one.message.includes(`“${kind}”`));
    await waitForDiagnostics(editor.document.uri, (all) => isMissing(all, '不足和原因') && isMissing(all, '主要举措和成效'));
    await moveCursor(editor, lineEnd(editor.document, -1));
    await typeText('一、2024年推进法治政府建设存在的不足和原因\n一是执法力量不足，原因是编制少。');
    await waitForDiagnostics(editor.document.uri, (all) => !isMissing(all, '不足和原因') && isMissing(all, '主要举措和成效'));
  });

  it('unsaved text that grows into a report is recognised and checked', async () => {
    const { document } = await openText('', 'plaintext');
    await typeText('宁河镇2024年度法治政府建设');
    assert.equal(document.languageId, 'plaintext');
    await typeText('情况报告\n\n一、主要举措和成效\n全年调解纠纷____件。\n');
    await waitForLanguage(document.uri);
    const { range } = await waitForRule(document.uri, 'placeholder');
    assert.equal(range.start.line, 3);
  });

  it('Enter after a point goes on with the next number', async () => {
    const editor = await openNewReport();
    const { uri } = editor.document;
    await moveCursor(editor, lineEnd(editor.document, -1));
    await typeText('（一）加强领导。全年研究法治建设议题5次。\n');
    await waitForContent(uri, 'the next number', (text) => text.endsWith('5次。\n（二）'));
    await typeText('规范执法。全年开展执法检查12次。\n');
    await waitForContent(uri, 'the number after it', (text) => text.endsWith('12次。\n（三）'));
  });

  it('opening marks bring their closing ones', async () => {
    const editor = await openNewReport();
    await moveCursor(editor, lineEnd(editor.document, -1));
    // Before it has coloured the text, the editor does not know what is a comment, and closes nothing.
    if (hasWindow()) await waitForText(COLOURED, '');
    for (const mark of ['《', '（', '“']) await typeText(mark);
    await waitForContent(editor.document.uri, 'the closing marks', (text) => text.endsWith('《（“”）》'));
  });
});
