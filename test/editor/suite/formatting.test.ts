/** Formatting: of a whole report, of a part of it, and while it is written. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exampleReport } from '../../../server/rules/example-report.js';
import { lineEnd, moveCursor, openAsPerson, openNewReport, openReport, openSample, waitForContent } from './reports';
import { askProviders, rangeOf, typeText, waitForRule, writeFile } from './support';

const OPTIONS = { tabSize: 4, insertSpaces: true };
const HALF_WIDTH = exampleReport({
  measures:
    '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议 4 次,研究法治建设事项9项。 \n(二)规范行政执法。开展行政检查312次,办理案件18件。\n（三）深化普法宣传。开展普法活动26场次。',
});

describe('formatting', () => {
  it('brings a report into the form of official texts; done twice it changes nothing more', async () => {
    const { document } = await openReport('format', HALF_WIDTH);
    await format(document);
    const text = document.getText();
    assert.match(text, /召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次，办理案件18件。/u);
    assert.deepEqual((await editsFor(document)) ?? [], []);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), HALF_WIDTH);
  });

  it('formats the lines of a selection and leaves the others', async () => {
    const { document } = await openReport('format-range', HALF_WIDTH);
    await waitForRule(document.uri, 'half-width-punctuation');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      document.uri,
      rangeOf(document, '办理案件'),
      OPTIONS,
    );
    const { line } = rangeOf(document, '办理案件').start;
    assert.ok(edits.length > 0);
    for (const { range } of edits) assert.equal(range.start.line, line);
  });

  it('is no formatter of Markdown, where others are', async () => {
    const uri = await writeFile(
      'format.md',
      '# 清源镇2024年法治政府建设情况报告\n\n## 一、主要举措和成效\n\n全年调解纠纷____件,办结12件。\n',
    );
    const { document } = await openAsPerson(uri);
    await waitForRule(uri, 'placeholder');
    assert.deepEqual((await editsFor(document)) ?? [], []);
  });

  it('leaves a sample that is in order alone', async () => {
    const { document } = await openSample('001', 'format-undo');
    const before = document.getText();
    await format(document);
    const words = (text: string) => text.replace(/[^\p{Script=Han}0-9A-Za-z]/gu, '');
    assert.equal(words(document.getText()), words(before));
  });
});

describe('formatting while typing', () => {
  it('makes a half-width mark between Chinese full width at once; one undo takes that back', async () => {
    const editor = await openNewReport(
      '清源镇2024年法治政府建设情况报告\n\n一、主要举措和成效\n加强组织领导，召开专题会议4次，研究事项9项。\n全年',
    );
    const { uri } = editor.document;
    await moveCursor(editor, lineEnd(editor.document, -1));
    await typeText('加强领导,');
    await waitForContent(uri, 'the full-width comma', (text) => text.endsWith('全年加强领导，'));
    await vscode.commands.executeCommand('undo');
    await waitForContent(uri, 'the comma as it was typed', (text) => text.endsWith('全年加强领导,'));
    await vscode.commands.executeCommand('redo');
    await waitForContent(uri, 'the full-width comma again', (text) => text.endsWith('全年加强领导，'));
    await typeText('推进工作');
    await waitForContent(uri, 'what is typed on', (text) => text.endsWith('全年加强领导，推进工作'));
    await typeText('1,000');
    await waitForContent(uri, 'the number', (text) => text.endsWith('推进工作1,000'));
  });

  it('Enter behind a point brings the next number with its indent, and Enter on it alone ends the list', async () => {
    const editor = await openNewReport(
      '清源镇2024年法治政府建设情况报告\n\n一、主要举措和成效\n　　（一）加强领导。召开会议4次。\n　　（二）规范执法。检查12次',
    );
    const { uri } = editor.document;
    await moveCursor(editor, lineEnd(editor.document, -1));
    await typeText('。');
    await pressEnter();
    await waitForContent(uri, 'the next number', (text) => text.endsWith('检查12次。\n　　（三）'));
    await typeText('深化普法');
    await waitForContent(uri, 'what is typed behind it', (text) => text.endsWith('\n　　（三）深化普法'));
    await typeText('。');
    await pressEnter();
    await waitForContent(uri, 'the number after it', (text) => text.endsWith('\n　　（四）'));
    await pressEnter();
    await waitForContent(uri, 'the end of the list', (text) => text.endsWith('深化普法。\n　　'));
    await typeText('完');
    await waitForContent(uri, 'text where the number was', (text) => text.endsWith('深化普法。\n　　完'));
  });

  it('brings no number that the line below has', async () => {
    const editor = await openNewReport(
      '清源镇2024年法治政府建设情况报告\n\n一、主要举措和成效\n（一）加强领导。召开会议4次。\n（二）规范执法。检查12次。\n',
    );
    const { uri } = editor.document;
    await moveCursor(editor, lineEnd(editor.document, 3));
    await pressEnter();
    await waitForContent(uri, 'an empty line', (text) => text.includes('会议4次。\n\n（二）规范执法'));
  });
});

const pressEnter = () => vscode.commands.executeCommand('type', { text: '\n' });

const editsFor = (document: vscode.TextDocument) =>
  askProviders<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, OPTIONS);

async function format(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('editor.action.formatDocument');
}
