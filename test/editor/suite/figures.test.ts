/** The panel 数据表: every figure of the report in front, beside last year's. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUpAfterEach } from './clean-up';
import { moveCursor, openReport, openSample, sampleText, withSettings } from './reports';
import { closeAll, fileUri, rangeOf, waitUntil } from './support';
import {
  clickInWebview,
  clickOn,
  hasWindow,
  pressKeys,
  readWebview,
  takeScreenshot,
  typeKeys,
  waitForText,
  waitForTextInWebview,
} from './window';

const PANEL = '.tab.active .label-name';

/** The sample of 寅阳镇 as it may have been a year before: fewer trainings, more tests, no suggestions, an answer more. */
const lastYearOf = (text: string): string =>
  text
    .replaceAll('2024', 'next')
    .replaceAll('2023', '2022')
    .replaceAll('next', '2023')
    .replace('开展业务培训 15 次', '开展业务培训 10 次')
    .replace('组织专题测试 4 次', '组织专题测试 6 次')
    .replace('，收集立法建议13条', '')
    .replace('信息依申请公开4条', '信息依申请公开5条，办理投诉2件');

async function showFigures(title: string): Promise<void> {
  await vscode.commands.executeCommand('fazhiReport.showFigures');
  await waitForText(PANEL, title);
}

const rowOf = async (name: string): Promise<string> => {
  const rows = await readWebview('table.figures tbody tr');
  const found = rows.find(({ text }) => text.replace(/^\d+/, '').startsWith(name));
  assert.ok(found, `no row with ${name} among:\n${rows.map(({ text }) => text).join('\n')}`);
  return found.text;
};

describe('figures panel', () => {
  beforeEach(function () {
    if (!hasWindow()) this.skip();
  });

  it('lists the figures of the report in front, and follows another one', async () => {
    await openSample('003', 'figures');
    await showFigures('数据表：寅阳镇2023');
    await waitForTextInWebview('.count', '共 16 个数据');
    assert.match(await rowOf('业务培训'), /开展业务培训 15 次，组织专题测试 4 *15次主要举措和成效/);
    // The panel has the focus: what is opened now would be opened on top of it.
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await openSample('000', 'figures-other');
    await waitForText('.tab .label-name', '数据表：宁河镇2024');
    await waitForTextInWebview('table.figures caption', '宁河镇2024年度法治政府建设情况报告的数据');
  });

  it('a click on a row goes to the text and selects the figure', async () => {
    const { document } = await openSample('003', 'figures-click');
    await showFigures('数据表：寅阳镇2023');
    await clickInWebview('tr:has-text("业务培训") .context');
    const wanted = rangeOf(document, '开展业务培训 15 次');
    await waitUntil(
      'the figure to be selected',
      vscode.window.onDidChangeTextEditorSelection,
      () => (vscode.window.visibleTextEditors[0]?.selection.end.isEqual(wanted.end) ? true : undefined),
      () => `Selected: ${JSON.stringify(vscode.window.visibleTextEditors[0]?.selection)}`,
    );
    const [editor] = vscode.window.visibleTextEditors;
    assert.equal(editor?.document.getText(editor.selection), '15 次');
    assert.equal(editor?.viewColumn, vscode.ViewColumn.One, 'the text hides the panel');
    await waitForTextInWebview('tr[aria-current] .go', '业务培训');
  });

  it('marks the row in which the caret stands, and is told of every edit', async () => {
    const editor = await openSample('003', 'figures-edit');
    await showFigures('数据表：寅阳镇2023');
    await waitForTextInWebview('.count', '共 16 个数据');
    await clickOn('.view-lines');
    const place = rangeOf(editor.document, '组织专题测试 4').end;
    await moveCursor(editor, place);
    await waitForTextInWebview('tr[aria-current] .go', '专题测试');
    await editor.edit((edit) => edit.insert(place, '2'));
    await waitForTextInWebview('tr[aria-current] .context', '42 次');
  });

  it('has last year beside it once that report is open, in light, dark and high contrast', async () => {
    const text = await sampleText('003');
    await openReport('figures-2022', lastYearOf(text));
    await openReport('figures-2023', text);
    await showFigures('数据表：寅阳镇2023');
    await waitForTextInWebview('.summary', '与《寅阳镇2022 年度法治政府建设情况报告》比较');
    assert.match(await rowOf('业务培训'), /10\+5\+50%$/);
    assert.match(await rowOf('专题测试'), /6−2−33\.3%$/);
    assert.match(await rowOf('收集立法建议'), /新$/);
    await clickInWebview('#largest summary');
    for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light']) {
      await withSettings({ 'workbench.colorTheme': theme }, async () => {
        await waitForText(`.monaco-workbench.${THEMES[theme]}`, '');
        await waitForTextInWebview(`body.${WEBVIEW_THEMES[theme]} caption`, '寅阳镇');
        await takeScreenshot(`figures-${theme}`);
      });
    }
    await clickInWebview('#unmatched summary');
    await waitForTextInWebview('#unmatched tbody', '投诉');
    await clickInWebview('tr:has-text("业务培训") .go-previous');
    await waitUntil('last year’s figure to be selected', vscode.window.onDidChangeTextEditorSelection, () =>
      vscode.window.visibleTextEditors.find(({ document, selection }) => document.getText(selection) === '10 次'),
    );
  });

  it('sorts, filters and goes to the text by keyboard alone', async () => {
    await openSample('003', 'figures-keys');
    await showFigures('数据表：寅阳镇2023');
    await waitForTextInWebview('.count', '共 16 个数据');
    await clickInWebview('#words');
    await typeKeys('规范性');
    await waitForTextInWebview('.count', '显示 3 个，共 16 个数据');
    // Past the two lists and buttons to the column 数值, which sorts.
    for (let stop = 0; stop < 6; stop += 1) await pressKeys('Tab');
    await pressKeys('Enter');
    await waitForTextInWebview('th[aria-sort="ascending"]', '数值');
    for (let stop = 0; stop < 3; stop += 1) await pressKeys('Tab');
    await pressKeys('ArrowDown');
    await pressKeys('Enter');
    const selected = (): string => vscode.window.visibleTextEditors.map(({ document, selection }) => document.getText(selection)).join();
    await waitUntil(
      'the second figure to be selected',
      vscode.window.onDidChangeTextEditorSelection,
      () => selected() === '4份' || undefined,
      selected,
    );
    await waitUntil(
      'the text to have the focus',
      vscode.window.onDidChangeActiveTextEditor,
      () => vscode.window.activeTextEditor?.viewColumn === vscode.ViewColumn.One || undefined,
    );
  });

  it('last year’s file is chosen by hand, and remembered', async () => {
    await openSample('003', 'figures-choose');
    await showFigures('数据表：寅阳镇2023');
    await clickInWebview('#choose');
    await waitForText('.quick-input-widget .label-name', '浏览其他文件…');
    await typeKeys('000_');
    await waitForText('.quick-input-widget .monaco-list-row.focused .label-name', '000_');
    await pressKeys('Enter');
    await waitForTextInWebview('.summary', '与《宁河镇2024年度法治政府建设情况报告》比较');
    await closeAll();
    await openSample('003', 'figures-choose');
    await showFigures('数据表：寅阳镇2023');
    await waitForTextInWebview('.summary', '与《宁河镇2024年度法治政府建设情况报告》比较');
  });

  it('copies what a spreadsheet pastes as columns', async () => {
    await openSample('003', 'figures-copy');
    await showFigures('数据表：寅阳镇2023');
    await waitForTextInWebview('.count', '共 16 个数据');
    await clickInWebview('#copy');
    await waitForText('.statusbar-item', '已复制 16 行');
  });

  // Another test's report of this town has no last year.
  cleanUpAfterEach(() => vscode.workspace.fs.delete(fileUri('figures-2022.txt')).then(undefined, () => undefined));
});

const THEMES: Readonly<Record<string, string>> = {
  'Default Light Modern': 'vs',
  'Default Dark Modern': 'vs-dark',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
};

/** The classes that a webview's page gets with each theme. */
const WEBVIEW_THEMES: Readonly<Record<string, string>> = {
  'Default Light Modern': 'vscode-light',
  'Default Dark Modern': 'vscode-dark',
  'Default High Contrast': 'vscode-high-contrast:not(.vscode-high-contrast-light)',
  'Default High Contrast Light': 'vscode-high-contrast-light',
};
