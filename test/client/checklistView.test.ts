import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextDocument } from 'vscode';
import type { ChecklistPlace, ChecklistSource } from '../../client/checklistPlace.js';
import { createChecklistView } from '../../client/checklistView.js';
import type { ClientContext, Feature } from '../../client/clientContext.js';
import { createSay } from '../../client/messages.js';
import { Emitter, fake } from './fake-checklist-editor.js';
import { CHECKLIST_REQUEST, type ChecklistEdit, type ChecklistResult } from '../../server/protocol/messages/checklist.js';

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', async () => (await import('./fake-checklist-editor.js')).EDITOR);

const say = createSay(() => 'zh-CN');
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const place = (first: number, last = first) => ({ start: { line: first, character: 0 }, end: { line: last, character: 4 } });
const row = (id: string, more: object = {}) => ({
  id,
  label: id,
  description: '',
  tooltip: '',
  spoken: id,
  mark: 'good' as const,
  ...more,
});
const ROWS = [
  row('section:measures', { range: place(3), extents: [{ first: 3, last: 9 }] }),
  row('section:duties', { remedy: 'insert' }),
  row('group:error', { children: [row('safe', { range: place(5), remedy: 'fix' }), row('choice', { range: place(7), remedy: 'choose' })] }),
];

let checkerState: string;
let status: Emitter<object>;
let stateChanged: Emitter<void>;
let visibilityChanged: Emitter<void>;
let answerEdit: () => ChecklistEdit | null;
let asked: string[];
let view: {
  visible: boolean;
  selection: string[];
  message?: string;
  description?: string;
  badge?: { value: number; tooltip: string } | undefined;
  revealed: string[];
};
let source: ChecklistSource | undefined;
let feature: Feature;

function editorOf(path: string, languageId = 'fazhi-report') {
  const document = {
    uri: { path, toString: () => `file://${path}` },
    languageId,
    version: 1,
    isClosed: false,
    validateRange: (range: unknown) => range,
  };
  return { document, selection: { active: { line: 0 } } as { active: { line: number } | undefined }, revealRange: () => undefined };
}

beforeEach(() => {
  fake.reset();
  checkerState = 'running';
  status = new Emitter();
  stateChanged = new Emitter();
  visibilityChanged = new Emitter();
  asked = [];
  answerEdit = () => ({ version: 1, edits: [{ range: place(5), newText: '对' }] });
  view = { visible: true, selection: [], revealed: [] };
  source = undefined;
  const checker = {
    get state() {
      return checkerState;
    },
    onStatus: status.event,
    onDidChangeState: stateChanged.event,
    ask: async (method: string, { textDocument }: { textDocument: { uri: string } }): Promise<ChecklistResult | ChecklistEdit | null> => {
      asked.push(textDocument.uri);
      if (method !== CHECKLIST_REQUEST) return answerEdit();
      const version = (fake.active as { document: { version: number } } | undefined)?.document.version ?? 1;
      return textDocument.uri.endsWith('.md') ? null : { version, rows: ROWS, errors: 1 };
    },
  };
  const filled = {
    view: Object.assign(view, {
      reveal: async (id: string) => void view.revealed.push(id),
      onDidChangeVisibility: visibilityChanged.event,
    }),
    fill: (given: ChecklistSource) => {
      source = given;
      return { dispose: () => undefined };
    },
  };
  feature = createChecklistView({ checker, say } as unknown as ClientContext, filled as unknown as ChecklistPlace);
});

afterEach(() => feature.dispose());

/** Brings an editor to the front. */
async function show(editor: ReturnType<typeof editorOf>): Promise<ReturnType<typeof editorOf>> {
  fake.active = editor;
  fake.activeChanged.fire(editor);
  await settle();
  return editor;
}

describe('the view', () => {
  it('shows the report in front, with its name and its errors', async () => {
    await show(editorOf('/镇/a.txt'));
    expect(source?.getChildren(undefined)).toEqual(['section:measures', 'section:duties', 'group:error']);
    expect(view).toMatchObject({ description: 'a.txt', badge: { value: 1, tooltip: '1 处错误' }, message: '' });
    expect(fake.commands).toContainEqual(['setContext', 'fazhiReport.checklistInFront', true]);
  });

  it('keeps it while something else is in front, and asks nothing of that', async () => {
    await show(editorOf('/a.txt'));
    await show(editorOf('/b.json', 'json'));
    await show(editorOf('/notes.md', 'markdown'));
    expect(asked).toEqual(['file:///a.txt', 'file:///notes.md']);
    expect(view.description).toBe('a.txt');
    expect(fake.commands.at(-1)).toEqual(['setContext', 'fazhiReport.checklistInFront', false]);
  });

  it('follows the checks of what it shows, and of nothing else', async () => {
    const editor = await show(editorOf('/a.txt'));
    editor.document.version = 2;
    status.fire({ uri: 'file:///a.txt', version: 2, state: 'checked', counts: { error: 1 } });
    status.fire({ uri: 'file:///other.txt', version: 1, state: 'checked', counts: { error: 0 } });
    await settle();
    expect(asked).toEqual(['file:///a.txt', 'file:///a.txt']);
    status.fire({ uri: 'file:///a.txt', version: 3, state: 'not-a-report', counts: { error: 0 } });
    expect(view.badge).toBeUndefined();
    expect(source?.getChildren(undefined)).toEqual([]);
  });

  it('asks for no rows while nobody sees them, and keeps its badge', async () => {
    const editor = await show(editorOf('/a.txt'));
    view.visible = false;
    for (const version of [2, 3]) {
      editor.document.version = version;
      status.fire({ uri: 'file:///a.txt', version, state: 'checked', counts: { error: version + 10 } });
      await settle();
    }
    expect(asked).toHaveLength(1);
    expect(view.badge?.value).toBe(13);
    view.visible = true;
    visibilityChanged.fire();
    await settle();
    expect(asked).toHaveLength(2);
    expect(view.badge?.value).toBe(1);
  });

  it('has the badge of the report in front, seen or not', async () => {
    view.visible = false;
    const one = await show(editorOf('/a.txt'));
    status.fire({ uri: 'file:///b.txt', version: 1, state: 'checked', counts: { error: 5 } });
    await show(editorOf('/b.txt'));
    expect(asked).toEqual(['file:///a.txt']);
    expect(view.badge?.value).toBe(5);
    fake.closed.fire(one.document);
    expect(view.badge?.value).toBe(5);
    status.fire({ uri: 'file:///b.txt', version: 2, state: 'not-a-report', counts: { error: 0 } });
    expect(view.badge).toBeUndefined();
  });

  it('goes with its document', async () => {
    const { document } = await show(editorOf('/a.txt'));
    fake.closed.fire(document as unknown as TextDocument);
    expect(source?.getChildren(undefined)).toEqual([]);
  });

  it('says why there is nothing yet', async () => {
    checkerState = 'starting';
    await show(editorOf('/a.txt'));
    expect(asked).toEqual([]);
    expect(view.message).toBe('正在检查…');
    checkerState = 'failed';
    stateChanged.fire();
    expect(view.message).toBe('检查服务未运行');
    checkerState = 'running';
    stateChanged.fire();
    await settle();
    expect(view.message).toBe('');
    expect(view.description).toBe('a.txt');
  });

  it('shows nothing that a server that is gone has said', async () => {
    await show(editorOf('/a.txt'));
    checkerState = 'failed';
    stateChanged.fire();
    expect(source?.getChildren(undefined)).toEqual([]);
    expect(view.message).toBe('检查服务未运行');
  });
});

describe('the caret', () => {
  const moveTo = (editor: ReturnType<typeof editorOf>, line: number): void => {
    editor.selection = { active: { line } };
    fake.caretMoved.fire({ textEditor: editor });
  };

  it('has the part that it stands in selected', async () => {
    const editor = await show(editorOf('/a.txt'));
    moveTo(editor, 4);
    expect(view.revealed).toEqual(['section:measures']);
    moveTo(editor, 20);
    expect(view.revealed).toHaveLength(1);
  });

  it('leaves the row selected that led to it', async () => {
    const editor = await show(editorOf('/a.txt'));
    view.selection = ['safe'];
    moveTo(editor, 5);
    expect(view.revealed).toEqual([]);
    moveTo(editor, 6);
    expect(view.revealed).toEqual(['section:measures']);
  });

  it('is not followed where nobody sees it, nor in another file', async () => {
    const editor = await show(editorOf('/a.txt'));
    moveTo(editorOf('/other.txt'), 4);
    view.visible = false;
    moveTo(editor, 4);
    expect(view.revealed).toEqual([]);
  });
});

describe('a remedy', () => {
  it('is applied to the version that it was made for', async () => {
    await show(editorOf('/a.txt'));
    await feature.commands.fixFinding?.('safe');
    expect(fake.applied).toEqual([[expect.objectContaining({ newText: '对' })]]);
    expect(fake.warnings).toEqual([]);
  });

  it('is not applied to any other version, and its user is told', async () => {
    await show(editorOf('/a.txt'));
    answerEdit = () => ({ version: 7, edits: [{ range: place(5), newText: '对' }] });
    await feature.commands.fixFinding?.('safe');
    expect(fake.applied).toEqual([]);
    expect(fake.warnings).toEqual([say('checklist.changed')]);
  });

  it('that is gone does nothing, and one that the editor refuses is told of', async () => {
    await show(editorOf('/a.txt'));
    answerEdit = () => null;
    await feature.commands.insertSection?.('section:duties');
    expect([fake.applied, fake.warnings]).toEqual([[], []]);
    answerEdit = () => ({ version: 1, edits: [{ range: place(5), newText: '对' }] });
    fake.accepts = false;
    await feature.commands.fixFinding?.('safe');
    expect(fake.warnings).toEqual([say('checklist.refused')]);
  });

  it('with a choice opens the editor’s menu at the place', async () => {
    const editor = await show(editorOf('/a.txt'));
    await feature.commands.fixFinding?.('choice');
    expect(editor.selection).toMatchObject({ active: { line: 7 } });
    expect(fake.commands.at(-1)).toEqual(['editor.action.quickFix']);
    expect(fake.applied).toEqual([]);
  });

  it('inserts blanks as a snippet', async () => {
    await show(editorOf('/a.txt'));
    answerEdit = () => ({ version: 1, edits: [{ range: place(5), snippet: { kind: 'snippet', value: '____' } }] });
    await feature.commands.insertSection?.('section:duties');
    expect(fake.applied).toEqual([[expect.objectContaining({ snippet: { value: '____' } })]]);
  });

  it('needs a checklist, and a row', async () => {
    await feature.commands.fixFinding?.('safe');
    await feature.commands.insertSection?.('section:duties');
    await feature.commands.showPlace?.('safe');
    await show(editorOf('/a.txt'));
    await feature.commands.insertSection?.(undefined);
    expect([fake.applied, fake.warnings, asked.length]).toEqual([[], [], 1]);
  });
});

it('asks anew where a place leads when the text has moved on', async () => {
  const editor = await show(editorOf('/a.txt'));
  editor.document.version = 2;
  await feature.commands.showPlace?.('safe');
  expect(asked).toHaveLength(2);
  expect(editor.selection).toMatchObject({ active: { line: 5 } });
});
