/**
 * A file that is no report is left alone and costs neither a language server nor the code for reports. Has to be the first file
 * of the suite (they run in the order of their names): a server, once started, runs until the window closes.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askEditor } from './control';
import { loadedParts } from './parts';
import { languageOf, NEW_REPORT, openAsPerson } from './reports';
import { languageServers } from './servers';
import { activateExtension, closeAll, fileUri, listDiagnostics, openText, waitForDiagnostics, waitForLanguage } from './support';
import { takeScreenshot, waitForText } from './window';

/** The extension's code that every window loads; the rest comes with the first report. */
const ENTRY = /^client(?:\.web)?\.js$/;
const LATE = [/^languageClient(?:\.web)?\.js$/, /^reportFeatures\.js$/];

/** Name and language of files that are no reports. */
const OTHERS = [
  ['购物清单.txt', 'plaintext'],
  ['会议通知.txt', 'plaintext'], // speaks of 法治政府建设, but is a notice
  ['空白.txt', 'plaintext'],
  ['说明.md', 'markdown'],
  ['数据.json', 'json'],
] as const;

describe('a file that is no report', () => {
  before(async () => assert.deepEqual(await languageServers(), [], 'a language server runs before any file was opened'));
  for (const [name, language] of OTHERS) {
    it(`is left alone and starts no language server: ${name}`, async () => {
      await openAsPerson(fileUri(name));
      await activateExtension();
      await roundTrip();
      assertLeftAlone(name, language);
      assert.deepEqual(await languageServers(), [], 'a language server runs');
      const parts = await loadedParts();
      assert.ok(parts.length > 0 && parts.every((part) => ENTRY.test(part)), `loaded: ${parts}`);
    });
  }

  it('costs nothing more where the code for reports cannot be reached: that is told, and tried again for the next report', async function () {
    if (!(await isInBrowser())) this.skip();
    try {
      await cutOff('languageClient.web.js', 'reportFeatures.js');
      await openText(NEW_REPORT);
      await waitForText('.notifications-toasts', '检查服务没有运行起来');
      await vscode.commands.executeCommand('fazhiReport.cancelTidy');
      await waitForText('.notifications-toasts', '有些功能没能载入');
      await takeScreenshot('network gone');
      await vscode.commands.executeCommand('notifications.clearAll');
      await cutOff('server.web.js');
      await vscode.commands.executeCommand('fazhiReport.restartServer');
      await waitForText('.notifications-toasts', '检查服务没有运行起来');
      assert.deepEqual(await languageServers(), [], 'a language server runs');
    } finally {
      await cutOff();
      await closeAll();
    }
  });

  it('is left alone when it is edited, too; the first report starts the language server', async () => {
    for (const [name] of OTHERS) {
      const { document } = await openAsPerson(fileUri(name));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '附：');
      assert.ok(await vscode.workspace.applyEdit(edit), `${name} cannot be edited`);
    }
    assert.deepEqual(await languageServers(), [], 'a language server runs');
    // Written text is looked at when it has rested for a moment: when this is a report, the others have been looked at.
    const { document } = await openText('', 'plaintext');
    await vscode.commands.executeCommand('type', { text: '清源镇2024年法治政府建设情况报告' });
    await waitForLanguage(document.uri);
    await waitForDiagnostics(document.uri);
    assert.equal((await languageServers()).length, 1, 'language servers after the first report');
    for (const [name, language] of OTHERS) assertLeftAlone(name, language);
    // Any command of theirs waits for the features; this one has nothing to do.
    await vscode.commands.executeCommand('fazhiReport.cancelTidy');
    const parts = await loadedParts();
    for (const late of LATE) assert.equal(parts.filter((part) => late.test(part)).length, 1, `${late}; loaded: ${parts}`);
  });
});

/** Whether the extension runs in a browser, where a network is between it and its files. */
const isInBrowser = async (): Promise<boolean> => (await loadedParts()).includes('client.web.js');

/** Lets nobody reach addresses that end so; all others can be reached again. */
const cutOff = (...endings: readonly string[]): Promise<void> => askEditor('cutOff', { endings });

/** Lets the editor do what the extension has asked it for. */
const roundTrip = () => vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');

function assertLeftAlone(name: string, language: string): void {
  const uri = fileUri(name);
  assert.equal(languageOf(uri), language, `the language of ${name}`);
  const diagnostics = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === '法治报告');
  assert.equal(diagnostics.length, 0, `findings in ${name}:\n${listDiagnostics(diagnostics)}`);
}
