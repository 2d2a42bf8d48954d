import type { TextDocument } from 'vscode';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Recognition, type RecognitionHost } from '../../client/recognition.js';
import { asTextDocument, changeAt, type FakeDocument, fakeDocument } from './fake-document.js';

const REPORT = '宁河镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n';
const HEAD = 100;

/** An editor in which switching a document's language does what it does in VS Code: the same document is opened anew. */
class FakeEditor implements RecognitionHost {
  readonly headLength = HEAD;
  switchedOn = true;
  readonly looks: string[] = [];
  readonly switched: string[] = [];
  readonly unrecognizedOnes: string[] = [];
  checkerNeeded = 0;
  readonly recognition = new Recognition(this);

  isUserDocument(document: TextDocument): boolean {
    return document.uri.scheme !== 'git';
  }

  isSwitchedOn(): boolean {
    return this.switchedOn;
  }

  looksLikeReport(document: TextDocument): boolean {
    this.looks.push(document.uri.toString());
    return (document as unknown as FakeDocument).text.includes('法治政府建设情况报告');
  }

  switchToReport(document: TextDocument): void {
    this.switched.push(document.uri.toString());
    this.setLanguage(document, 'fazhi-report');
  }

  unrecognized(document: TextDocument): void {
    this.unrecognizedOnes.push(document.uri.toString());
  }

  needChecker(): void {
    this.checkerNeeded++;
  }

  open(uri: string, text: string, languageId?: string): TextDocument {
    const document = asTextDocument(fakeDocument(uri, text, languageId));
    this.recognition.opened(document);
    return document;
  }

  setLanguage(document: TextDocument, languageId: string): void {
    this.recognition.closed(document);
    (document as unknown as FakeDocument).languageId = languageId;
    this.recognition.opened(document);
  }

  edit(document: TextDocument, text: string, offset: number): void {
    (document as unknown as FakeDocument).text = text;
    this.recognition.changed(changeAt(document, offset));
  }

  close(document: TextDocument): void {
    this.recognition.closed(document);
    (document as unknown as FakeDocument).isClosed = true;
  }
}

let editor: FakeEditor;

beforeEach(() => {
  vi.useFakeTimers();
  editor = new FakeEditor();
});

afterEach(() => vi.useRealTimers());

describe('opening', () => {
  it('switches plain text that is a report and asks for the checker', () => {
    const document = editor.open('file:///a.txt', REPORT);
    expect(document.languageId).toBe('fazhi-report');
    expect(editor.checkerNeeded).toBe(1);
  });

  it('leaves other plain text alone and starts nothing', () => {
    expect(editor.open('file:///a.txt', '会议通知\n').languageId).toBe('plaintext');
    expect(editor.checkerNeeded).toBe(0);
  });

  it('asks for the checker for a report in Markdown but keeps its language', () => {
    expect(editor.open('file:///a.md', REPORT, 'markdown').languageId).toBe('markdown');
    expect(editor.checkerNeeded).toBe(1);
    editor.open('file:///b.md', '# readme', 'markdown');
    expect(editor.checkerNeeded).toBe(1);
  });

  it('does not even look at other languages and at texts of the editor', () => {
    editor.open('file:///a.ts', REPORT, 'typescript');
    editor.open('git:///a.txt', REPORT);
    expect(editor.looks).toEqual([]);
  });

  it('tells of plain text that it did not recognise, when it is opened and not while it is written', () => {
    const document = editor.open('file:///a.txt', '会议通知\n');
    editor.edit(document, '会议通知。\n', 4);
    vi.runAllTimers();
    editor.open('file:///b.txt', REPORT);
    editor.open('file:///c.md', '# readme', 'markdown');
    editor.open('git:///d.txt', '会议通知\n');
    expect(editor.unrecognizedOnes).toEqual(['file:///a.txt']);
  });

  it('looks once', () => {
    editor.open('file:///a.txt', '会议通知\n');
    vi.runAllTimers();
    expect(editor.looks).toEqual(['file:///a.txt']);
  });

  it('does nothing to plain text when the setting is off', () => {
    editor.switchedOn = false;
    const document = editor.open('file:///a.txt', REPORT);
    expect(document.languageId).toBe('plaintext');
    expect(editor.looks).toEqual([]);
    expect(editor.recognition.whyUnchecked(document)).toBe('switched-off');
  });
});

describe('writing', () => {
  it('recognises a text that grows into a report, once it rests', () => {
    const document = editor.open('untitled:Untitled-1', '');
    editor.edit(document, '宁河镇2024年度法治政府', 0);
    vi.advanceTimersByTime(100);
    editor.edit(document, REPORT, 10);
    vi.advanceTimersByTime(100);
    expect(document.languageId).toBe('plaintext');
    vi.advanceTimersByTime(300);
    expect(document.languageId).toBe('fazhi-report');
    expect(editor.looks).toHaveLength(2);
  });

  it('does not look again after edits further down', () => {
    const document = editor.open('file:///a.txt', 'x'.repeat(1000));
    editor.edit(document, 'y'.repeat(1000), HEAD);
    vi.runAllTimers();
    expect(editor.looks).toHaveLength(1);
  });

  it('does not look at edits of other languages', () => {
    const document = editor.open('file:///a.ts', '', 'typescript');
    editor.edit(document, REPORT, 0);
    vi.runAllTimers();
    expect(editor.looks).toEqual([]);
  });

  it('forgets a document that is closed before it rests', () => {
    const document = editor.open('untitled:Untitled-1', '');
    editor.edit(document, REPORT, 0);
    editor.close(document);
    vi.runAllTimers();
    expect(editor.switched).toEqual([]);
  });

  it('leaves no timer behind when it ends', () => {
    editor.edit(editor.open('untitled:Untitled-1', ''), REPORT, 0);
    editor.recognition.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the user sets the language back', () => {
  it('does not switch the document again: not on edits, not when it is opened again', () => {
    const document = editor.open('file:///a.txt', REPORT);
    editor.setLanguage(document, 'plaintext');
    expect(document.languageId).toBe('plaintext');
    expect(editor.recognition.whyUnchecked(document)).toBe('chosen-by-user');
    editor.edit(document, `${REPORT}。`, 0);
    vi.runAllTimers();
    editor.close(document);
    const again = editor.open('file:///a.txt', REPORT);
    expect(again.languageId).toBe('plaintext');
    expect(editor.recognition.whyUnchecked(again)).toBe('chosen-by-user');
    expect(editor.switched).toEqual(['file:///a.txt']);
  });

  it('checks it again once the user wants that', () => {
    const document = editor.open('file:///a.txt', REPORT);
    editor.setLanguage(document, 'plaintext');
    editor.setLanguage(document, 'fazhi-report');
    editor.close(document);
    expect(editor.open('file:///a.txt', REPORT).languageId).toBe('fazhi-report');
  });

  it('recognises a new unsaved document that bears the name of an earlier one', () => {
    const document = editor.open('untitled:Untitled-1', REPORT);
    editor.setLanguage(document, 'plaintext');
    editor.close(document);
    expect(editor.open('untitled:Untitled-1', REPORT).languageId).toBe('fazhi-report');
  });

  it('takes any other language as it is', () => {
    const document = editor.open('file:///a.txt', REPORT);
    editor.setLanguage(document, 'latex');
    expect(document.languageId).toBe('latex');
  });
});

it('says why a text that is no report is not checked', () => {
  expect(editor.recognition.whyUnchecked(editor.open('file:///a.txt', '会议通知'))).toBe('no-report');
});
