/** What may go wrong does no harm: editors closed in the middle of things, a language server that dies. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkOnCommandLine } from './command-line';
import { isReport, openAsPerson, openSample, sampleText } from './reports';
import { languageServers } from './servers';
import {
  closeAll,
  codeActionsFor,
  completionsAt,
  documentSymbols,
  foldingRanges,
  hoverAt,
  rangeOf,
  replaceText,
  ruleOf,
  waitForDiagnostics,
  waitForLanguage,
  writeFile,
} from './support';
import { clickOn, hasWindow, readScreen, waitForText } from './window';

const NOTIFICATION = '.notifications-toasts .notification-list-item';

describe('no harm comes of', () => {
  it('closing reports in the middle of being opened, checked and asked about', async () => {
    const text = await sampleText('003');
    const place = new vscode.Position(0, 0);
    const asked: Promise<unknown>[] = [];
    for (let round = 0; round < 9; round += 1) {
      const uri = await writeFile(`brief-${round}.txt`, text);
      await openAsPerson(uri);
      if (round % 3 > 0) await waitForLanguage(uri);
      if (round % 3 > 1) {
        asked.push(documentSymbols(uri), foldingRanges(uri), hoverAt(uri, place), completionsAt(uri, place));
        asked.push(codeActionsFor(uri, new vscode.Range(place, place)));
      }
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    }
    await Promise.allSettled(asked);
    await stillWorks('after-closing');
  });

  it('typing fast and closing without saving', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { document } = await openSample('004', `typed-${round}`);
      for (let edit = 0; edit < 10; edit += 1) await replaceText(document, new vscode.Range(0, 0, 0, 0), `${edit}`);
      await closeAll();
      assert.equal(isReport(document.uri), false, 'it is still open');
    }
    await stillWorks('after-typing');
  });

  it('a language server that dies: another one takes over', async function () {
    if (!(await serversCanDie())) this.skip();
    const { document } = await openSample('004', 'death');
    await killServer();
    await someoneChecks(document);
    await stillWorks('after-death');
  });

  it('a language server that dies again and again: it is given up, which is said once, and started on demand', async function () {
    if (!hasWindow() || !(await serversCanDie())) this.skip();
    const { document } = await openSample('004', 'deaths');
    await vscode.commands.executeCommand('fazhiReport.restartServer'); // forgets earlier deaths
    await someoneChecks(document);
    for (let death = 0; death < 3; death += 1) {
      await killServer();
      await someoneChecks(document);
    }
    await killServer();
    await waitForText(NOTIFICATION, '检查服务没有运行起来');
    assert.equal((await readScreen(NOTIFICATION)).length, 1, 'notifications');
    assert.deepEqual(await languageServers(), [], 'a language server runs');
    await clickOn(`${NOTIFICATION} .monaco-button:has-text("重启")`);
    await someoneChecks(document);
  });

  it('starting the language server anew by command', async () => {
    const { document } = await openSample('004', 'restart');
    const [before] = await languageServers();
    await vscode.commands.executeCommand('fazhiReport.restartServer');
    await someoneChecks(document);
    const [after, ...more] = await languageServers();
    assert.notEqual(after?.id, before?.id);
    assert.equal(more.length, 0, 'several language servers run');
  });
});

/** Ends the language server as if it had crashed. */
async function killServer(): Promise<void> {
  const [server, ...more] = await languageServers();
  assert.ok(server?.kill, 'no language server runs');
  assert.equal(more.length, 0, 'several language servers run');
  await server.kill();
}

/** Whether language servers are processes; a worker of a browser ends with its window only. */
async function serversCanDie(): Promise<boolean> {
  await openSample('004', 'before-death');
  const [server] = await languageServers();
  return server?.kill !== undefined;
}

/** Waits until edits of a report are answered: what it shows may be from before. */
async function someoneChecks(document: vscode.TextDocument): Promise<void> {
  const places = () => vscode.languages.getDiagnostics(document.uri).filter((one) => ruleOf(one) === 'placeholder').length;
  const before = places();
  await replaceText(document, rangeOf(document, '2024年'), '2024年XX件');
  await waitForDiagnostics(document.uri, () => places() > before);
}

/** A sample is recognised and checked, and nobody was told of a failure. */
async function stillWorks(name: string): Promise<void> {
  const { document } = await openSample('004', name);
  const diagnostics = await waitForDiagnostics(document.uri);
  const expected = (await checkOnCommandLine(document.uri)).diagnostics;
  assert.equal(diagnostics.length, expected.length, 'findings in sample 004');
  if (hasWindow()) assert.deepEqual(await readScreen(NOTIFICATION), []);
}
