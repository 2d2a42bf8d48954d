/** Reports that are on no disk: in a file system that another extension brings, a cloud drive or a repository. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files';
import { isReport, openAsPerson, sampleText } from './reports';
import {
  applyCodeAction,
  codeActionNamed,
  hoverAt,
  replaceText,
  ruleOf,
  waitForDiagnostics,
  waitForLanguage,
  waitForRule,
  waitForRuleGone,
} from './support';

const { Error: ERROR, Hint: HINT } = vscode.DiagnosticSeverity;

describe('a virtual file', () => {
  const files = new MemoryFiles();
  let registration: vscode.Disposable;
  before(() => {
    registration = files.register();
  });
  after(() => registration.dispose());

  it('is recognised as a report, checked, mended and saved', async () => {
    const uri = files.put('/云盘/宁河 报告/004.txt', await sampleText('004'));
    const { document } = await open(uri);
    const { range, severity } = await waitForRule(uri, 'heading-number-missing');
    assert.equal(severity, ERROR);
    assert.match(await hoverAt(uri, range.start), /缺了序号/);
    await applyCodeAction(await codeActionNamed(uri, range, '补上序号“四、”'));
    await waitForRuleGone(uri, 'heading-number-missing');
    assert.ok(await document.save(), 'it was not saved');
    assert.match(files.textOf(uri), /^四、2025年工作安排$/m);
  });

  it('is left alone when it is no report', async () => {
    const other = files.put('/云盘/购物清单.txt', '购物清单\n一、大米\n二、面粉\n');
    await openAsPerson(other);
    await open(files.put('/云盘/其后.txt', await sampleText('004')));
    assert.equal(isReport(other), false);
    assert.deepEqual(vscode.languages.getDiagnostics(other), []);
  });

  it('follows the project file beside it, and the one in a folder above', async () => {
    files.put('/云盘/.fazhi-report.json', '{ "rules": { "date-malformed": "off" } }\n');
    files.put('/云盘/县里/.fazhi-report.json', '{ "rules": { "date-malformed": "hint" } }\n');
    const beside = files.put('/云盘/县里/004.txt', await sampleText('004'));
    await open(beside);
    assert.equal((await waitForRule(beside, 'date-malformed')).severity, HINT);
    const below = files.put('/云盘/镇里/2024/004.txt', await sampleText('004'));
    await open(below);
    await waitForRule(below, 'heading-number-missing');
    await waitForRuleGone(below, 'date-malformed');
  });

  it('is checked anew while its project file is edited, whose mistakes are shown', async () => {
    const config = files.put('/网盘/.fazhi-report.json', '{ "rules": { "date-malformed": "hint" } }\n');
    const uri = files.put('/网盘/004.txt', await sampleText('004'));
    await open(uri);
    await waitForRule(uri, 'date-malformed');
    const { document } = await openAsPerson(config);
    const write = (text: string) => replaceText(document, new vscode.Range(0, 0, document.lineCount, 0), text);
    await write('{ "rulse": {} }\n');
    await waitForRule(config, 'config-unknown-key');
    await write('{ "rules": { "date-malformed": "error" } }\n');
    await waitForDiagnostics(uri, (all) => all.some((one) => ruleOf(one) === 'date-malformed' && one.severity === ERROR));
    assert.ok(await document.save(), 'it was not saved');
    assert.match(files.textOf(config), /"error"/);
  });

  it('is checked anew when another person has written it', async () => {
    const text = await sampleText('004');
    const uri = files.put('/网盘/他人/004.txt', text);
    await open(uri);
    await waitForRule(uri, 'heading-number-missing');
    files.put('/网盘/他人/004.txt', text.replace('\n2025年工作安排', '\n四、2025年工作安排'));
    await waitForRuleGone(uri, 'heading-number-missing');
  });
});

/** Opens a report and waits until it is recognised and checked. */
async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await openAsPerson(uri);
  await waitForLanguage(uri);
  await waitForDiagnostics(uri);
  return editor;
}
