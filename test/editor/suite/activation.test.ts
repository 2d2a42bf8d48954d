/**
 * A file that is no report is left alone and costs no language server. Has to be the first file of the suite (they run
 * in the order of their names): a server, once started, runs until the window closes.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { languageOf, openAsPerson } from './reports';
import { languageServers } from './servers';
import { activateExtension, fileUri, listDiagnostics, openText, waitForDiagnostics, waitForLanguage } from './support';

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
    });
  }

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
  });
});

/** Lets the editor do what the extension has asked it for. */
const roundTrip = () => vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');

function assertLeftAlone(name: string, language: string): void {
  const uri = fileUri(name);
  assert.equal(languageOf(uri), language, `the language of ${name}`);
  const diagnostics = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === '法治报告');
  assert.equal(diagnostics.length, 0, `findings in ${name}:\n${listDiagnostics(diagnostics)}`);
}
