/** Several folders in one window: each under its own project file and settings, reports found across them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isReport, openAsPerson } from '../suite/reports';
import {
  closeAll,
  rangeOf,
  replaceText,
  ruleOf,
  waitForDiagnostics,
  waitForLanguage,
  waitForRule,
  waitForRuleGone,
} from '../suite/support';
import { takeScreenshot } from '../suite/window';
import { inFolder, linkToLastYear, NOW, openReportAt, PAST, reportOf, symbolsFound, write } from './reports';

const { Error: ERROR, Warning: WARNING, Information: INFORMATION, Hint: HINT } = vscode.DiagnosticSeverity;
const CONFIG = '.fazhi-report.json';

describe('several folders', () => {
  it('are open, names with Chinese, a blank and signs of URIs', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      [PAST, NOW],
    );
    assert.match(vscode.workspace.workspaceFile?.path ?? '', /两个 文件夹#1\.code-workspace$/);
  });

  it('give the same text the severities and the agency of its own folder', async () => {
    const past = await openReportAt(inFolder(PAST, '同文.txt'), reportOf('', 2024));
    const now = await openReportAt(inFolder(NOW, '同文.txt'), reportOf('', 2024));
    assert.equal(past.getText(), now.getText());
    assert.equal((await waitForRule(past.uri, 'date-malformed')).severity, WARNING);
    assert.equal((await waitForRule(past.uri, 'heading-number-missing')).severity, HINT);
    await waitForRule(past.uri, 'thin-section');
    assert.equal((await waitForRule(now.uri, 'date-malformed')).severity, INFORMATION);
    assert.equal((await waitForRule(now.uri, 'heading-number-missing')).severity, ERROR);
    await waitForRuleGone(now.uri, 'thin-section');
    const symbols = await symbolsFound('2024年法治政府建设情况报告', 2);
    assert.deepEqual(containersIn(symbols, '同文.txt'), ['2024年 · 同文.txt', '云桥镇2024年 · 同文.txt']);
    await takeScreenshot('several-folders');
  });

  it('do not follow the project file of another one, nor one that lies outside of all', async () => {
    const config = inFolder(PAST, CONFIG);
    const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(config));
    const past = await openReportAt(inFolder(PAST, '改配置.txt'), reportOf('清源镇', 2024));
    const now = await openReportAt(inFolder(NOW, '改配置.txt'), reportOf('云桥镇', 2024));
    const severities = () => vscode.languages.getDiagnostics(now.uri).map((one) => `${ruleOf(one)} ${one.severity}`);
    await waitForRule(now.uri, 'date-malformed');
    const ofNow = severities();
    const { document } = await openAsPerson(config);
    await replaceText(document, new vscode.Range(0, 0, document.lineCount, 0), '{ "rules": { "date-malformed": "off" } }\n');
    await waitForRuleGone(past.uri, 'date-malformed');
    assert.deepEqual(severities(), ofNow);
    await document.save();
    await closeAll();
    try {
      await vscode.workspace.fs.delete(config);
      await openAsPerson(past.uri);
      // The rules' own: the project file above both folders says "off".
      const errors = (all: vscode.Diagnostic[]) => all.filter(({ severity }) => severity === ERROR).map(ruleOf);
      await waitForDiagnostics(past.uri, (all) => errors(all).includes('date-malformed') && errors(all).includes('heading-number-missing'));
    } finally {
      await write(config, before);
    }
    await waitForDiagnostics(past.uri, (all) => all.some((one) => ruleOf(one) === 'date-malformed' && one.severity === WARNING));
  });

  it('have settings of their own: in one nothing is recognised', async () => {
    const folder = inFolder(NOW, '');
    const settings = vscode.workspace.getConfiguration('fazhiReport', folder);
    await settings.update('recognizeReports', false, vscode.ConfigurationTarget.WorkspaceFolder);
    try {
      const off = await write(inFolder(NOW, '不识别.txt'), reportOf('云桥镇', 2024));
      await openAsPerson(off);
      await openReportAt(inFolder(PAST, '识别.txt'), reportOf('清源镇', 2024));
      assert.equal(isReport(off), false);
      await settings.update('recognizeReports', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
      await waitForLanguage(off);
    } finally {
      await settings.update('recognizeReports', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    }
  });

  it('are searched together for titles and headings', async () => {
    await write(inFolder(PAST, '2019/柳溪镇.txt'), reportOf('柳溪镇', 2019));
    await write(inFolder(NOW, '柳溪镇.txt'), reportOf('柳溪镇', 2020));
    await openReportAt(inFolder(NOW, '搜索.txt'), reportOf('云桥镇', 2018));
    const found = await symbolsFound('柳溪镇20', 2);
    assert.deepEqual(found.map(({ name, location }) => `${name} ${location.uri.path.split('/').slice(-2).join('/')}`).sort(), [
      '柳溪镇2019年法治政府建设情况报告 2019/柳溪镇.txt',
      `柳溪镇2020年法治政府建设情况报告 ${NOW}/柳溪镇.txt`,
    ]);
  });

  it('are searched together for last year’s report, whose agency the project file may name', async () => {
    const last = await write(inFolder(PAST, '云桥镇2021.txt'), reportOf('云桥镇', 2021));
    const { uri } = await openReportAt(inFolder(NOW, '今年.txt'), reportOf('', 2022));
    const link = await linkToLastYear(uri);
    assert.equal(link?.target?.toString(), last.toString());
    const document = await waitForLanguage(uri);
    assert.deepEqual(link?.range, rangeOf(document, '2022年'));
  });
});

const containersIn = (symbols: readonly vscode.SymbolInformation[], file: string): string[] =>
  symbols
    .filter(({ location }) => location.uri.path.endsWith(`/${file}`))
    .map(({ containerName }) => containerName)
    .sort();
