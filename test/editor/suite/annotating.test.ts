/** What the editor shows beside and within a report: colours by meaning, a line above each section, sums behind their parts. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openReport, openSample, withSettings } from './reports';
import { anyOf, askProviders, rangeOf, waitForDiagnostics, waitUntil } from './support';
import { hasWindow, takeScreenshot, waitForText } from './window';

const REPORT = `云桥镇2024年法治政府建设情况报告

2024年，云桥镇深入学习贯彻习近平法治思想，现将2024年法治政府建设情况报告如下：
一、2024年推进法治政府建设的主要举措和成效
（一）强化组织领导
全年召开专题会议4次，学习《中华人民共和国民法典》等法律法规，听取工作汇报2次。
（二）规范行政执法
云桥镇人民政府办理行政处罚案件20件，其中简易程序12件、普通程序8件；清理文件26件，其中保留19件、修改4件、废止2件。
二、2024年推进法治政府建设存在的不足和原因
一是执法力量不足，原因是编制较少。二是普法形式单一，原因是经费不足。
三、2024年党政主要负责人履行推进法治建设第一责任人职责情况
镇党委书记主持召开会议3次，带头学法4次。
四、2025年推进法治政府建设的主要安排
2025年，将继续加强执法队伍建设，举办培训6次。

云桥镇人民政府
2025年1月10日
`;

const open = (name: string): Promise<vscode.TextEditor> => openReport(name, REPORT);

const legendOf = (uri: vscode.Uri): Thenable<vscode.SemanticTokensLegend | undefined> =>
  vscode.commands.executeCommand('vscode.provideDocumentSemanticTokensLegend', uri);

/** Semantic tokens as `type.modifiers text`. */
async function tokensOf(document: vscode.TextDocument): Promise<string[]> {
  const legend = await legendOf(document.uri);
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  const data = [...(tokens?.data ?? [])];
  const read: string[] = [];
  let place = new vscode.Position(0, 0);
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    place = new vscode.Position(place.line + lines, lines === 0 ? place.character + characters : characters);
    const modifiers = legend?.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0) ?? [];
    const text = document.getText(new vscode.Range(place, place.translate(0, length)));
    read.push(`${[legend?.tokenTypes[type], ...modifiers].join('.')} ${text}`);
  }
  return read;
}

const lensesOf = async (uri: vscode.Uri): Promise<vscode.CodeLens[]> =>
  (await askProviders<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri)) ?? [];

const hintsOf = async (document: vscode.TextDocument): Promise<vscode.InlayHint[]> =>
  (await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  )) ?? [];

describe('annotations', () => {
  it('colour headings, figures, the agency and documents by what they mean', async () => {
    const { document } = await open('tokens');
    const tokens = await tokensOf(document);
    for (const wanted of [
      'namespace.measures 一、2024年推进法治政府建设的主要举措和成效',
      'namespace.shortcomings 二、2024年推进法治政府建设存在的不足和原因',
      'namespace.duties 三、2024年党政主要负责人履行推进法治建设第一责任人职责情况',
      'namespace.plan 四、2025年推进法治政府建设的主要安排',
      'namespace （一）强化组织领导',
      'number 4次',
      'class 云桥镇人民政府',
      'string 《中华人民共和国民法典》',
    ]) {
      assert.ok(tokens.includes(wanted), `no ${wanted} in\n${tokens.join('\n')}`);
    }
  });

  it('count what stands in each section above its heading', async () => {
    const { document } = await open('lenses');
    const lenses = await lensesOf(document.uri);
    const titles = lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`);
    const findings = vscode.languages.getDiagnostics(document.uri);
    const inSection = findings.filter(({ range }) => range.start.line >= 3 && range.start.line < 8).length;
    assert.match(titles[0] ?? '', /^3 \d+ 字 · 9 个数据$/);
    assert.equal(titles[1], `3 ${inSection} 处问题`);
    assert.equal(lenses[0]?.command?.command, 'fazhiReport.showFigures');
    assert.equal(lenses[1]?.command?.command, 'fazhiReport.showPlace');
    assert.deepEqual([...new Set(lenses.map(({ range }) => range.start.line))], [3, 8, 10, 12], `lenses:\n${titles.join('\n')}`);
  });

  it('say above the title what is missing', async () => {
    const { document } = await openSample('002', 'missing-lens');
    const lenses = await lensesOf(document.uri);
    assert.equal(lenses[0]?.command?.title, '缺：第一责任人职责');
  });

  it('add up the parts of a total, right or wrong', async () => {
    const { document } = await open('sums');
    const hints = (await hintsOf(document)).map(({ position, label }) => [document.offsetAt(position), label]);
    assert.deepEqual(hints, [
      [document.offsetAt(rangeOf(document, '普通程序8件').end), '＝ 合计 20'],
      [document.offsetAt(rangeOf(document, '废止2件').end), '＝ 合计 25，与总数“26件”不符'],
    ]);
  });

  it('go and come back with their settings, at once', async () => {
    const { document } = await open('switched-off');
    await waitForDiagnostics(document.uri);
    const off = { 'fazhiReport.codeLens': false, 'fazhiReport.inlayHints': false, 'fazhiReport.semanticTokens': false };
    await withSettings(off, async () => {
      // The server answers what follows under the new settings.
      assert.deepEqual([await tokensOf(document), await lensesOf(document.uri), await hintsOf(document)], [[], [], []]);
    });
    assert.notDeepEqual(await lensesOf(document.uri), []);
    if (hasWindow()) await waitForText('.codelens-decoration', '字 ·');
  });

  for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast']) {
    it(`are all to be seen in ${theme}`, async function () {
      if (!hasWindow()) this.skip();
      await withSettings({ 'workbench.colorTheme': theme }, async () => {
        const { document } = await open(`annotated-${theme.replaceAll(' ', '-')}`);
        await waitUntil('the editor to be in front', anyOf(vscode.window.onDidChangeActiveTextEditor), () =>
          vscode.window.activeTextEditor?.document === document ? true : undefined,
        );
        await waitForText('.codelens-decoration', '字 ·');
        await waitForText('.view-line', '＝ 合计 20');
        await takeScreenshot(`annotating-${theme}`);
      });
    });
  }
});
