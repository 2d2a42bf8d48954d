/** The checklist beside the text: its rows, what they do, and what they follow. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { moveCursor, openAsPerson, openSample, waitForContent, withSettings } from './reports';
import { anyOf, closeAll, fileUri, openText, rangeOf, waitForRule, waitForRuleGone, waitUntil } from './support';
import { clickOn, hasWindow, pressKeys, readScreen, takeScreenshot, waitForText } from './window';

const OPEN_VIEW = 'workbench.view.extension.fazhiReport';
const FOCUS_VIEW = 'fazhiReport.checklist.focus';
const ROWS = '.customview-tree .monaco-list-row';
const WELCOME = '.welcome-view-content';
const INSERT = '.codicon-add';
const FIX = '.codicon-lightbulb-autofix';

/** The row that a screen reader begins to read like this. */
const row = (spoken: string): string => `${ROWS}[aria-label^="${spoken}"]`;

describe('the checklist', () => {
  before(function () {
    if (!hasWindow()) this.skip();
  });

  beforeEach(async () => {
    await vscode.commands.executeCommand(OPEN_VIEW);
    // The report of the test before has the same rows, and is gone with its editor.
    await waitForText(WELCOME, '');
  });

  // Other suites look at the window as it is at the start.
  after(async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('says what to do before any report is open, and can check what is open', async () => {
    await closeAll();
    await waitForText(WELCOME, '');
    await openAsPerson(fileUri('购物清单.txt'));
    const check = `${WELCOME} .monaco-button >> text=/Check as a Report|作为报告检查/`;
    await waitForText(check, '');
    const { document } = await openText('2024年，我镇开展法治宣传12场。\n', 'plaintext');
    await waitForText(check, '');
    await clickOn(check);
    await waitForText(row('主要举措和成效，缺少'), '');
    await waitUntil('the language', vscode.workspace.onDidOpenTextDocument, () =>
      vscode.workspace.textDocuments.some(
        ({ uri, languageId }) => uri.toString() === document.uri.toString() && languageId === 'fazhi-report',
      )
        ? true
        : undefined,
    );
  });

  it('lists what the report has, what it lacks and what is found', async () => {
    await openSample('002', 'checklist');
    // The report before it may lack this section as well.
    await waitForText(`${ROWS}[aria-label*="过马营镇"]`, '');
    await waitForText(row('第一责任人职责，缺少，可插入'), '缺少');
    const rows = (await readScreen(ROWS)).map(({ label }) => label);
    assert.deepEqual(
      rows.slice(0, 8).map((label) => label.split('，')[0]),
      ['标题', '年度', '机关', '主要举措和成效', '不足和原因', '第一责任人职责', '下一年度主要安排', '落款'],
    );
    assert.match(rows[0] ?? '', /过马营镇2024年度法治政府建设工作报告|过马营镇 2024 年度法治政府建设工作报告/);
    assert.match(rows[1] ?? '', /2024年/);
    assert.match(rows[3] ?? '', /第 7 行，\d+ 字，\d+ 个数据/);
    assert.match(rows[4] ?? '', /与“下一年度主要安排”合写/);
    assert.ok(
      rows.some((label) => /^错误，\d+ 处问题/.test(label)),
      rows.join('\n'),
    );
    await takeScreenshot('checklist-002');
  });

  it('leads from a finding to its place, and stays on it', async () => {
    const editor = await openSample('004', 'checklist-click');
    const { document } = editor;
    const { range } = await waitForRule(document.uri, 'date-malformed');
    const finding = row(`第 ${range.start.line + 1} 行，“202512”不成日期`);
    await clickOn(finding);
    await waitForCaret(document, range.start);
    await waitForText(`${finding}.selected`, '');
  });

  it('inserts a missing section at its place and puts the caret into its first blank', async () => {
    const editor = await openSample('002', 'checklist-insert');
    const { document } = editor;
    const before = document.getText();
    const missing = row('第一责任人职责，缺少');
    await clickOn(missing);
    await clickOn(`${missing} ${INSERT}`);
    await waitForContent(document.uri, 'the section', (text) => /^二、2024年党政主要负责人履行/m.test(text));
    assert.match(document.getText(), /^三、存在的问题和下一步打算$/m);
    await waitUntil(
      'a blank to be selected',
      anyOf(vscode.window.onDidChangeTextEditorSelection, vscode.window.onDidChangeActiveTextEditor),
      () => (document.getText(vscode.window.activeTextEditor?.selection) === '____' ? true : undefined),
      () => `Selected: “${document.getText(vscode.window.activeTextEditor?.selection)}”`,
    );
    await waitForText(row('第一责任人职责，第 '), '处没有填');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before, 'one undo does not take it back');
    await waitForText(missing, '缺少');
  });

  it('mends what is safe, and counts on', async () => {
    const { document } = await openSample('004', 'checklist-fix');
    await waitForText('.activitybar .badge-content', '4');
    const { range } = await waitForRule(document.uri, 'heading-number-missing');
    const finding = row(`第 ${range.start.line + 1} 行，一级标题缺序号`);
    await clickOn(finding);
    await clickOn(`${finding} ${FIX}`);
    await waitForContent(document.uri, 'the number', (text) => /^四、2025年工作安排$/m.test(text));
    await waitForRuleGone(document.uri, 'heading-number-missing');
    await waitForText('.activitybar .badge-content', '3');
    await waitForText(row('错误，3 处问题'), '');
  });

  it('offers the choice where there is one', async () => {
    const { document } = await openSample('004', 'checklist-choice');
    const { range } = await waitForRule(document.uri, 'date-malformed');
    const finding = row(`第 ${range.start.line + 1} 行，“202512”不成日期`);
    await clickOn(finding);
    await clickOn(`${finding} ${FIX}`);
    await waitForText('.action-widget .monaco-list-row', '2025年1月2日');
    await pressKeys('Escape');
  });

  it('is walked through with the keyboard', async () => {
    const { document } = await openSample('004', 'checklist-keys');
    const { range } = await waitForRule(document.uri, 'date-malformed');
    await waitForText(row('标题'), '');
    await vscode.commands.executeCommand(FOCUS_VIEW);
    await waitForText('.customview-tree .monaco-list:focus', '');
    await pressKeys('Home');
    await waitForText(`${row('标题')}.focused`, '');
    await pressKeys('ArrowDown');
    await pressKeys('ArrowDown');
    await pressKeys('ArrowDown');
    await waitForText(`${row('主要举措和成效')}.focused`, '');
    await pressKeys('Enter');
    await waitForCaret(document, rangeOf(document, '一、主要举措和成效').start);
    await vscode.commands.executeCommand(FOCUS_VIEW);
    await pressKeys('End');
    await pressKeys('Home');
    for (let step = 0; step < 40; step++) {
      const [focused] = await readScreen(`${ROWS}.focused`);
      if (focused?.label.includes('“202512”不成日期')) break;
      await pressKeys('ArrowDown');
    }
    await pressKeys('Enter');
    await waitForCaret(document, range.start);
  });

  it('follows the caret without taking the focus', async () => {
    const editor = await openSample('004', 'checklist-caret');
    const { document } = editor;
    await waitForText(row('第一责任人职责，无误'), '');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await moveCursor(editor, rangeOf(document, '三、党政主要负责人').start.translate(1));
    await waitForText(`${row('第一责任人职责')}.selected`, '');
    await moveCursor(editor, rangeOf(document, '二、存在不足和原因').start);
    await waitForText(`${row('不足和原因')}.selected`, '');
    await vscode.commands.executeCommand('type', { text: '，' });
    assert.match(document.getText(), /^，二、存在不足和原因/m, 'the focus went away');
  });

  it('keeps the last report while another file is in front, and goes with it', async () => {
    const { document } = await openSample('004', 'checklist-keep');
    await waitForText(row('落款'), '');
    await openAsPerson(fileUri('数据.json'));
    await waitForText('.tab.active', '数据.json');
    await waitForText(row('标题，'), '尼山镇');
    assert.equal(vscode.workspace.textDocuments.includes(document), true);
    await closeAll();
    await waitForText(WELCOME, '');
    assert.deepEqual(await readScreen('.activitybar .badge-content'), []);
  });

  for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast']) {
    it(`can be read in ${theme}`, async () => {
      await withSettings({ 'workbench.colorTheme': theme }, async () => {
        const mark = theme.includes('Light') ? 'vs' : theme.includes('Dark') ? 'vs-dark' : 'hc-black';
        await waitForText(`.monaco-workbench.${mark}`, '');
        await openSample('002', `checklist-${mark}`);
        await waitForText(row('第一责任人职责，缺少'), '');
        await waitForText(`${row('错误')}[aria-expanded="true"]`, '');
        await takeScreenshot(`checklist-${mark}`);
      });
    });
  }

  it('does the same by the keyboard’s menu', async () => {
    const { document } = await openSample('002', 'checklist-menu');
    const missing = row('第一责任人职责，缺少');
    await clickOn(missing);
    // A click leads to the place, and the focus with it.
    await waitUntil(
      'the place of the missing section',
      vscode.window.onDidChangeTextEditorSelection,
      () => (vscode.window.activeTextEditor?.selection.active.line ?? 0) > 0 || undefined,
    );
    await vscode.commands.executeCommand(FOCUS_VIEW);
    await waitForText(`.customview-tree .monaco-list:focus ${missing.replace('.customview-tree ', '')}.focused`, '');
    await pressKeys('Shift+F10');
    await waitForText('.monaco-menu .action-item >> text=/Insert This Section|插入这一部分/', '');
    await pressKeys('ArrowDown');
    await pressKeys('Enter');
    await waitForContent(document.uri, 'the section', (text) => /^二、2024年党政主要负责人履行/m.test(text));
  });

  it('has commands in its title while its report is in front', async () => {
    await openSample('004', 'checklist-title');
    await waitForText(row('落款'), '');
    const fixAll = '.composite.title .action-item:not(.disabled) .codicon-sparkle';
    await waitForText(fixAll, '');
    await openAsPerson(fileUri('数据.json'));
    await waitForText('.composite.title .action-item.disabled .codicon-sparkle', '');
  });
});

describe('the walkthrough', () => {
  it('has a picture for every step', async function () {
    if (!hasWindow()) this.skip();
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'fazhi-report.fazhi-report#writing');
    for (const step of ['open', 'checklist', 'fix', 'complete', 'figures', 'next-year']) {
      await clickOn(`.getting-started-step[data-step-id$="#${step}"]`);
      await waitForText(`.getting-started-step.expanded[data-step-id$="#${step}"]`, '');
      await waitForText('.getting-started-media', '');
      await takeScreenshot(`walkthrough-${step}`);
    }
  });
});

/** Waits until the caret of the editor in front is at a place of a document. */
const waitForCaret = (document: vscode.TextDocument, position: vscode.Position): Promise<true> =>
  waitUntil(
    `the caret to be in line ${position.line + 1}`,
    anyOf(vscode.window.onDidChangeTextEditorSelection, vscode.window.onDidChangeActiveTextEditor),
    () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document === document && editor.selection.active.isEqual(position) ? true : undefined;
    },
    () => `It is in line ${(vscode.window.activeTextEditor?.selection.active.line ?? -1) + 1}`,
  );
