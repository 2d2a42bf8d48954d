/** Names of files and folders with blanks and with signs that mean something in URIs, patterns and shells: all works as elsewhere. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { linkToLastYear, reportOf } from '../workspaces/reports';
import { cleanUpAfterEach } from './clean-up';
import { draftInFront, openAsPerson } from './reports';
import {
  applyCodeAction,
  codeActionNamed,
  extension,
  fileUri,
  makeWatchedFolders,
  waitForDiagnostics,
  waitForLanguage,
  waitForRule,
  waitForRuleGone,
  writeFile,
} from './support';
import { hasWindow, takeScreenshot, waitForText, waitForTextInWebview } from './window';

// No percent sign before two digits: VS Code itself takes that for a sign of a URI, and does not say what changes in there.
const FOLDER = '样 本#1 100%/{甲,乙}';
const NAME = '清源镇[终稿]100%（改）#2 a&b+c=😀!';
const CONFIG = `${FOLDER}/.fazhi-report.json`;
/** In front of the text in a preview of Markdown. */
const PREVIEW_TITLE = '.tab.active .label-name';

describe('a report with an odd name', () => {
  before(() => makeWatchedFolders(FOLDER));
  cleanUpAfterEach(async () => {
    // The file, not its folder: the editor tells of the deletion of a folder only, not of what was in it.
    const names = (await vscode.workspace.fs.readDirectory(fileUri(FOLDER))).map(([name]) => name);
    for (const name of names) await vscode.workspace.fs.delete(fileUri(`${FOLDER}/${name}`));
  });

  it('is recognised, checked, mended and saved', async () => {
    const document = await openOdd('', 2024);
    const { range } = await waitForRule(document.uri, 'heading-number-missing');
    await applyCodeAction(await codeActionNamed(document.uri, range, '补上序号“四、”'));
    await waitForRuleGone(document.uri, 'heading-number-missing');
    assert.ok(await document.save(), 'it was not saved');
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), /^四、2025年/m);
  });

  it('has a finding ignored in that file alone, under the name that it has', async () => {
    const config = await writeFile(CONFIG, '{ "rules": { "thin-section": "off" } }\n');
    const other = await openOdd('2', 2023);
    const { uri } = await openOdd('', 2024);
    await waitForRuleGone(uri, 'thin-section');
    const { range } = await waitForRule(uri, 'date-malformed');
    await applyCodeAction(await codeActionNamed(uri, range, '忽略此处：日期有误'));
    await waitForRuleGone(uri, 'date-malformed');
    const written = vscode.workspace.textDocuments.find((one) => one.uri.toString() === config.toString());
    const [entry] = JSON.parse(written?.getText() ?? '{}').ignore;
    assert.equal(entry.file, `${NAME}.txt`);
    await waitForRule(other.uri, 'date-malformed');
    await written?.save();
  });

  it('follows its project file when that changes on the disk', async () => {
    const { uri } = await openOdd('', 2024);
    await waitForRule(uri, 'date-malformed');
    await writeFile(CONFIG, '{ "rules": { "date-malformed": "off" } }\n');
    await waitForRuleGone(uri, 'date-malformed');
    await writeFile(CONFIG, '{ "rules": { "date-malformed": "hint" } }\n');
    assert.equal((await waitForRule(uri, 'date-malformed')).severity, vscode.DiagnosticSeverity.Hint);
  });

  it('has a project file that is completed by its schema', async () => {
    const config = await writeFile(CONFIG, '{ "rules": { "date-malformed": "wrong" } }\n');
    await openAsPerson(config);
    await waitForDiagnostics(config, (all) =>
      all.some(({ source, message }) => source !== '法治报告' && /accepted|Valid values/.test(message)),
    );
  });

  it('has last year’s linked, whose name is odd, too, and figures beside those of that', async function () {
    const last = await write('2', reportOf('清源镇', 2023));
    const { uri } = await openOdd('', 2024);
    assert.equal((await linkToLastYear(uri))?.target?.toString(), last.toString());
    if (!hasWindow()) this.skip();
    await vscode.commands.executeCommand('fazhiReport.showFigures');
    await waitForText('.tab.active .label-name', '数据表：清源镇2024');
    await waitForTextInWebview('body', '清源镇2023年法治政府建设情况报告');
    await takeScreenshot('odd-names');
  });

  it('is gone on with next year, in a draft beside it', async () => {
    const { uri } = await openOdd('', 2024);
    await vscode.commands.executeCommand('fazhiReport.startNextYear');
    const { document: draft } = await draftInFront('清源镇2025年');
    assert.equal(draft.uri.path, uri.path.replace(/[^/]+$/, '清源镇2025年法治政府建设情况报告.txt'));
    await waitForDiagnostics(draft.uri);
  });
});

describe('an extension in a folder with an odd name', () => {
  before(function () {
    if (!hasWindow() || extension().extensionUri.scheme !== 'file') this.skip();
  });
  it('lies where this suite has put it', () => {
    assert.match(extension().extensionPath, / .*#1 100%（试）&\+\[甲\]😀/u);
  });

  it('shows its pages of rules', async () => {
    await vscode.commands.executeCommand('fazhiReport.openRulePage', 'date-malformed');
    await waitForText(PREVIEW_TITLE, 'Preview date-malformed.md');
  });

  it('shows its walkthrough, with pictures', async () => {
    const id = `${extension().id}#${extension().packageJSON.contributes.walkthroughs[0].id}`;
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', id);
    await waitForTextInWebview('svg', '');
    await takeScreenshot('walkthrough');
  });
});

const write = (suffix: string, text: string) => writeFile(`${FOLDER}/${NAME}${suffix}.txt`, text);

/** Writes a report, opens it as a person does, and waits until it is recognised and checked. */
async function openOdd(suffix: string, year: number): Promise<vscode.TextDocument> {
  const uri = await write(suffix, reportOf('清源镇', year));
  await openAsPerson(uri);
  await waitForLanguage(uri);
  await waitForDiagnostics(uri);
  return waitForLanguage(uri);
}
