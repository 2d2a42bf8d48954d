/** What would change a report that cannot be written: it is not offered, or says what can be done, and changes nothing. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeEditorOf, draftInFront, waitForContent } from '../suite/reports';
import {
  applyCodeAction,
  codeActionNamed,
  codeActionsFor,
  isOnDisk,
  LANGUAGE_ID,
  openText,
  waitForRule,
  waitForRuleGone,
} from '../suite/support';
import { hasWindow, pressKeys, readScreen, takeScreenshot, typeKeys, waitForNotification, waitForText } from '../suite/window';
import { reportOf } from '../workspaces/reports';
import { inPlace, LOCKED_PROJECT, openDisc, openReportIn, PLACES } from './places';

const TOLD = '是只读的，没有修改。请先另存为副本，再修改副本。';
const RULE = 'heading-number-missing';

for (const place of PLACES) {
  const { folder, canBeEdited } = place;
  describe(`what changes a report that is read-only by ${place.why}`, () => {
    before(async function () {
      if (place.needsDisk && !isOnDisk()) this.skip();
      await openDisc();
    });

    for (const command of ['fixAll', 'renumberHeadings', 'tidy']) {
      it(`says that it cannot, and changes nothing: ${command}`, async function () {
        if (!hasWindow()) this.skip();
        const document = await openReportIn(place);
        const before = { text: document.getText(), version: document.version };
        await vscode.commands.executeCommand(`fazhiReport.${command}`);
        if (command === 'tidy') {
          await waitForNotification('整理后将');
          await vscode.commands.executeCommand('fazhiReport.applyTidy');
        }
        await waitForNotification(`“清源镇2024.txt”${TOLD}`);
        await takeScreenshot(`read-only-${command}-${folder}`);
        assert.deepEqual({ text: document.getText(), version: document.version }, before);
        assert.equal(await messagesInEnglish(), '');
      });
    }

    it('is not offered where commands are chosen', async function () {
      if (!hasWindow()) this.skip();
      await openReportIn(place);
      await vscode.commands.executeCommand('workbench.action.showCommands');
      await typeKeys('Tidy');
      await waitForText('.quick-input-list', 'No matching commands');
      await pressKeys('Escape');
    });

    it('is not offered at the caret', async function () {
      if (!hasWindow()) this.skip();
      const document = await openReportIn(place);
      const { range } = await waitForRule(document.uri, RULE);
      const editor = await activeEditorOf(document.uri);
      editor.selection = new vscode.Selection(range.start, range.start);
      await vscode.commands.executeCommand('editor.action.quickFix');
      await vscode.commands.executeCommand('fazhiReport.fixAll');
      await waitForNotification(TOLD);
      assert.deepEqual(await readScreen('.action-widget'), []);
    });

    it(`${canBeEdited ? 'is taken back' : 'is not offered'} where the list of problems offers it`, async function () {
      if (!hasWindow()) this.skip();
      const document = await openReportIn(place);
      const { range } = await waitForRule(document.uri, RULE);
      const text = document.getText();
      if (!canBeEdited) {
        assert.deepEqual(await codeActionsFor(document.uri, range), []);
        return;
      }
      await applyCodeAction(await codeActionNamed(document.uri, range, '补上序号“四、”'));
      await waitForNotification(`“清源镇2024.txt”${TOLD}`);
      await waitForContent(document.uri, 'the text of the file to be there again', (now) => now === text);
      await waitForRule(document.uri, RULE);
      assert.equal(document.isDirty, false);
      await takeScreenshot(`read-only-taken-back-${folder}`);
    });

    it('is not needed for next year’s report, which is begun as an unsaved document', async () => {
      const document = await openReportIn(place);
      await vscode.commands.executeCommand('fazhiReport.startNextYear');
      const { document: draft } = await draftInFront('清源镇2025年');
      assert.notEqual(draft.uri.toString(), document.uri.toString());
      await vscode.commands.executeCommand('fazhiReport.fixAll');
      assert.match(document.getText(), /^清源镇2024年/);
    });
  });
}

describe('in a window whose files are read-only', () => {
  it('an unsaved report is mended as ever', async () => {
    const { document } = await openText(reportOf('云桥镇', 2023));
    await waitForRule(document.uri, RULE);
    await vscode.commands.executeCommand('fazhiReport.fixAll');
    await waitForRuleGone(document.uri, RULE);
  });

  it('a new report is begun as an unsaved document', async () => {
    await vscode.commands.executeCommand('fazhiReport.newReport', { agency: '云桥镇', kind: 'town', year: 2025 });
    const { document: draft } = await draftInFront('云桥镇2025年法治政府建设情况报告');
    assert.equal(draft.languageId, LANGUAGE_ID);
  });

  it('ignoring a finding says that the project file cannot be written', async function () {
    if (!hasWindow() || !isOnDisk()) this.skip();
    const { uri } = await openReportIn(LOCKED_PROJECT);
    const config = inPlace(LOCKED_PROJECT, '.fazhi-report.json');
    const before = await vscode.workspace.fs.readFile(config);
    const { range } = await waitForRule(uri, 'date-malformed');
    await applyCodeAction(await codeActionNamed(uri, range, '忽略此处：日期有误'));
    await waitForNotification('项目文件 .fazhi-report.json 是只读的，没有写入');
    await takeScreenshot('read-only-project-file');
    assert.deepEqual(await vscode.workspace.fs.readFile(config), before);
    await waitForRule(uri, 'date-malformed');
  });
});

/** The messages in the window that are not the extension's own. */
const messagesInEnglish = async (): Promise<string> =>
  (await readScreen('.notification-list-item-message'))
    .map(({ text }) => text)
    .filter((text) => !/[一-鿿]/u.test(text))
    .join('\n');
