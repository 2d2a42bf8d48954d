/** Everything that is safe to mend, mended at once: by command, on save, and taken back by one undo. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixAll } from '../../../server/check/fix.js';
import { exampleReport } from '../../../server/rules/example-report.js';
import { openAsPerson, openReport, openSample, sampleText, waitForContent, withSettings } from './reports';
import { codeActionsFor, rangeOf, replaceText, ruleOf, waitForDiagnostics, waitForRule, writeFile } from './support';
import { hasWindow, waitForNotification } from './window';

/** The safe fixes in sample 002, and what they leave. */
const FIXED = [/^（三） ?规范文明执法/m, /^（四） ?依法处理纠纷/m, /^（五）推动政务公开/m, /^（六）完善工作机制/m];
/** Rules all of whose findings in that sample can be mended safely. */
const SAFELY_FIXABLE = ['heading-marker-width', 'heading-sequence', 'heading-number-missing', 'typo', 'broken-paragraph', 'digit-spacing'];
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('fazhiReport');

describe('fix all', () => {
  it('leaves nothing that can be fixed safely; one undo takes it back', async () => {
    const { document } = await openSample('002', 'all');
    const before = document.getText();
    const rulesBefore = (await waitForDiagnostics(document.uri)).map(ruleOf);
    await vscode.commands.executeCommand('fazhiReport.fixAll');
    for (const pattern of FIXED) assert.match(document.getText(), pattern);
    await waitUntilNothingSafe(document.uri);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await waitForDiagnostics(document.uri, (all) => all.map(ruleOf).join() === rulesBefore.join());
  });

  it('changes nothing and says so where nothing can be fixed safely', async () => {
    const uri = await writeFile('none.txt', exampleReport({ signOff: null }));
    const { document } = await openAsPerson(uri);
    await waitForRule(uri, 'sign-off-missing');
    const { version } = document;
    await vscode.commands.executeCommand('fazhiReport.fixAll');
    assert.equal(document.version, version);
    assert.equal(document.isDirty, false);
    if (hasWindow()) await waitForNotification('没有可以自动修复的问题。');
  });

  it('runs on save where the settings want it', async () => {
    await withSettings({ 'editor.codeActionsOnSave': { 'source.fixAll.fazhiReport': 'explicit' } }, async () => {
      const { document } = await openSample('002', 'save');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, DAMAGED);
      await vscode.workspace.applyEdit(edit);
      await waitForRule(document.uri, 'encoding-damage');
      await vscode.commands.executeCommand('workbench.action.files.save');
      assert.equal(document.isDirty, false, 'not saved');
      const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
      for (const pattern of FIXED) assert.match(saved, pattern);
      await waitUntilNothingSafe(document.uri);
    });
  });

  it('does not run on save otherwise', async () => {
    const { document } = await openSample('002', 'plain-save');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), `${await sampleText('002')}\n`);
  });

  it('keeps CRLF line ends, in the editor and on disk', async () => {
    const crlf = (await sampleText('002')).replaceAll('\n', '\r\n');
    const { document } = await openReport('crlf', crlf);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await vscode.commands.executeCommand('fazhiReport.fixAll');
    await waitForContent(document.uri, 'the mended number', (text) => text.includes('（六）完善工作机制'));
    await vscode.commands.executeCommand('workbench.action.files.save');
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    assert.doesNotMatch(saved, /[^\r]\n/, 'a line ends with LF alone');
    for (const pattern of FIXED) assert.match(saved, pattern);
    const { text } = fixAll(crlf);
    assert.equal(saved, text, 'it is mended otherwise than by the command line');
  });

  it('runs on save in a Markdown report, too', async () => {
    await withSettings({ 'editor.codeActionsOnSave': { 'source.fixAll': 'explicit' } }, async () => {
      const headings = ['## 一、主要举措和成效\n全年调解纠纷12件。', '## 三、2025年工作安排\n2025年，将开展普法12场。'];
      const uri = await writeFile('fix-all.md', ['# 清源镇2024年法治政府建设情况报告', ...headings, ''].join('\n\n'));
      const { document } = await openAsPerson(uri);
      await waitForRule(uri, 'heading-sequence');
      await replaceText(document, rangeOf(document, '12件'), `13件${DAMAGED}`);
      await waitForRule(uri, 'encoding-damage');
      await vscode.commands.executeCommand('workbench.action.files.save');
      assert.match(document.getText(), /^## 二、2025年工作安排$/m);
    });
  });

  it('is answered to whoever asks for source.fixAll', async () => {
    const { document } = await openSample('004', 'source');
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await codeActionsFor(document.uri, everything, vscode.CodeActionKind.SourceFixAll);
    assert.deepEqual(
      actions.map(({ kind }) => kind?.value),
      [FIX_ALL.value],
    );
  });
});

/** What is found at once: the edit that brings it has then reached the server. */
const DAMAGED = '\ufffd\n';

const waitUntilNothingSafe = (uri: vscode.Uri) =>
  waitForDiagnostics(uri, (all) => !all.some((one) => SAFELY_FIXABLE.includes(ruleOf(one))));
