/** The project file: a finding that is ignored, a mistake in the file, and findings that follow it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUpAfterEach } from './clean-up';
import { openAsPerson, sampleText, withSettings } from './reports';
import {
  applyCodeAction,
  codeActionNamed,
  fileUri,
  replaceText,
  ruleOf,
  waitForDiagnostics,
  waitForLanguage,
  waitForRule,
  waitForRuleGone,
  writeFile,
} from './support';

/** A folder of the suite's own, so that no other suite has a project file. */
const FOLDER = 'project-file';
const CONFIG = `${FOLDER}/.fazhi-report.json`;

describe('a project file', () => {
  cleanUpAfterEach(() => vscode.workspace.fs.delete(fileUri(FOLDER), { recursive: true }));

  it('takes up a finding that is ignored: the finding is gone, and comes back when the entry goes', async () => {
    const config = await writeFile(CONFIG, '{\n  "rules": {}\n}\n');
    const uri = await openCopy('004');
    const { range } = await waitForRule(uri, 'date-malformed');
    await applyCodeAction(await codeActionNamed(uri, range, '忽略此处：日期有误'));
    await waitForRuleGone(uri, 'date-malformed');
    const document = await vscode.workspace.openTextDocument(config);
    const [entry] = JSON.parse(document.getText()).ignore;
    assert.equal(entry.rule, 'date-malformed');
    assert.equal(entry.file, '004.txt');
    assert.match(entry.text, /202512/);
    await replaceText(document, new vscode.Range(0, 0, document.lineCount, 0), '{}\n');
    await waitForRule(uri, 'date-malformed');
    await document.save();
  });

  it('governs the findings, saved on disk or not yet', async () => {
    const config = await writeFile(CONFIG, '{ "rules": { "date-malformed": "off" } }\n');
    const uri = await openCopy('004');
    await waitForRule(uri, 'heading-number-missing');
    await waitForRuleGone(uri, 'date-malformed');
    await writeFile(CONFIG, '{ "rules": { "date-malformed": "hint" } }\n');
    const hint = await waitForDiagnostics(uri, (all) => all.some((one) => ruleOf(one) === 'date-malformed'));
    assert.equal(hint.find((one) => ruleOf(one) === 'date-malformed')?.severity, vscode.DiagnosticSeverity.Hint);
    const { document } = await openAsPerson(config);
    await replaceText(document, new vscode.Range(0, 0, document.lineCount, 0), '{ "rules": { "date-malformed": "off" } }\n');
    await waitForRuleGone(uri, 'date-malformed');
  });

  it('is looked at again when a report is opened, where the editor tells of no changes', async () => {
    await withSettings({ 'files.watcherExclude': { [`**/${FOLDER}/**`]: true } }, async () => {
      await writeFile(CONFIG, '{}\n');
      const uri = await openCopy('004');
      await waitForRule(uri, 'date-malformed');
      await writeFile(CONFIG, '{ "rules": { "date-malformed": "off" } }\n');
      await openCopy('003');
      await waitForRuleGone(uri, 'date-malformed');
    });
  });

  it('shows a mistake where it is, and mends it', async () => {
    const config = await writeFile(CONFIG, '{ "rulse": {} }\n');
    await openCopy('004');
    await waitForRule(config, 'config-unknown-key');
    const { document } = await openAsPerson(config);
    const { range } = await waitForRule(config, 'config-unknown-key');
    assert.equal(document.getText(range), '"rulse"');
    await applyCodeAction(await codeActionNamed(config, range, '改为“rules”'));
    assert.equal(document.getText(), '{ "rules": {} }\n');
    await waitForRuleGone(config, 'config-unknown-key');
    await document.save();
  });

  it('tells an entry that matches nothing any more, and takes it out', async () => {
    const entry = { rule: 'date-malformed', text: '没有这句话', file: '004.txt' };
    const config = await writeFile(CONFIG, `${JSON.stringify({ ignore: [entry] }, undefined, 2)}\n`);
    await openCopy('004');
    const { document } = await openAsPerson(config);
    const { range } = await waitForRule(config, 'config-unmatched-ignore');
    await applyCodeAction(await codeActionNamed(config, range, '删除这一条'));
    assert.deepEqual(JSON.parse(document.getText()), { ignore: [] });
    await waitForRuleGone(config, 'config-unmatched-ignore');
    await document.save();
  });
});

/** A copy of a sample beside the project file, open and checked. */
async function openCopy(number: string): Promise<vscode.Uri> {
  const uri = await writeFile(`${FOLDER}/${number}.txt`, await sampleText(number));
  await openAsPerson(uri);
  await waitForLanguage(uri);
  await waitForDiagnostics(uri);
  return uri;
}
