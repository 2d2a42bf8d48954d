/** Files as Chinese offices write them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkOnCommandLine } from './command-line';
import { encodeText } from './encode-text';
import { languageOf, openAsPerson, openReport, openSample, sampleText, waitForContent } from './reports';
import { ruleOf, waitForDiagnostics, waitForLanguage, writeFile } from './support';
import { hasWindow, waitForNotification } from './window';

/** What web pages leave in texts; GB18030 has it, GBK has not. */
const BEYOND_GBK = /\u00a0/g;

describe('a report on disk', () => {
  it('in GB18030 opens readable and is checked', async function () {
    if (!(await canNameEncodings())) this.skip();
    const text = await sampleText('004');
    assert.match(text, BEYOND_GBK);
    await isReadAndChecked('gb18030.txt', text);
  });

  it('in GB18030 is not read wrongly where only its user can name the encoding', async function () {
    if (!hasWindow() || (await canNameEncodings())) this.skip();
    const uri = await writeFile('gb18030-by-hand.txt', await encodeText(await sampleText('004'), 'gb18030'));
    const { document } = await openAsPerson(uri);
    await waitForNotification('GB18030');
    assert.equal(document.languageId, 'plaintext');
    assert.equal(document.isDirty, false);
  });

  it('in GBK opens readable and is checked', async () => {
    await isReadAndChecked('gbk.txt', (await sampleText('004')).replace(BEYOND_GBK, ' '));
  });

  it('in GB18030 is still GB18030 when it is saved', async () => {
    const uri = await writeFile('gb18030-saved.txt', await encodeText(await sampleText('002'), 'gb18030'));
    await openAsPerson(uri);
    await waitForContent(uri, 'readable text', (now) => now.includes('过马营镇'));
    await waitForLanguage(uri);
    await waitForDiagnostics(uri);
    await vscode.commands.executeCommand('fazhiReport.fixAll');
    await waitForContent(uri, 'the mended number', (now) => now.includes('（六）完善工作机制'));
    await vscode.commands.executeCommand('workbench.action.files.save');
    const saved = new TextDecoder('gb18030').decode(await vscode.workspace.fs.readFile(uri));
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
    const bytes = await encodeText('周末要买的东西\n\n苹果 3 斤\n牛奶 2 盒\n', 'gb18030');
    const uri = await writeFile('gb18030-shopping.txt', bytes);
    await openAsPerson(uri);
    await openSample('004', 'after-shopping'); // opened, recognised and checked after it
    assert.equal(languageOf(uri), 'plaintext');
  });
});

/** Since VS Code 1.100. Before, an extension can at best have the editor guess; and it guesses GBK where it is GB18030. */
const canNameEncodings = async (): Promise<boolean> => 'encoding' in (await vscode.workspace.openTextDocument({ content: '' }));

/** Writes a report into a file as Chinese Windows programs do, and opens it: it shows its text and its findings. */
async function isReadAndChecked(name: string, text: string): Promise<void> {
  const uri = await writeFile(name, await encodeText(text, 'gb18030'));
  await openAsPerson(uri);
  await waitForContent(uri, 'readable text', (now) => now.startsWith('尼山镇人民政府'));
  await waitForLanguage(uri);
  const { document } = vscode.window.activeTextEditor as vscode.TextEditor;
  assert.equal(document.getText(), text);
  assert.equal(document.isDirty, false, 'opening it changed it');
  const expected = (await checkOnCommandLine(uri)).diagnostics.map(({ rule, range }) => [rule, range.start.line]);
  // Older editors let the language server see the unreadable text first.
  await waitForDiagnostics(uri, (all) => {
    const places = all.map((one) => [ruleOf(one), one.range.start.line]);
    return JSON.stringify(places) === JSON.stringify(expected);
  });
}
