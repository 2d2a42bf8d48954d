/** A report that cannot be written, in a window that nobody has said to trust: everything is seen that is seen of another one. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  documentSymbols,
  extension,
  hoverAt,
  isOnDisk,
  outlineText,
  rangeOf,
  ruleOf,
  waitForDiagnostics,
  waitForRule,
} from '../suite/support';
import { clickOn, hasWindow, readScreen, takeScreenshot, waitForNotification, waitForText, waitForTextInWebview } from '../suite/window';
import { linkToLastYear } from '../workspaces/reports';
import { inPlace, LOCKED_PROJECT, openDisc, openReportIn, PLACES } from './places';

/** The row of a finding that can be mended, and what mends it, which is seen where the mouse is. */
const MENDED = '.customview-tree .monaco-list-row:has-text("一级标题缺序号")';
const MEND = `${MENDED} .codicon-lightbulb-autofix`;

for (const place of PLACES) {
  const { folder } = place;
  describe(`a report that is read-only by ${place.why}`, () => {
    before(async function () {
      if (place.needsDisk && !isOnDisk()) this.skip();
      await openDisc();
    });
    after(() => vscode.commands.executeCommand('workbench.view.explorer'));

    it('is recognised and checked, under its project file', async () => {
      const { uri } = await openReportIn(place);
      await waitForRule(uri, 'date-malformed');
      const found = await waitForDiagnostics(uri);
      assert.deepEqual(found.map(ruleOf), ['heading-number-missing', 'date-malformed']);
      assert.equal(extension().isActive, true);
      if (hasWindow() && isOnDisk()) assert.equal(vscode.workspace.isTrusted, false);
    });

    it('has its outline, hovers, and the link to last year’s', async () => {
      const document = await openReportIn(place);
      assert.match(outlineText(await documentSymbols(document.uri)), /一、2024年推进法治政府建设的主要举措和成效/);
      const { range } = await waitForRule(document.uri, 'heading-number-missing');
      assert.match(await hoverAt(document.uri, range.start), /缺了序号/);
      const link = await linkToLastYear(document.uri);
      assert.equal(link?.target?.toString(), inPlace(place, '清源镇2023.txt').toString());
      assert.deepEqual(link?.range, rangeOf(document, '2024年'));
    });

    it('has its status and its checklist, on which nothing can be mended', async function () {
      if (!hasWindow()) this.skip();
      await openReportIn(place);
      await vscode.commands.executeCommand('workbench.view.extension.fazhiReport');
      await waitForText('.statusbar-item[id="status.languageStatus"][aria-label*="四项齐全 · 错误 2"]', '');
      await clickOn(MENDED);
      await takeScreenshot(`read-only-${folder}`);
      assert.deepEqual(await readScreen(MEND), []);
    });

    it('has its figures', async function () {
      if (!hasWindow()) this.skip();
      await openReportIn(place);
      await vscode.commands.executeCommand('fazhiReport.showFigures');
      await waitForText('.tab.active .label-name', '数据表：清源镇2024');
      await waitForTextInWebview('.count', '个数据');
      await takeScreenshot(`read-only-figures-${folder}`);
    });

    it('has its findings copied', async function () {
      if (!hasWindow()) this.skip();
      await openReportIn(place);
      await vscode.commands.executeCommand('fazhiReport.copyNote');
      await waitForNotification('已复制 2 条审读意见');
      assert.match(await vscode.env.clipboard.readText(), /清源镇/);
    });
  });
}

describe('a report that can be written, beside those that cannot', () => {
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  it('has a checklist on which it can be mended', async function () {
    if (!hasWindow()) this.skip();
    await openReportIn(LOCKED_PROJECT);
    await vscode.commands.executeCommand('workbench.view.extension.fazhiReport');
    await clickOn(MENDED);
    await waitForText(MEND, '');
  });
});
