/** Files as Chinese offices write them. */
import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { checkOnCommandLine } from './command-line';
import { languageOf, openAsPerson, openReport, openSample, sampleText, waitForContent } from './reports';
import { ruleOf, waitForDiagnostics, waitForLanguage, writeFile } from './support';

describe('a report on disk', () => {
  it('in GB18030 opens readable and is checked', async () => {
    const text = await sampleText('004');
    const uri = await writeFile('gb18030.txt', iconv.encode(text, 'gb18030'));
    await openAsPerson(uri);
    await waitForContent(uri, 'readable text', (now) => now.startsWith('尼山镇人民政府'));
    await waitForLanguage(uri);
    const diagnostics = await waitForDiagnostics(uri);
    const { document } = vscode.window.activeTextEditor as vscode.TextEditor;
    assert.equal(document.getText(), text);
    assert.equal(document.isDirty, false, 'opening it changed it');
    const expected = (await checkOnCommandLine(uri.fsPath)).diagnostics;
    assert.deepEqual(
      diagnostics.map((one) => [ruleOf(one), one.range.start.line]),
      expected.map(({ rule, range }) => [rule, range.start.line]),
    );
  });

  it('in GB18030 is still GB18030 when it is saved', async () => {
    const uri = await writeFile('gb18030-saved.txt', iconv.encode(await sampleText('002'), 'gb18030'));
    await openAsPerson(uri);
    await waitForContent(uri, 'readable text', (now) => now.includes('过马营镇'));
    await waitForLanguage(uri);
    await waitForDiagnostics(uri);
    await vscode.commands.executeCommand('fazhiReport.fixAll');
    await waitForContent(uri, 'the mended number', (now) => now.includes('（六）完善工作机制'));
    await vscode.commands.executeCommand('workbench.action.files.save');
    const saved = iconv.decode(Buffer.from(await vscode.workspace.fs.readFile(uri)), 'gb18030');
    assert.match(saved, /^（六）完善工作机制，强化社会监督。/m);
  });

  it('in UTF-8 with a byte order mark has its findings at the same places', async () => {
    const bytes = new TextEncoder().encode(`\ufeff${await sampleText('004')}`);
    const { document } = await openReport('bom', bytes);
    const without = await openSample('004', 'no-bom');
    const places = async (uri: vscode.Uri) =>
      (await waitForDiagnostics(uri)).map((one) => [ruleOf(one), one.range.start.line, one.range.start.character]);
    assert.deepEqual(await places(document.uri), await places(without.document.uri));
  });

  it('of another kind in GB18030 is not touched', async () => {
    const bytes = iconv.encode('周末要买的东西\n\n苹果 3 斤\n牛奶 2 盒\n', 'gb18030');
    const uri = await writeFile('gb18030-shopping.txt', bytes);
    await openAsPerson(uri);
    await openSample('004', 'after-shopping'); // opened, recognised and checked after it
    assert.equal(languageOf(uri), 'plaintext');
  });
});
