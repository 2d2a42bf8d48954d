/** The item in the status bar that tells how the check came out, or why there is none. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openAsPerson, openSample } from './reports';
import { applyCodeAction, codeActionNamed, fileUri, waitForRule } from './support';
import { hasWindow, readScreen, waitForText } from './window';

describe('the status', () => {
  before(function () {
    if (!hasWindow()) this.skip();
  });
  it('of a report tells of the four sections and counts what was found', async () => {
    await openSample('004', 'status');
    await waitForStatus('四项齐全 · 错误 4');
    await waitForStatus('检查，用时 ');
    for (const part of ['主要举措和成效：第 8 行', '第一责任人职责：第 22 行', '下一年度主要安排：第 26 行']) await waitForStatus(part);
  });

  it('of a report with a section missing names it', async () => {
    await openSample('002', 'status');
    await waitForStatus('缺：第一责任人职责');
    await waitForStatus('不足和原因：第 25 行（与其他内容合写）');
  });

  it('follows what is mended', async () => {
    const { document } = await openSample('004', 'status-fix');
    await waitForStatus('错误 4');
    const { range } = await waitForRule(document.uri, 'date-malformed');
    await applyCodeAction(await codeActionNamed(document.uri, range, '2025年1月2日'));
    await waitForStatus('错误 3');
  });

  it('of a text that might be taken for a report says why it is not checked', async () => {
    await openAsPerson(fileUri('会议通知.txt'));
    await waitForStatus('未作为法治报告检查');
    await waitForStatus('开头没有“法治政府建设…报告”的标题');
  });

  it('of any other text shows nothing', async () => {
    await openSample('004', 'status-first');
    await waitForStatus('四项齐全');
    await openAsPerson(fileUri('购物清单.txt'));
    await waitForText('.statusbar-item[id="status.editor.mode"]', 'Plain Text');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const items = await readScreen('.statusbar-item');
    const labels = items.map(({ label }) => label).join('\n');
    assert.doesNotMatch(labels, /法治|四项/);
  });
});

/** Waits until the language status says something; its words are what a screen reader says. */
async function waitForStatus(text: string): Promise<void> {
  try {
    await waitForText(`.statusbar-item[id="status.languageStatus"][aria-label*="${text}"]`, '');
  } catch (error) {
    const items = await readScreen('.statusbar-item[id="status.languageStatus"]');
    throw new Error(`the status does not say “${text}” but “${items[0]?.label}”`, { cause: error });
  }
}
