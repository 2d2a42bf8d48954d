/** A person's choice, to have a file checked or not, goes before recognition. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { languageOf, openAsPerson, openNewReport, openSample } from './reports';
import { closeAll, openText, waitForDiagnostics, waitForLanguage, waitForRule, writeFile } from './support';

const CHECK = 'fazhiReport.checkAsReport';
const STOP = 'fazhiReport.stopChecking';

describe('the command', () => {
  it('to check a file as a report checks any file', async () => {
    const uri = await writeFile('随便什么.txt', '苹果 3 斤\n牛奶 2 盒\n');
    await openAsPerson(uri);
    await vscode.commands.executeCommand(CHECK);
    await waitForLanguage(uri);
    await waitForRule(uri, 'title-missing');
  });

  it('to stop checking makes the findings go, and the file is not switched again when it is edited', async () => {
    const { document } = await openSample('004', 'stop');
    const { uri } = document;
    await vscode.commands.executeCommand(STOP);
    await waitForLanguage(uri, 'plaintext');
    await waitForDiagnostics(uri, (all) => all.length === 0);
    await vscode.commands.executeCommand('type', { text: '尼山镇' });
    await anotherReportIsRecognised();
    assert.equal(languageOf(uri), 'plaintext');
  });

  it('to stop checking holds when the file is opened again', async () => {
    const { document } = await openSample('004', 'again');
    const { uri } = document;
    await vscode.commands.executeCommand(STOP);
    await waitForLanguage(uri, 'plaintext');
    await closeAll();
    await openAsPerson(uri);
    await anotherReportIsRecognised();
    assert.equal(languageOf(uri), 'plaintext');
  });

  it('to check it takes the choice back', async () => {
    const { document } = await openSample('004', 'back');
    const { uri } = document;
    await vscode.commands.executeCommand(STOP);
    await waitForLanguage(uri, 'plaintext');
    await vscode.commands.executeCommand(CHECK);
    await waitForLanguage(uri);
    await waitForRule(uri, 'date-malformed');
    await closeAll();
    await openAsPerson(uri);
    await waitForLanguage(uri);
  });

  it('to stop checking an unsaved text does not concern the next one', async () => {
    const { document } = await openNewReport();
    await vscode.commands.executeCommand(STOP);
    await waitForLanguage(document.uri, 'plaintext');
    await closeAll();
    await openNewReport();
  });
});

/** What is written is looked at when it has rested for a moment. When this returns, all that was written before has been. */
async function anotherReportIsRecognised(): Promise<void> {
  const { document } = await openText('', 'plaintext');
  await vscode.commands.executeCommand('type', { text: '清源镇2024年法治政府建设情况报告' });
  await waitForLanguage(document.uri);
}
