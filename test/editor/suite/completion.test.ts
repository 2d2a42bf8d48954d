/** Skeletons of the sections, looked for by words or by their first letters. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lineEnd, moveCursor, NEW_REPORT, openNewReport, openSample, waitForContent } from './reports';
import { completionsAt, labelOf, openText, rangeOf, typeText, waitForDiagnostics } from './support';
import { hasWindow, pressKeys, readScreen, takeScreenshot, typeKeys, waitForText } from './window';

const SECTIONS = ['主要举措和成效', '不足和原因', '第一责任人职责', '下一年度主要安排'];
const ROW = '.suggest-widget.visible .monaco-list-row';

/** The beginning of a section, the line below its sub-heading empty. */
const HEADINGS = '一、2024年推进法治政府建设的主要举措和成效\n（一）强化组织领导\n';

/** What a writer types, the section that it means, and the heading that comes of it. */
const WORDS = [
  ['zyjc', '主要举措和成效', '一、2024年推进法治政府建设的主要举措和成效'],
  ['主要举措', '主要举措和成效', '一、2024年推进法治政府建设的主要举措和成效'],
  ['不足', '不足和原因', '一、2024年推进法治政府建设存在的不足和原因'],
  ['dyzrr', '第一责任人职责', '一、2024年党政主要负责人履行推进法治建设第一责任人职责情况'],
  ['xynd', '下一年度主要安排', '一、2025年推进法治政府建设的主要安排'],
] as const;

describe('completion', () => {
  for (const [typed, section, heading] of WORDS) {
    it(`offers the section for ${typed} on a line of its own`, async () => {
      const { document } = await openNewReport(NEW_REPORT + typed);
      const items = await completionsAt(document.uri, lineEnd(document, -1));
      const item = items.find((one) => labelOf(one) === section);
      assert.ok(item, `offered: ${items.map(labelOf).join(', ')}`);
      assert.equal(item.detail, heading);
    });

    it(`inserts the section when ${typed} is typed and accepted`, async function () {
      if (!hasWindow()) this.skip();
      const editor = await openNewReport();
      const { uri } = editor.document;
      await moveCursor(editor, lineEnd(editor.document, -1));
      // Letters come one by one, Chinese words whole from the input method.
      await (/^[a-z]/.test(typed) ? typeKeys : typeText)(typed);
      await waitForText(`${ROW}.focused`, section);
      await pressKeys('Enter');
      const text = await waitForContent(uri, `the section after ${typed}`, (now) => now.includes(heading));
      assert.ok(text.startsWith(`${NEW_REPORT}${heading}\n`), text);
      assert.doesNotMatch(text, /镇镇|\{|\$/, 'something is left of the skeleton');
    });
  }

  it('fills in year and agency', async () => {
    const { document } = await openNewReport(`${NEW_REPORT}zyjc`);
    const text = await insertedText(document, '主要举措和成效');
    assert.match(text, /2024年，我镇召开专题会议/);
    assert.match(text, /^（五）/m);
  });

  it('inserts the whole report, its agency and year typed once', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openText('');
    const { uri } = editor.document;
    await waitForDiagnostics(uri, () => true);
    await typeKeys('fzbg');
    await waitForText(`${ROW}.focused`, '法治政府建设年度报告（全文框架）');
    await pressKeys('Enter');
    await waitForContent(uri, 'the whole report', (text) => text.includes('现将有关情况报告如下'));
    await typeKeys('清源镇');
    await pressKeys('Tab');
    await typeKeys('2024');
    const text = await waitForContent(uri, 'the year in every place', (now) => /^二、2024年/m.test(now));
    assert.equal(text.split('\n')[0], '清源镇2024年法治政府建设情况报告');
    assert.match(text, /^2024年，清源镇坚持以/m);
    for (const section of ['一、2024年', '二、2024年', '三、2024年', '四、']) assert.match(text, new RegExp(`^${section}`, 'm'));
  });

  it('numbers a section that is inserted between others, and moves the ones below', async function () {
    if (!hasWindow()) this.skip();
    const report = `${NEW_REPORT}一、2024年推进法治政府建设的主要举措和成效\n全年调解纠纷12件。\n\n二、2025年推进法治政府建设的主要安排\n2025年，我镇将开展普法12场。\n`;
    const editor = await openNewReport(report);
    const { uri } = editor.document;
    await moveCursor(editor, new vscode.Position(4, 0));
    await typeKeys('bz');
    await waitForText(`${ROW}.focused`, '不足和原因');
    await pressKeys('Enter');
    await waitForContent(uri, 'the moved number', (text) => /^三、2025年推进法治政府建设的主要安排$/m.test(text));
    const text = await waitForContent(uri, 'the new section', (now) => now.includes('存在的不足'));
    assert.match(text, /^二、2024年推进法治政府建设存在的不足和原因$/m);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), report.replace('件。\n\n', '件。\nbz\n'), 'after one undo');
  });

  it('goes on from a number that is there', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openNewReport();
    const { uri } = editor.document;
    await moveCursor(editor, lineEnd(editor.document, -1));
    await typeText('一、');
    await waitForText(ROW, '主要举措和成效');
    await typeKeys('zyjc');
    await waitForText(`${ROW}.focused`, '主要举措和成效');
    await pressKeys('Enter');
    const text = await waitForContent(uri, 'the section', (now) => now.includes('主要举措和成效'));
    assert.match(text, /^一、2024年推进法治政府建设的主要举措和成效$/m);
  });

  it('writes the full name of a document for the first letters of its pinyin', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openNewReport(`${NEW_REPORT}${HEADINGS}认真学习，召开会议4次。`);
    const { uri } = editor.document;
    await moveCursor(editor, rangeOf(editor.document, '认真学习').end);
    await typeText('《');
    await waitForText(ROW, '法治政府建设实施纲要（2021—2025年）');
    await typeKeys('fzzf');
    await waitForText(ROW, '法治政府建设与责任落实督察工作规定');
    await waitForText(`${ROW}.focused`, '法治政府建设实施纲要（2021—2025年）');
    await takeScreenshot('completion-document');
    await pressKeys('Enter');
    const text = await waitForContent(uri, 'the name', (now) => now.includes('2021'));
    assert.ok(text.endsWith('认真学习《法治政府建设实施纲要（2021—2025年）》，召开会议4次。'), text);
  });

  it('leads from a misspelt name to the right one', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openNewReport(`${NEW_REPORT}${HEADINGS}认真学习`);
    const { uri } = editor.document;
    await moveCursor(editor, lineEnd(editor.document, -1));
    await typeText('《');
    await waitForText(ROW, '法治政府建设实施纲要');
    await typeText('督');
    await waitForText(`${ROW}.focused`, '法治政府建设与责任落实督察工作规定');
    await typeText('查');
    await waitForText(`${ROW}.focused`, '法治政府建设与责任落实督察工作规定');
    await pressKeys('Enter');
    const text = await waitForContent(uri, 'the name', (now) => now.includes('责任落实'));
    assert.ok(text.endsWith('认真学习《法治政府建设与责任落实督察工作规定》'), text);
  });

  it('goes on from a bracket with the next number', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openNewReport(`${NEW_REPORT}${HEADINGS}召开会议4次。\n`);
    const { uri } = editor.document;
    await moveCursor(editor, lineEnd(editor.document, -1));
    await typeText('（');
    await waitForText(`${ROW}.focused`, '（二）');
    await pressKeys('Enter');
    const text = await waitForContent(uri, 'the number', (now) => now.includes('（二）'));
    assert.ok(text.endsWith('召开会议4次。\n（二）'), text);
  });

  it('offers sentences for the section on an empty line, each blank a tab stop', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openNewReport(`${NEW_REPORT}${HEADINGS.replace('强化组织领导', '深入开展普法宣传')}`);
    const { uri } = editor.document;
    await moveCursor(editor, lineEnd(editor.document, -1));
    await pressKeys('Control+Space');
    await waitForText(`${ROW}.focused`, '普法：宣传活动');
    await takeScreenshot('completion-sentences');
    await pressKeys('Enter');
    await waitForContent(uri, 'the sentence', (now) => now.includes('开展法治宣传活动____场次'));
    await typeKeys('36');
    await pressKeys('Tab');
    await typeKeys('3000');
    const text = await waitForContent(uri, 'both figures', (now) => now.includes('3000'));
    assert.ok(text.endsWith('\n开展法治宣传活动36场次，发放宣传资料3000份，解答法律咨询____人次。'), text);
  });

  it('offers no section in the middle of prose', async () => {
    const { document } = await openSample('004', 'prose');
    for (const words of ['主要目标', '问题和不足', '主要原因在于']) {
      const { start } = rangeOf(document, words);
      for (const place of [start.translate(0, 2), lineEnd(document, start.line)]) {
        const labels = (await completionsAt(document.uri, place)).map(labelOf);
        assert.deepEqual(
          labels.filter((label) => SECTIONS.includes(label)),
          [],
          `at ${place.line + 1}:${place.character + 1}`,
        );
      }
    }
  });

  it('does not come up while prose is typed', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openSample('004', 'typing');
    const { document } = editor;
    const { end } = rangeOf(document, '尼山镇以深入建设法治政府为目标,');
    await moveCursor(editor, end);
    await typeKeys('全镇主要举措和不足');
    await waitForContent(document.uri, 'what was typed', (text) => text.includes('全镇主要举措和不足'));
    // Asked after the editor itself has asked, so answered after it.
    await completionsAt(document.uri, end);
    assert.deepEqual(await readScreen(ROW), []);
  });
});

/** The new text of a section's item as a person gets it, tab stops as their default texts. */
async function insertedText(document: vscode.TextDocument, section: string): Promise<string> {
  const items = await completionsAt(document.uri, lineEnd(document, -1));
  const item = items.find((one) => labelOf(one) === section);
  const text = item?.insertText;
  assert.ok(text instanceof vscode.SnippetString, `no snippet for ${section}: ${items.map(labelOf).join(', ')}`);
  return text.value.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1');
}
