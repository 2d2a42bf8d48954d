/** What is done with a report as a whole: tidied, numbered anew, written down as a note; and the pages of the rules. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openNewReport, openReport, openSample, sampleText } from './reports';
import { anyOf, extension, replaceText, waitUntil } from './support';
import { clickOn, hasWindow, takeScreenshot, waitForNotification, waitForText } from './window';

const PASTED = `首页 > 政务公开 > 法治政府建设
来源：清源镇 发布时间：2025-01-12 09:30 浏览次数：128
清源镇2024年法治政府建设情况报告
　　2024年，清源镇深入学习贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下：
一、2024年推进法治政府建设的主要举措和成效
（一）加强组织领导。召开专题会议4次,研究法治建设事项 9 项，组织中心组学法6
次，推动法治政府建设各项任务落地见效。[bookmark: _GoBack]
— 1 —
（三）规范行政执法。开展行政检查312次，办理行政处罚案件18件，
组织案卷评查2次。
二、存在的不足和原因
一是执法力量不足，原因是编制紧张。
三、党政主要负责人履行推进法治建设第一责任人职责情况
主要负责人主持召开会议4次，研究解决问题6个。
四、2025年工作安排
2025年，我镇将新增执法人员3名，组织业务培训6次。
清源镇人民政府
2025年1月10日
分享
打印 关闭
`;

describe('tidying pasted text', () => {
  it('shows what would become of it, and applies it as one step', async () => {
    const { document } = await openReport('pasted', PASTED);
    const before = document.getText();
    await vscode.commands.executeCommand('fazhiReport.tidy');
    const preview = await waitForPreview();
    assert.match(preview.getText(), /组织中心组学法6次，推动法治政府建设各项任务落地见效。\n（二）规范行政执法。/u);
    assert.equal(document.getText(), before, 'changed before it was applied');
    if (hasWindow()) {
      await waitForNotification('合并断行 2 处');
      await waitForNotification('删除网页残留');
      await takeScreenshot('tidy-preview');
      await clickOn('.notification-list-item .monaco-button:has-text("应用")');
    } else await vscode.commands.executeCommand('fazhiReport.applyTidy');
    await waitForNoPreview();
    await waitUntil('the tidied text', vscode.workspace.onDidChangeTextDocument, () => document.getText() !== before || undefined);
    assert.equal(document.getText(), preview.getText());
    for (const left of ['首页', '打印', '_GoBack', '— 1 —', '会议4次,']) assert.ok(!document.getText().includes(left), left);
    await waitUntil(
      'the report in front',
      vscode.window.onDidChangeActiveTextEditor,
      () => vscode.window.activeTextEditor?.document === document || undefined,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('can be given up', async () => {
    const { document } = await openReport('pasted-cancelled', PASTED);
    await vscode.commands.executeCommand('fazhiReport.tidy');
    await waitForPreview();
    await vscode.commands.executeCommand('fazhiReport.cancelTidy');
    await waitForNoPreview();
    assert.equal(document.getText(), PASTED);
    await vscode.commands.executeCommand('fazhiReport.applyTidy');
    assert.equal(document.getText(), PASTED, 'applied after it was given up');
  });

  it('is not applied to a text that has changed since', async () => {
    const { document } = await openReport('pasted-changed', PASTED);
    await vscode.commands.executeCommand('fazhiReport.tidy');
    await waitForPreview();
    await replaceText(document, new vscode.Range(0, 0, 0, 0), '又');
    await vscode.commands.executeCommand('fazhiReport.applyTidy');
    await waitForNoPreview();
    assert.equal(document.getText(), `又${PASTED}`);
    if (hasWindow()) await waitForNotification('没有整理');
  });

  it('says so where there is nothing to tidy', async () => {
    await openNewReport('清源镇2024年法治政府建设情况报告\n\n一、主要举措和成效\n召开专题会议4次。\n');
    await vscode.commands.executeCommand('fazhiReport.tidy');
    assert.equal(previewTab(), undefined);
    if (hasWindow()) await waitForNotification('没有需要整理的地方');
  });
});

describe('renumbering headings', () => {
  it('puts all numbers into order as one step', async () => {
    const { document } = await openSample('002', 'renumber');
    const before = document.getText();
    await vscode.commands.executeCommand('fazhiReport.renumberHeadings');
    assert.match(document.getText(), /^（六）完善工作机制/mu);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});

describe('copying a note', () => {
  it('puts the findings on the clipboard', async () => {
    await openReport('note', await sampleText('002'));
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('fazhiReport.copyNote');
    const note = await vscode.env.clipboard.readText();
    assert.match(note, /^审读意见：note\.txt（过马营镇）\n共 \d+ 条：错误 \d+ 条/u);
    assert.match(note, /第23行 “（四）完善工作机制”：/u);
    if (hasWindow()) await waitForNotification('已复制');
  });
});

describe('the page of a rule', () => {
  it('comes with the extension', async () => {
    const page = vscode.Uri.joinPath(extension().extensionUri, 'docs/rules/typo.md');
    assert.ok((await vscode.workspace.fs.readFile(page)).byteLength > 0);
  });

  it('opens at once where the rule is named', async () => {
    await openNewReport();
    await vscode.commands.executeCommand('fazhiReport.openRulePage', 'typo');
    const tab = await waitUntil('the preview of the page', anyOf(vscode.window.tabGroups.onDidChangeTabs), () =>
      allTabs().find(({ label }) => label.includes('typo.md')),
    );
    assert.ok(tab.input instanceof vscode.TabInputWebview);
  });

  it('is chosen from a list that begins with what the report shows', async function () {
    if (!hasWindow()) this.skip();
    await openSample('002', 'rules');
    const opened = vscode.commands.executeCommand('fazhiReport.openRulePage');
    await waitForText('.quick-input-list', '当前报告中有问题的');
    await takeScreenshot('rule-list');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await opened;
    await waitUntil('the preview of the page', anyOf(vscode.window.tabGroups.onDidChangeTabs), () =>
      allTabs().find(({ input }) => input instanceof vscode.TabInputWebview),
    );
  });
});

const allTabs = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);

function previewTab(): vscode.TabInputTextDiff | undefined {
  return allTabs()
    .map(({ input }) => input)
    .find((input) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === 'fazhi-report-preview') as
    | vscode.TabInputTextDiff
    | undefined;
}

/** Waits for the preview. @returns the document that shows the tidied text */
const waitForPreview = (): Promise<vscode.TextDocument> =>
  waitUntil('the preview', anyOf(vscode.window.tabGroups.onDidChangeTabs, vscode.workspace.onDidOpenTextDocument), () => {
    const uri = previewTab()?.modified.toString();
    return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  });

const waitForNoPreview = (): Promise<true> =>
  waitUntil('the preview to close', anyOf(vscode.window.tabGroups.onDidChangeTabs), () => (previewTab() === undefined ? true : undefined));
