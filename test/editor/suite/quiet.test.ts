/** Nothing flashes on the sentence that is being written; with the setting `onSave` nothing is found before the report is saved. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkOnCommandLine } from './command-line';
import { moveCursor, openReport, withSettings } from './reports';
import { rangeOf, ruleOf, waitForDiagnostics, waitForRule, waitUntil } from './support';
import { hasWindow, takeScreenshot, typeKeys } from './window';

/** With a finding (the section is short), but none on the line of the meeting. */
const REPORT = '清源镇2024年法治政府建设情况报告\n\n一、主要举措和成效\n召开专题会议4次，研究解决问题。\n';

const rulesOf = (uri: vscode.Uri): string[] => vscode.languages.getDiagnostics(uri).map(ruleOf);

/** Types as a person does: in the window where there is one. */
const typeText = (text: string): Thenable<unknown> => (hasWindow() ? typeKeys(text) : vscode.commands.executeCommand('type', { text }));

describe('quiet while typing', () => {
  it('an opened quotation mark is reported when the text rests, not before', async () => {
    const editor = await openReport('quiet', REPORT);
    const { document } = editor;
    const { uri } = document;
    await moveCursor(editor, rangeOf(document, '研究解决').end);
    /** Milliseconds from the last edit to when the mark was first reported. */
    let rested: number | undefined;
    let lastEdit = 0;
    const subscription = vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics(() => {
        if (rulesOf(uri).includes('unbalanced-pair')) rested ??= Date.now() - lastEdit;
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document && event.contentChanges.length > 0) lastEdit = Date.now();
      }),
    );
    try {
      await typeText('“法治政府');
      await waitForRule(uri, 'unbalanced-pair');
    } finally {
      subscription.dispose();
    }
    assert.ok(rested !== undefined && rested > 900, `reported ${rested} ms after the last key`);
    await takeScreenshot('quiet-rested');
  });

  it('saving shows everything, as the command line does', async () => {
    const editor = await openReport('quiet-saved', REPORT);
    const { document } = editor;
    await moveCursor(editor, rangeOf(document, '研究解决').end);
    await typeText('“');
    await waitUntil('the mark to be there', vscode.workspace.onDidChangeTextDocument, () =>
      document.getText().includes('研究解决“') ? true : undefined,
    );
    await document.save();
    await waitForRule(document.uri, 'unbalanced-pair');
    const expected = (await checkOnCommandLine(document.uri)).diagnostics.map(({ rule }) => rule).sort();
    assert.deepEqual(rulesOf(document.uri).sort(), expected);
  });

  it('with fazhiReport.run = onSave findings change when the report is saved', async () => {
    await withSettings({ 'fazhiReport.run': 'onSave' }, async () => {
      const editor = await openReport('on-save', REPORT);
      const { document } = editor;
      const before = rulesOf(document.uri);
      await editor.edit((edit) => edit.insert(rangeOf(document, '4次').end, '，发放资料XX份'));
      // The outline is of the new text: the server has heard of the edit.
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
      assert.deepEqual(rulesOf(document.uri), before);
      await document.save();
      await waitForRule(document.uri, 'placeholder');
    });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    // Back to checking as one writes, without a restart.
    await editor.edit((edit) => edit.insert(rangeOf(editor.document, '召开专题会议').start, '全年XX次'));
    await waitForDiagnostics(editor.document.uri, (all) => all.filter((one) => ruleOf(one) === 'placeholder').length > 1);
  });
});
