/** What the pointer, or a key, tells of a place in a report. */
import assert from 'node:assert/strict';
import { moveCursor, openReport } from './reports';
import { hoverAt, rangeOf } from './support';
import { hasWindow, pressKeys, readScreen, takeScreenshot, waitForText } from './window';

const REPORT = `清源镇2024年法治政府建设情况报告

2024年，清源镇扎实推进法治政府建设。现将有关情况报告如下：
一、2024年推进法治政府建设的主要举措和成效
（一）强化组织领导。认真落实《法治政府建设与责任落实督查工作规定》和《信访工作条例》，开展法治讲座12场。
（二）深入普法。举办法治讲座12场，发放资料____份。
清源镇人民政府
2025年1月10日
`;
const WIDGET = '.monaco-hover';

describe('hover', () => {
  it('tells what is known of a document, and nothing else', async () => {
    const { document } = await openReport('hover-document', REPORT);
    const text = await hoverAt(document.uri, rangeOf(document, '信访工作').start);
    assert.match(text, /《信访工作条例》/);
    assert.match(text, /施行日期：2022年5月1日/);
  });

  it('says which document a misspelt name may mean', async () => {
    const { document } = await openReport('hover-misspelt', REPORT);
    const text = await hoverAt(document.uri, rangeOf(document, '督查').start);
    assert.match(text, /可能是指《法治政府建设与责任落实督察工作规定》/);
    assert.match(text, /厅字〔2019〕28号/);
  });

  it('leads from a figure to the line where the same is counted', async () => {
    const { document } = await openReport('hover-figure', REPORT);
    const text = await hoverAt(document.uri, rangeOf(document, '12场').start);
    assert.match(text, /法治讲座/);
    // Elsewhere the editor follows no such link.
    const isLink = document.uri.scheme === 'file';
    assert.match(text, isLink ? /\[第6行\]\(.*hover-figure\.txt#L6\)/ : /第6行：12场/);
  });

  it('tells why something is found, with the page of the rule', async () => {
    const { document } = await openReport('hover-finding', REPORT);
    const text = await hoverAt(document.uri, rangeOf(document, '____').start.translate(0, 1));
    assert.match(text, /为什么提示“未填写的占位”/);
    assert.match(text, /\(https:\/\/github\.com\/.*placeholder\.md\)/);
  });

  it('is shown by the keyboard, the message of the finding once', async function () {
    if (!hasWindow()) this.skip();
    const editor = await openReport('hover-shown', REPORT);
    await moveCursor(editor, rangeOf(editor.document, '督查').start);
    await pressKeys('Control+K');
    await pressKeys('Control+I');
    await waitForText(WIDGET, '可能是指');
    await waitForText(WIDGET, '为什么提示');
    await takeScreenshot('hover-document');
    const shown = (await readScreen(WIDGET)).map(({ text }) => text).join('\n');
    assert.equal(shown.split('与正式名称不符：应改为').length, 2, shown);
    await pressKeys('Escape');
  });
});
