/** A window that nobody has said to trust: everything works, for nothing that lies in a folder is ever run. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeEditorOf } from '../suite/reports';
import { applyCodeAction, codeActionNamed, extension, isOnDisk, waitForRule, waitForRuleGone } from '../suite/support';
import { hasWindow, takeScreenshot, waitForStatusItem } from '../suite/window';
import { inFolder, NOW, openReportAt, PAST, reportOf } from './reports';

describe('restricted mode', () => {
  before(function () {
    // The desktop editor is told to trust every folder (sessions.mjs).
    if (!hasWindow() || !isOnDisk()) this.skip();
  });
  it('is what this window is in', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await waitForStatusItem('Restricted Mode');
  });

  it('has the extension active, which finds what is wrong', async () => {
    const { uri } = await openReportAt(inFolder(PAST, '受限.txt'), reportOf('清源镇', 2023));
    await waitForRule(uri, 'heading-number-missing');
    assert.equal(extension().isActive, true);
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('mends what is found, and saves it', async () => {
    const document = await openReportAt(inFolder(NOW, '修复.txt'), reportOf('云桥镇', 2023));
    const { range } = await waitForRule(document.uri, 'heading-number-missing');
    await applyCodeAction(await codeActionNamed(document.uri, range, '补上序号“四、”'));
    await waitForRuleGone(document.uri, 'heading-number-missing');
    assert.ok(await document.save(), 'it was not saved');
    await takeScreenshot('restricted');
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    assert.match(new TextDecoder().decode(bytes), /^四、2024年推进/m);
  });

  it('mends everything that is safe by the command', async () => {
    const document = await openReportAt(inFolder(NOW, '全部修复.txt'), reportOf('云桥镇', 2023));
    await activeEditorOf(document.uri);
    await vscode.commands.executeCommand('fazhiReport.fixAll');
    await waitForRuleGone(document.uri, 'heading-number-missing');
  });
});
