/** A folder that is on no disk, opened beside the others: found, searched and governed as they are. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFiles, memoryUri } from '../suite/memory-files';
import { anyOf, applyCodeAction, closeAll, codeActionNamed, waitForRule, waitForRuleGone, waitUntil } from '../suite/support';
import { clickInWebview, hasWindow, pressKeys, waitForText } from '../suite/window';
import { linkToLastYear, openReportAt, reportOf, symbolsFound } from './reports';

const { Hint: HINT } = vscode.DiagnosticSeverity;
const FOLDER = '/云盘/清源镇 报告';

describe('a virtual folder', () => {
  const files = new MemoryFiles();
  let registration: vscode.Disposable;

  before(async () => {
    registration = files.register();
    files.put(`${FOLDER}/2022.txt`, reportOf('石桥镇', 2022));
    await changeFolders(3, (at) => vscode.workspace.updateWorkspaceFolders(at, 0, { uri: memoryUri(FOLDER) }));
  });
  after(async () => {
    await changeFolders(2, (at) => vscode.workspace.updateWorkspaceFolders(at - 1, 1));
    registration.dispose();
  });

  it('has its reports found: titles, and last year’s report', async () => {
    const { uri } = await openReportAt(memoryUri(`${FOLDER}/2023.txt`), reportOf('石桥镇', 2023));
    const symbols = await symbolsFound('石桥镇20', 2);
    assert.deepEqual(symbols.map(({ location }) => location.uri.toString()).sort(), [
      memoryUri(`${FOLDER}/2022.txt`).toString(),
      uri.toString(),
    ]);
    const link = await linkToLastYear(uri);
    assert.equal(link?.target?.toString(), memoryUri(`${FOLDER}/2022.txt`).toString());
  });

  it('has its files offered as last year’s report', async function () {
    if (!hasWindow()) this.skip();
    await openReportAt(memoryUri(`${FOLDER}/2025.txt`), reportOf('石桥镇', 2025));
    await vscode.commands.executeCommand('fazhiReport.showFigures');
    await waitForText('.tab.active .label-name', '数据表：石桥镇2025');
    await clickInWebview('#choose');
    await waitForText('.quick-input-widget .quick-input-list', '2022.txt');
    await pressKeys('Escape');
  });

  it('gets a project file of its own, which is followed', async () => {
    const config = memoryUri(`${FOLDER}/.fazhi-report.json`);
    const { uri } = await openReportAt(memoryUri(`${FOLDER}/2024.txt`), reportOf('石桥镇', 2024));
    const { range } = await waitForRule(uri, 'date-malformed');
    await applyCodeAction(await codeActionNamed(uri, range, '忽略此处：日期有误'));
    await waitForRuleGone(uri, 'date-malformed');
    const written = vscode.workspace.textDocuments.find((one) => one.uri.toString() === config.toString());
    assert.equal(JSON.parse(written?.getText() ?? '{}').ignore[0].file, '2024.txt');
    await written?.save();
    await closeAll();
    await openReportAt(uri, reportOf('石桥镇', 2024));
    files.put(config.path, '{ "rules": { "heading-number-missing": "hint" } }\n');
    await waitForRule(uri, 'date-malformed');
    assert.equal((await waitForRule(uri, 'heading-number-missing')).severity, HINT);
  });
});

/** Changes the folders of the window and waits until there are so many. */
async function changeFolders(count: number, change: (length: number) => boolean): Promise<void> {
  assert.ok(change(vscode.workspace.workspaceFolders?.length ?? 0), 'the folders cannot be changed');
  await waitUntil(
    `${count} folders`,
    anyOf(vscode.workspace.onDidChangeWorkspaceFolders),
    () => vscode.workspace.workspaceFolders?.length === count || undefined,
    () => `Open: ${vscode.workspace.workspaceFolders?.map(({ name }) => name).join(', ')}`,
  );
}
