/** A report is begun: from nothing, and from last year's. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { draftInFront, openReport, openSample, waitForContent } from './reports';
import { fileUri, LANGUAGE_ID, PATIENCE, rangeOf, ruleOf, waitForDiagnostics, waitUntil } from './support';
import { hasWindow, pressKeys, takeScreenshot, typeKeys, waitForText } from './window';

const { Error: ERROR } = vscode.DiagnosticSeverity;

describe('a new report', () => {
  it('is made of what the command is given, its first blank selected and nothing wrong but its blanks', async () => {
    await vscode.commands.executeCommand('fazhiReport.newReport', { agency: '云桥镇', kind: 'town', year: 2025 });
    const editor = await draftInFront('云桥镇2025年法治政府建设情况报告');
    assert.equal(editor.document.languageId, LANGUAGE_ID);
    assert.equal(editor.document.uri.path, fileUri('云桥镇2025年法治政府建设情况报告.txt').path);
    await waitForSelectedBlank(editor);
    await onlyBlanksAreWrong(editor.document.uri);
  });

  it('takes the kind from the name, and another place where its own is taken', async () => {
    for (const isFirst of [true, false]) {
      await vscode.commands.executeCommand('fazhiReport.newReport', { agency: '云桥县司法局', year: 2025 });
      const { document } = await draftInFront('云桥县司法局2025年法治政府建设情况报告');
      assert.match(document.getText(), /我局/);
      assert.equal(document.uri.path.endsWith('.txt'), isFirst);
    }
  });

  it('is filled in from blank to blank with Tab', async function () {
    if (!hasWindow()) this.skip();
    await vscode.commands.executeCommand('fazhiReport.newReport', { agency: '石桥镇', year: 2025 });
    const editor = await draftInFront('石桥镇2025年法治政府建设情况报告');
    await waitForSelectedBlank(editor);
    await typeKeys('4');
    await pressKeys('Tab');
    await typeKeys('9');
    await waitForContent(editor.document.uri, 'two blanks to be filled in', (text) => /专题会议4次，研究法治政府建设事项9项/.test(text));
  });

  it('is asked for with the keyboard alone', async function () {
    if (!hasWindow()) this.skip();
    // The agencies of open reports are offered first; another one is written.
    await openSample('001', 'agencies');
    await openSample('000', 'agencies');
    const made = vscode.commands.executeCommand('fazhiReport.newReport');
    await waitForText('.quick-input-list', '赵庄镇人民政府');
    await takeScreenshot('new-report-agency');
    await typeKeys('其他');
    await pressKeys('Enter');
    await waitForText('.quick-input-widget', '写报告的单位全称');
    await typeKeys('留下街道办事处');
    await pressKeys('Enter');
    await waitForText('.quick-input-list .monaco-list-row:first-child', '街道');
    await waitForText('.quick-input-list .monaco-list-row:first-child', '按名称判断');
    await takeScreenshot('new-report-kind');
    await pressKeys('Enter');
    await waitForText('.quick-input-list .monaco-list-row:first-child', '现在该报告的年度');
    await pressKeys('Enter');
    await made;
    const now = new Date();
    const year = now.getMonth() >= 9 ? now.getFullYear() : now.getFullYear() - 1;
    const editor = await draftInFront(`留下街道办事处${year}年法治政府建设情况报告`);
    assert.match(editor.document.getText(), /我街道/);
    await waitForSelectedBlank(editor);
    await takeScreenshot('new-report');
  });

  it('is not made when Escape is pressed at any step', async function () {
    if (!hasWindow()) this.skip();
    const before = vscode.workspace.textDocuments.length;
    const made = vscode.commands.executeCommand('fazhiReport.newReport');
    await waitForText('.quick-input-widget', '(1/3)');
    await pressKeys('Escape');
    await made;
    const named = vscode.commands.executeCommand('fazhiReport.newReport', { agency: '石桥镇' });
    await waitForText('.quick-input-widget', '(2/3)');
    await pressKeys('Enter');
    await waitForText('.quick-input-widget', '(3/3)');
    await pressKeys('Escape');
    await named;
    assert.equal(vscode.workspace.textDocuments.length, before);
  });
});

describe('next year’s report', () => {
  it('is begun from the one in front, with the list of last year’s plan beside', async () => {
    const source = await openSample('001', 'next-year');
    const before = source.document.getText();
    await vscode.commands.executeCommand('fazhiReport.startNextYear');
    const editor = await draftInFront('赵庄镇人民政府');
    const text = editor.document.getText();
    assert.match(text, /关于2025年法治政府建设情况的报告/);
    assert.doesNotMatch(text.replace(/《[^》]*》/g, ''), /2024年/);
    assert.equal(editor.document.languageId, LANGUAGE_ID);
    assert.ok(editor.document.isUntitled);
    await waitForSelectedBlank(editor);
    const checklist = vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'markdown');
    assert.match(checklist?.document.getText() ?? '', /^# 2025年起草对照清单\n[\s\S]*- \[ \] /);
    assert.notEqual(checklist?.viewColumn, editor.viewColumn);
    assert.equal(source.document.getText(), before, 'last year’s report was changed');
    await onlyBlanksAreWrong(editor.document.uri);
    await takeScreenshot('next-year');
  });

  it('keeps line ends, and goes on from a report that is not in front', async () => {
    const lines = [
      '白桥镇2024年法治政府建设情况报告',
      '2024年，白桥镇加强法治建设。现将有关情况报告如下：',
      '一、2024年主要举措和成效',
      '召开会议4次，其中专题会议3次。',
      '二、存在的不足和原因',
      '一是力量不足，原因是编制较少。',
    ];
    const { document } = await openReport('next-year-crlf', lines.join('\r\n'));
    await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
    await vscode.commands.executeCommand('fazhiReport.startNextYear', document.uri);
    const editor = await draftInFront('白桥镇2025年');
    assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
    assert.ok(rangeOf(editor.document, '召开会议____次，其中专题会议____次。').start.line === 3);
  });

  it('is not made of anything but a report', async function () {
    if (!hasWindow()) this.skip();
    await vscode.window.showTextDocument(fileUri('购物清单.txt'));
    const before = vscode.workspace.textDocuments.length;
    await vscode.commands.executeCommand('fazhiReport.startNextYear');
    await waitForText('.notifications-toasts', '没有作为法治政府建设报告检查');
    assert.equal(vscode.workspace.textDocuments.length, before);
  });
});

/** Waits until a blank is selected in an editor. */
const waitForSelectedBlank = (editor: vscode.TextEditor): Promise<true> =>
  waitUntil(
    'a blank to be selected',
    vscode.window.onDidChangeTextEditorSelection,
    () => (editor.document.getText(editor.selection) === '____' ? true : undefined),
    () => `Selected: “${editor.document.getText(editor.selection)}”`,
  );

/** Waits for the findings of a draft; no error may be among them but that its blanks are empty. */
async function onlyBlanksAreWrong(uri: vscode.Uri): Promise<void> {
  const found = await waitForDiagnostics(uri, (all) => all.some((one) => ruleOf(one) === 'placeholder'), PATIENCE);
  const others = found.filter((one) => one.severity === ERROR && ruleOf(one) !== 'placeholder').map(ruleOf);
  assert.deepEqual(others, []);
}
