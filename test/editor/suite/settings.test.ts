/** The settings of the extension take effect at once. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkOnCommandLine } from './command-line';
import { languageOf, openAsPerson, openSample, sampleText, withSettings } from './reports';
import { hoverAt, rangeOf, ruleOf, waitForDiagnostics, waitForLanguage, waitForRule, waitForRuleGone, writeFile } from './support';

describe('the setting', () => {
  it('fazhiReport.rules turns a rule off, and on again', async () => {
    const { document } = await openSample('004', 'rules');
    const { uri } = document;
    await waitForRule(uri, 'date-malformed');
    await withSettings({ 'fazhiReport.rules': { 'date-malformed': 'off' } }, async () => {
      const left = await waitForRuleGone(uri, 'date-malformed');
      assert.ok(left.map(ruleOf).includes('heading-number-missing'), 'other rules went silent');
    });
    await waitForRule(uri, 'date-malformed');
  });

  it('fazhiReport.rules gives a rule another severity', async () => {
    const { document } = await openSample('004', 'severity');
    await withSettings({ 'fazhiReport.rules': { 'date-malformed': 'hint' } }, async () => {
      await waitForDiagnostics(document.uri, (all) =>
        all.some((one) => ruleOf(one) === 'date-malformed' && one.severity === vscode.DiagnosticSeverity.Hint),
      );
    });
    await waitForDiagnostics(document.uri, (all) =>
      all.some((one) => ruleOf(one) === 'date-malformed' && one.severity === vscode.DiagnosticSeverity.Error),
    );
  });

  it('fazhiReport.locale makes findings and hover English', async () => {
    const { document } = await openSample('002', 'english');
    const { uri } = document;
    const chinese = (await waitForDiagnostics(uri)).map(({ message }) => message);
    await withSettings({ 'fazhiReport.locale': 'en' }, async () => {
      const expected = (await checkOnCommandLine(uri, '--locale', 'en')).diagnostics.map(({ message }) => message);
      await waitForDiagnostics(uri, (all) => all.map(({ message }) => message).join('\n') === expected.join('\n'));
      const hover = await hoverAt(uri, rangeOf(document, '一、2024 年度').start.translate(0, 1));
      assert.match(hover, /What to write: /);
    });
    await waitForDiagnostics(uri, (all) => all.map(({ message }) => message).join('\n') === chinese.join('\n'));
  });

  it('fazhiReport.recognizeReports turns recognition off, and on again', async () => {
    const uri = await writeFile('not-recognised.txt', await sampleText('004'));
    const other = await writeFile('checked-anyway.txt', await sampleText('004'));
    await withSettings({ 'fazhiReport.recognizeReports': false }, async () => {
      await openAsPerson(uri);
      await openAsPerson(other);
      await vscode.commands.executeCommand('fazhiReport.checkAsReport');
      await waitForRule(other, 'date-malformed');
      assert.equal(languageOf(uri), 'plaintext');
    });
    await waitForLanguage(uri);
    await waitForRule(uri, 'date-malformed');
  });
});
