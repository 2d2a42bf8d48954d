/** What a clerk does in a winter, from the empty editor to next year's report. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lineEnd, moveCursor, waitForContent } from './reports';
import { documentSymbols, listDiagnostics, rangeOf, replaceText, ruleOf, typeText, waitForDiagnostics, waitUntil } from './support';
import { hasWindow, pressKeys, takeScreenshot, typeKeys, waitForNotification, waitForText } from './window';

const BLANK = '____';
const ROW = '.suggest-widget.visible .monaco-list-row';
/** Copied from a web page that was made from a PDF: broken lines, page furniture, half-width marks. */
const PASTED = [
  '来源：安澜镇人民政府 发布时间：2026-01-20 浏览次数：56',
  '（六）推进政务公开。全年主动公开政府信息126条,办理依申请公开7',
  '件，按时办结率100%。',
  '打印 关闭',
].join('\n');

/** What is written into the blanks one after another; the rest get numbers of their own. */
const WORDS_OF_SECTIONS: readonly (readonly [before: string, answers: readonly string[]])[] = [
  ['（一）____。原因是____。', ['执法力量不足', '人员编制紧张']],
  ['（二）____。原因是____。', ['普法形式不够丰富', '专业人才缺乏']],
  ['研究解决____等问题', ['执法经费保障']],
  ['协调督办____等重点事项', ['合法性审查']],
  ['（一）____。', ['加强执法队伍建设，新增执法人员3名']],
  ['（二）____。', ['创新普法方式，开展普法活动24场']],
  ['（三）____。', ['健全合法性审查机制，审查合同60份']],
];

describe('a writer’s path', () => {
  it('leads from a new report to next year’s', async function () {
    if (!hasWindow()) this.skip();
    this.timeout(120_000);
    await vscode.commands.executeCommand('fazhiReport.newReport', { agency: '安澜镇', kind: 'town', year: 2025 });
    const editor = await waitUntil('the new report', vscode.window.onDidChangeActiveTextEditor, () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.getText().includes('安澜镇2025年法治政府建设') ? active : undefined;
    });
    const { document } = editor;
    await vscode.commands.executeCommand('leaveSnippet');

    // A section that was thrown away comes back by completion.
    await removeSection(editor, '不足和原因');
    await waitForDiagnostics(document.uri, (all) => all.some((one) => ruleOf(one) === 'missing-section'));
    await moveCursor(editor, new vscode.Position(rangeOf(document, '党政主要负责人履行').start.line, 0));
    await typeText('\n');
    await moveCursor(editor, new vscode.Position(editor.selection.active.line - 1, 0));
    await typeKeys('bz');
    await waitForText(`${ROW}.focused`, '不足和原因');
    await pressKeys('Enter');
    await waitForContent(document.uri, 'the section', (text) => text.includes('存在的不足和原因'));
    await vscode.commands.executeCommand('leaveSnippet');
    await waitForSections(document.uri);

    await fillBlanks(document);
    await fillInDocumentName(editor);

    const measures = rangeOf(document, '（五）').start.line;
    await replaceText(document, new vscode.Range(lineEnd(document, measures), lineEnd(document, measures)), `\n${PASTED}`);
    await vscode.commands.executeCommand('fazhiReport.tidy');
    await waitForNotification('合并断行');
    await vscode.commands.executeCommand('fazhiReport.applyTidy');
    await waitForContent(document.uri, 'the pasted text to be tidied', (text) => text.includes('办理依申请公开7件，按时办结率100%。'));
    assert.doesNotMatch(document.getText(), /浏览次数|打印/u);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('fazhiReport.fixAll');
    const left = await waitForDiagnostics(document.uri, (all) => all.every(({ severity }) => severity > vscode.DiagnosticSeverity.Warning));
    assert.deepEqual(left.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning).map(ruleOf), [], listDiagnostics(left));
    await takeScreenshot('writers-path-done');

    await vscode.commands.executeCommand('fazhiReport.startNextYear');
    const next = await waitUntil('next year’s report', vscode.workspace.onDidChangeTextDocument, () =>
      vscode.workspace.textDocuments.find((one) => one !== document && one.getText().includes('安澜镇2026年法治政府建设')),
    );
    assert.match(next.getText(), /2027年推进法治政府建设的主要安排/u);
    assert.ok(next.getText().includes(BLANK));
    assert.doesNotMatch(next.getText(), /公开政府信息126条/u, 'last year’s figure was left');
    const findings = await waitForDiagnostics(next.uri);
    const errors = findings.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).map(ruleOf);
    assert.deepEqual([...new Set(errors)], ['placeholder'], listDiagnostics(findings));
    await takeScreenshot('writers-path-next-year');
  });
});

/** Deletes a section with its heading. */
async function removeSection({ document }: vscode.TextEditor, words: string): Promise<void> {
  const sections = await waitForSections(document.uri);
  const section = sections.find(({ name }) => name.includes(words));
  assert.ok(section, `no section “${words}”`);
  const after = new vscode.Position(section.range.end.line + 1, 0);
  await replaceText(document, new vscode.Range(section.range.start.with({ character: 0 }), after), '');
}

/** Waits until the outline shows the four sections below the title. */
async function waitForSections(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  await waitForDiagnostics(uri, (all) => all.every((one) => ruleOf(one) !== 'missing-section'));
  const sections = (await documentSymbols(uri)).slice(1);
  assert.equal(sections.length, 4, sections.map(({ name }) => name).join('\n'));
  return sections;
}

/** Writes words and figures into every blank. */
async function fillBlanks(document: vscode.TextDocument): Promise<void> {
  let text = document.getText();
  for (const [before, answers] of WORDS_OF_SECTIONS) {
    text = text.replace(
      before,
      answers.reduce((line, answer) => line.replace(BLANK, answer), before),
    );
  }
  text = text.replace(`2026年${BLANK}月${BLANK}日`, '2026年1月20日');
  text = text.split(BLANK).reduce((before, after, index) => `${before}${11 + 2 * index}${after}`);
  const whole = new vscode.Range(new vscode.Position(0, 0), lineEnd(document, -1));
  await replaceText(document, whole, text);
}

/** Writes a document's name as far as its first letters, and takes what is offered. */
async function fillInDocumentName(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const line = rangeOf(document, '（一）加强组织领导。').end;
  await moveCursor(editor, line);
  await typeText('深入学习《》，');
  await moveCursor(editor, line.translate(0, 5));
  await typeKeys('fzzfjsssgy');
  await waitForText(`${ROW}.focused`, '法治政府建设实施纲要');
  await pressKeys('Enter');
  await waitForContent(document.uri, 'the whole name', (text) => text.includes('《法治政府建设实施纲要（2021—2025年）》'));
}
