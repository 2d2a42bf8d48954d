import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CancellationToken, TextDocument } from 'vscode';
import { ShownChecklist } from '../../client/shownChecklist.js';
import { CHECKLIST_REQUEST, type ChecklistResult, type ChecklistRow } from '../../server/protocol/messages/checklist.js';

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', async () => (await import('./fake-checklist-editor.js')).EDITOR);

interface Question {
  readonly method: string;
  readonly params: unknown;
  readonly token: CancellationToken | undefined;
  readonly answer: (result: ChecklistResult | null) => Promise<void>;
  readonly fail: () => Promise<void>;
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let questions: Question[];
let shown: ShownChecklist;
let changes: (string[] | undefined)[];

const row = (id: string, more: Partial<ChecklistRow> = {}): ChecklistRow => ({
  id,
  label: id,
  description: 'd',
  tooltip: 't',
  spoken: `${id}，好`,
  mark: 'good',
  ...more,
});

const result = (version: number, ...rows: ChecklistRow[]): ChecklistResult => ({ version, rows, errors: 2 });

const documentOf = (uri: string, version = 1) => {
  const document = { uri: { toString: () => uri }, version, isClosed: false };
  return { document: document as unknown as TextDocument, edit: () => void document.version++, close: () => (document.isClosed = true) };
};

const question = (index: number): Question => {
  const found = questions[index];
  if (found === undefined) throw new Error(`question ${index} was not asked`);
  return found;
};

beforeEach(() => {
  questions = [];
  changes = [];
  shown = new ShownChecklist({
    ask: <Params, Result>(method: string, params: Params, token?: CancellationToken) =>
      new Promise<Result>((resolve, reject) => {
        questions.push({
          method,
          params,
          token,
          answer: (given) => {
            resolve(given as Result);
            return settle();
          },
          fail: () => {
            reject(new Error('content modified'));
            return settle();
          },
        });
      }),
  });
  shown.onDidChangeTreeData((ids) => changes.push(ids));
});

describe('the checklist that is shown', () => {
  it('is what the server says of the document', async () => {
    const { document } = documentOf('file:///a.txt');
    void shown.refresh(document);
    expect(question(0)).toMatchObject({ method: CHECKLIST_REQUEST, params: { textDocument: { uri: 'file:///a.txt' } } });
    await question(0).answer(result(1, row('title'), row('group', { children: [row('one')] })));
    expect(shown.document).toBe(document);
    expect(shown.errors).toBe(2);
    expect(shown.getChildren()).toEqual(['title', 'group']);
    expect(shown.getChildren('group')).toEqual(['one']);
    expect(shown.getParent('one')).toBe('group');
    expect(changes).toEqual([undefined]);
  });

  it('changes no more than what is different', async () => {
    const { document, edit } = documentOf('file:///a.txt');
    void shown.refresh(document);
    await question(0).answer(result(1, row('title'), row('year')));
    edit();
    void shown.refresh(document);
    await question(1).answer(result(2, row('title'), row('year', { mark: 'error' })));
    edit();
    void shown.refresh(document);
    await question(2).answer(result(3, row('title'), row('year', { mark: 'error' })));
    expect(changes).toEqual([undefined, ['year']]);
  });

  it('is never older than the text when it is taken over', async () => {
    const { document, edit } = documentOf('file:///a.txt');
    void shown.refresh(document);
    edit();
    await question(0).answer(result(1, row('title')));
    expect(shown.document).toBeUndefined();
    void shown.refresh(document);
    await question(1).answer(result(2, row('title')));
    expect(shown.isCurrent).toBe(true);
    edit();
    expect(shown.isCurrent).toBe(false);
  });

  it('is that of the document asked for last', async () => {
    const one = documentOf('file:///a.txt');
    const two = documentOf('file:///b.txt');
    void shown.refresh(one.document);
    void shown.refresh(two.document);
    expect(question(0).token?.isCancellationRequested).toBe(true);
    await question(1).answer(result(1, row('two')));
    await question(0).answer(result(1, row('one')));
    expect(shown.document).toBe(two.document);
    expect(shown.getChildren()).toEqual(['two']);
  });

  it('stays while a question is refused, or a file that is no report is asked about', async () => {
    const { document } = documentOf('file:///a.txt');
    void shown.refresh(document);
    await question(0).answer(result(1, row('title')));
    void shown.refresh(document);
    await question(1).fail();
    const other = documentOf('file:///b.md');
    void shown.refresh(other.document);
    await question(2).answer(null);
    expect(shown.getChildren()).toEqual(['title']);
  });

  it('goes when its document is closed, or is no report any more', async () => {
    const { document, close } = documentOf('file:///a.txt');
    void shown.refresh(document);
    await question(0).answer(result(1, row('title')));
    shown.drop(documentOf('file:///b.txt').document);
    expect(shown.document).toBe(document);
    void shown.refresh(document);
    await question(1).answer(null);
    expect(shown.document).toBeUndefined();
    expect(shown.errors).toBe(0);
    void shown.refresh(document);
    close();
    await question(2).answer(result(1, row('title')));
    expect(shown.document).toBeUndefined();
  });
});

describe('a row', () => {
  const itemOf = async (one: ChecklistRow) => {
    const { document } = documentOf('file:///a.txt');
    void shown.refresh(document);
    await question(questions.length - 1).answer(result(1, one));
    return shown.getTreeItem(one.id);
  };
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } };

  it('tells a screen reader what it says, and leads to its place', async () => {
    expect(await itemOf(row('title', { range, remedy: 'insert', mark: 'error' }))).toMatchObject({
      id: 'title',
      description: 'd',
      accessibilityInformation: { label: 'title，好' },
      collapsibleState: 0,
      contextValue: 'insert',
      iconPath: { id: 'error' },
      command: { command: 'fazhiReport.showPlace', arguments: ['title'] },
    });
  });

  it('that is a group is open, or closed where that is wanted', async () => {
    expect(await itemOf(row('group', { children: [] }))).toMatchObject({ collapsibleState: 2 });
    expect(await itemOf(row('group', { children: [], closed: true }))).toMatchObject({ collapsibleState: 1 });
  });

  it('for all the rest leads to the list of problems', async () => {
    expect((await itemOf(row('rest', { isRest: true }))).command?.command).toBe('workbench.actions.view.problems');
  });

  it('that is gone has no words', () => {
    expect(shown.getTreeItem('gone').label).toBe('');
  });
});
