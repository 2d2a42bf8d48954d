/** Moving about in a report and from one report to others. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { encodeText } from './encode-text';
import { openAsPerson, openReport, openSample, sampleText, waitForContent } from './reports';
import { askProviders, eventually, putCursor, rangeOf, waitUntil, workspaceFolder, writeFile } from './support';
import { hasWindow, readScreen, takeScreenshot, waitForText } from './window';

const run = async <T>(command: string, ...values: readonly unknown[]): Promise<T> =>
  (await askProviders<T>(command, ...values)) ?? ([] as T);

const texts = (document: vscode.TextDocument, places: readonly { readonly range: vscode.Range }[]): string[] =>
  places.map(({ range }) => document.getText(range));

const report = (town: string, year: number): string =>
  `${town}${year}年法治政府建设情况报告\n\n现将${year}年法治政府建设情况报告如下：\n一、${year}年推进法治政府建设的主要举措和成效\n${town}党委开展法治讲座12场，发放资料300份。\n二、${year}年推进法治政府建设存在的不足和原因\n一是力量不足，原因是编制较少。\n三、${year}年党政主要负责人履行推进法治建设第一责任人职责情况\n召开专题会议3次。\n四、${year + 1}年推进法治政府建设的主要安排\n继续开展法治讲座。\n${town}人民政府\n${year + 1}年1月10日\n`;

describe('moving about in a report', () => {
  it('selects clause, sentence, paragraph and section step by step', async () => {
    const { document } = await openReport('选择', report('柳溪镇', 2024));
    const [chain] = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      rangeOf(document, '讲座12场').start,
    ]);
    const selected: string[] = [];
    for (let step: vscode.SelectionRange | undefined = chain; step; step = step.parent) selected.push(document.getText(step.range));
    const steps = ['柳溪镇党委开展法治讲座12场', '柳溪镇党委开展法治讲座12场，发放资料300份。', document.getText()];
    for (const step of steps)
      assert.ok(
        selected.includes(step) || selected.some((one) => one.trimEnd() === step.trimEnd()),
        `${step} is no step of:\n${selected.join('\n--\n')}`,
      );
    assert.ok(
      selected.some((one) => one.startsWith('一、2024年推进') && one.endsWith('300份。')),
      'no section',
    );
    assert.deepEqual(
      [...selected].sort((a, b) => a.length - b.length),
      selected,
    );
  });

  it('grows the selection by the keyboard command from the clause on', async () => {
    const editor = await openReport('按键选择', report('柳溪镇', 2024));
    putCursor(editor, rangeOf(editor.document, '发放资料').start);
    for (let times = 0; times < 6 && editor.document.getText(editor.selection) !== '发放资料300份'; times++) {
      const before = editor.selection;
      await vscode.commands.executeCommand('editor.action.smartSelect.expand');
      await waitUntil('a larger selection', vscode.window.onDidChangeTextEditorSelection, () =>
        editor.selection.isEqual(before) ? undefined : true,
      );
    }
    assert.equal(editor.document.getText(editor.selection), '发放资料300份');
  });

  it('finds titles and headings of reports that are not open', async () => {
    await openSample('004', '符号');
    const name = (await sampleText('001')).split(/\r?\n/, 1)[0] ?? '';
    const found = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', name);
    const symbol = found.find(({ location }) => /\/001_[^/]*\.txt$/.test(location.uri.path));
    assert.ok(symbol, `001 is not among ${found.map(({ name: one, location }) => `${one} ${location.uri.path}`).join(', ')}`);
    assert.match(symbol.containerName, /^赵庄镇人民政府2024年 · 001_/);
    const opened = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === symbol.location.uri.toString());
    assert.equal(opened, false, 'it was opened');
    const sections = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '第一责任人');
    assert.ok(new Set(sections.map(({ location }) => location.uri.path)).size >= 4, sections.map(({ name: one }) => one).join('\n'));
  });

  it('hears of files that come, change and go', async () => {
    await openReport('监视', report('柳溪镇', 2024));
    const title = async () =>
      (await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '竹林镇')).map(({ name }) => name);
    assert.deepEqual(await title(), []);
    const told = nextChange();
    const uri = await writeFile('新来/竹林.txt', await encodeText(report('竹林镇', 2023), 'gb18030'));
    await told;
    const found = await eventually(title, (names) => names.length > 0);
    assert.deepEqual(found, ['竹林镇2023年法治政府建设情况报告']);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
    const left = await eventually(title, (names) => names.length === 0);
    assert.deepEqual(left, []);
  });

  it('marks the agency’s name in all its forms, and what is counted', async () => {
    const editor = await openReport('标记', report('柳溪镇', 2024));
    const { document } = editor;
    const at = (piece: string) =>
      run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, rangeOf(document, piece).start);
    assert.deepEqual(texts(document, await at('柳溪镇党委')), ['柳溪镇', '柳溪镇党委', '柳溪镇人民政府']);
    assert.deepEqual(texts(document, await at('12场')), ['法治讲座', '12场']);
    assert.deepEqual(await at('情况报告如下'), [], 'equal words are marked');
    if (!hasWindow()) return;
    putCursor(editor, rangeOf(document, '柳溪镇党委').start);
    await vscode.commands.executeCommand('editor.action.wordHighlight.trigger');
    const marks = await eventually(
      () => readScreen('.wordHighlightText, .wordHighlight'),
      ({ length }) => length >= 3,
    );
    await takeScreenshot('navigating-highlights');
    assert.ok(marks.length >= 3, 'the editor shows no marks');
  });

  it('lists references to the agency and to a counted thing', async () => {
    const { document } = await openReport('引用', report('柳溪镇', 2024));
    const at = (piece: string) => run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, rangeOf(document, piece).start);
    assert.deepEqual(texts(document, await at('柳溪镇人民政府')), ['柳溪镇', '柳溪镇党委', '柳溪镇人民政府']);
    assert.deepEqual(texts(document, await at('300份')), ['300份']);
  });

  it('renames the agency everywhere, and undoes it in one step', async () => {
    const { document } = await openReport('改名', report('柳溪镇', 2024));
    const before = document.getText();
    const position = rangeOf(document, '柳溪镇党委').start;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      '清河镇',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), before.replaceAll('柳溪镇', '清河镇'));
    await vscode.commands.executeCommand('undo');
    await waitForContent(document.uri, 'the old name', (text) => text === before);
    await assert.rejects(
      async () => vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, position, '清 河镇'),
      /新名称只能是两个以上的汉字/,
    );
    await assert.rejects(
      async () => vscode.commands.executeCommand('vscode.prepareRename', document.uri, rangeOf(document, '情况报告如下').start),
      /这里不能重命名/,
    );
  });

  it('links to last year’s report, and a project file to what it names', async () => {
    const last = await writeFile('去年/石桥.txt', await encodeText(report('石桥镇', 2023), 'gb18030'));
    const { document } = await openReport('石桥', report('石桥镇', 2024));
    const links = async (uri: vscode.Uri) => run<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    const toLast = await eventually(
      () => links(document.uri),
      (all) => all.some(({ target }) => target?.toString() === last.toString()),
    );
    assert.deepEqual(texts(document, toLast), ['2024年']);
    assert.equal(toLast[0]?.tooltip, '上一年度报告：石桥.txt');
    const project = await writeFile('.fazhi-report.json', '{ "files": { "previousYear": "去年" } }');
    try {
      await openAsPerson(project);
      const paths = await eventually(
        () => links(project),
        (all) => all.length > 0,
      );
      assert.equal(paths[0]?.target?.scheme, 'command');
      assert.match(decodeURIComponent(paths[0]?.target?.toString() ?? ''), /revealInExplorer.*去年|revealInExplorer.*%E5%8E%BB%E5%B9%B4/);
    } finally {
      await vscode.workspace.fs.delete(project);
    }
  });

  it('shows where the caret is in the breadcrumbs', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openReport('面包屑', report('柳溪镇', 2024));
    putCursor(editor, rangeOf(editor.document, '召开专题会议').start);
    await waitForText('.breadcrumbs-control .monaco-breadcrumb-item', '三、2024年党政主要负责人');
  });
});

/** Resolves with the next file that is made in the opened folder. */
function nextChange(): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(workspaceFolder(), '**/*'));
  return new Promise((resolve) => {
    watcher.onDidCreate(() => {
      watcher.dispose();
      resolve();
    });
  });
}
