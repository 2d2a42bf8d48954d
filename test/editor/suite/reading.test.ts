/** What helps to read a report: hover, folding. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openSample } from './reports';
import { foldingRanges, hoverAt, rangeOf, waitUntil } from './support';

describe('reading', () => {
  it('the hover on a heading says what the regulation wants there', async () => {
    const { document } = await openSample('004', 'hover');
    for (const [heading, ...parts] of [
      ['一、主要举措和成效', '**主要举措和成效**', '上一年度推进法治政府建设的主要举措和成效'],
      ['二、存在不足和原因', '**不足和原因**', '既写存在的不足，也写造成不足的原因'],
      ['三、党政主要负责人', '**第一责任人职责**', '加强法治政府建设的有关情况'],
      ['2025年工作安排', '**下一年度主要安排**', '下一年度推进法治政府建设的主要安排'],
    ] as const) {
      const text = await hoverAt(document.uri, rangeOf(document, heading).start.translate(0, 1));
      for (const part of parts) assert.ok(text.includes(part), `“${part}” is not in the hover on ${heading}:\n${text}`);
      assert.match(text, /本节 \d+ 字，\d+ 处数据。/, `the hover on ${heading}`);
    }
  });

  it('the hover on a heading for two things names both', async () => {
    const { document } = await openSample('002', 'hover-two');
    const text = await hoverAt(document.uri, rangeOf(document, '二、存在的问题和下一步打算').start.translate(0, 2));
    for (const part of ['**不足和原因**', '**下一年度主要安排**']) assert.ok(text.includes(part), text);
  });

  it('there is no hover on prose', async () => {
    const { document } = await openSample('004', 'no-hover');
    assert.equal(await hoverAt(document.uri, rangeOf(document, '尼山镇以深入建设').start.translate(0, 2)), '');
  });

  it('sections and sub-headings fold, and the title over two lines', async () => {
    const { document } = await openSample('003', 'folding');
    const folded = new Map((await foldingRanges(document.uri)).map(({ start, end }) => [start, end]));
    const line = (text: string) => rangeOf(document, text).start.line;
    const before = (text: string) => {
      let at = line(text) - 1;
      while (document.lineAt(at).isEmptyOrWhitespace) at -= 1;
      return at;
    };
    for (const [heading, next] of [
      ['一、本年度推进法治政府建设的主要举措和成效', '二、主要负责人履行'],
      ['（一）推进行政机关依法高效履职情况', '（二）加强依法行政制度建设情况'],
      ['二、主要负责人履行', '三、法治政府建设存在的不足和原因'],
      ['三、法治政府建设存在的不足和原因', '四、下一年度推进法治政府建设的主要安排'],
    ] as const) {
      assert.equal(folded.get(line(heading)), before(next), `last line of ${heading}`);
    }
    assert.equal(folded.get(line('寅阳镇')), line('法治政府建设情况报告'), 'the title');
  });

  it('folding all in the editor leaves the headings to be seen', async () => {
    const editor = await openSample('004', 'fold-all');
    const { document } = editor;
    await vscode.commands.executeCommand('editor.foldAll');
    const body = rangeOf(document, '围绕主要目标').start.line;
    await waitUntil(
      'the body to be folded',
      vscode.window.onDidChangeTextEditorVisibleRanges,
      () => editor.visibleRanges.every((range) => body < range.start.line || range.end.line < body) || undefined,
      () => `Visible: ${editor.visibleRanges.map(({ start, end }) => `${start.line}-${end.line}`).join(', ')}`,
    );
    const heading = rangeOf(document, '二、存在不足和原因').start.line;
    assert.ok(
      editor.visibleRanges.some(({ start, end }) => start.line <= heading && heading <= end.line),
      'the heading is hidden as well',
    );
  });
});
