/** The quick fixes of single findings. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { moveCursor, openSample, waitForContent } from './reports';
import {
  anyOf,
  applyCodeAction,
  codeActionNamed,
  codeActionsFor,
  ruleOf,
  waitForDiagnostics,
  waitForRule,
  waitForRuleGone,
  waitUntil,
} from './support';
import { hasWindow, pressKeys, waitForText } from './window';

describe('a quick fix', () => {
  it('inserts a missing number', async () => {
    const { document } = await openSample('004', 'number');
    await fix(document, 'heading-number-missing', '补上序号“四、”');
    assert.match(document.getText(), /^四、2025年工作安排$/m);
    await waitForRuleGone(document.uri, 'heading-number-missing');
  });

  it('is chosen in the menu at the finding', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openSample('004', 'menu');
    const { document } = editor;
    const { range } = await waitForRule(document.uri, 'heading-number-missing');
    await moveCursor(editor, range.start);
    await pressKeys('Control+.');
    await waitForText('.action-widget .monaco-list-row.focused', '补上序号“四、”');
    await pressKeys('Enter');
    await waitForContent(document.uri, 'the number', (text) => /^四、2025年工作安排$/m.test(text));
    await waitForRuleGone(document.uri, 'heading-number-missing');
  });

  it('offers both readings of a malformed date, none of them preferred', async () => {
    const { document } = await openSample('004', 'date');
    const { range } = await waitForRule(document.uri, 'date-malformed');
    assert.equal(document.getText(range), '202512');
    const actions = await codeActionsFor(document.uri, range, vscode.CodeActionKind.QuickFix);
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred ?? false]),
      [
        ['改为“2025年1月2日”', false],
        ['改为“2025年12月”', false],
        ['忽略此处：日期有误（写入 .fazhi-report.json）', false],
      ],
    );
    await applyCodeAction(actions[0] as vscode.CodeAction);
    assert.match(document.getText(), /^2025年1月2日/m);
    await waitForRuleGone(document.uri, 'date-malformed');
  });

  it('numbers the headings on from the first wrong one', async () => {
    const { document } = await openSample('002', 'sequence');
    await fix(document, 'heading-sequence', '从第一处错号起顺编序号');
    assert.match(document.getText(), /^（六）完善工作机制，强化社会监督。/m);
    await waitForRuleGone(document.uri, 'heading-sequence');
  });

  it('inserts a missing section at its place, moves the numbers below and selects the first blank', async () => {
    const editor = await openSample('002', 'section');
    const { document } = editor;
    const { range } = await waitForRule(document.uri, 'missing-section');
    const action = await codeActionNamed(document.uri, range, '在规定位置插入“第一责任人职责”部分');
    await applyCodeAction(action);
    const headings = document.getText().match(/^[一二三四]、.*$/gm);
    assert.deepEqual(headings, [
      '一、2024 年度法治政府建设工作总结',
      '二、2024年党政主要负责人履行推进法治建设第一责任人职责情况',
      '三、存在的问题和下一步打算',
    ]);
    await waitUntil(
      'a blank to be selected',
      anyOf(vscode.window.onDidChangeTextEditorSelection),
      () => (document.getText(editor.selection) === '____' ? true : undefined),
      () => `Selected: “${document.getText(editor.selection)}” in line ${editor.selection.active.line + 1}`,
    );
    assert.match(
      document.lineAt(editor.selection.start.line).text.slice(0, editor.selection.start.character),
      /^党政主要负责人召开会议[^_]*$/,
    );
    await waitForDiagnostics(document.uri, (all) => all.every((one) => ruleOf(one) !== 'missing-section'));
  });

  it('mends all findings of its rule in the file at once', async () => {
    const { document } = await openSample('002', 'rule');
    await fix(document, 'heading-marker-width', '修复本文件中全部“序号半角全角不一”（2 处）');
    assert.match(document.getText(), /^（三） ?规范文明执法/m);
    assert.match(document.getText(), /^（四） ?依法处理纠纷/m);
    const left = await waitForRuleGone(document.uri, 'heading-marker-width');
    assert.ok(left.map(ruleOf).includes('heading-sequence'), 'another rule was mended as well');
  });

  it('is not offered where nothing is found', async () => {
    const { document } = await openSample('004', 'nothing');
    const actions = await codeActionsFor(document.uri, new vscode.Range(0, 0, 0, 2));
    assert.deepEqual(
      actions.map(({ title }) => title),
      [],
    );
  });
});

/** Applies the fix of the first finding of a rule. */
async function fix(document: vscode.TextDocument, rule: string, title: string): Promise<void> {
  const { range } = await waitForRule(document.uri, rule);
  await applyCodeAction(await codeActionNamed(document.uri, range, title));
}
