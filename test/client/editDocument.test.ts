import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextDocument, TextEdit } from 'vscode';
import { editDocument } from '../../client/editDocument.js';

/** What the editor does with an edit: takes it, leaves it as a read-only one does, or refuses it. */
const editor = vi.hoisted(() => ({
  does: 'takes' as 'takes' | 'leaves' | 'refuses',
  visible: [] as unknown[],
  shown: [] as unknown[],
  replaced: [] as unknown[],
}));

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => ({
  window: {
    get visibleTextEditors() {
      return editor.visible;
    },
    showTextDocument: async (document: { version: number }, options: unknown) => {
      editor.shown.push(options);
      return {
        edit: async (fill: (builder: { replace(range: unknown, text: string): void }) => void) => {
          if (editor.does === 'refuses') return false;
          fill({ replace: (...replaced) => void editor.replaced.push(replaced) });
          if (editor.does === 'takes') document.version += 1;
          return true;
        },
      };
    },
  },
}));

const edits = [
  { range: 'here', newText: '四、' },
  { range: 'there', newText: '' },
] as unknown as readonly TextEdit[];

const edit = (): Promise<string> => editDocument({ version: 3 } as unknown as TextDocument, edits);

describe('editing a document', () => {
  beforeEach(() => {
    editor.does = 'takes';
    editor.visible = [];
    editor.shown = [];
    editor.replaced = [];
  });

  it('replaces all in one go, in an editor that does not take the focus', async () => {
    expect(await edit()).toBe('done');
    expect(editor.replaced).toEqual([
      ['here', '四、'],
      ['there', ''],
    ]);
    expect(editor.shown).toEqual([{ preview: false, preserveFocus: true }]);
  });

  it('does so where the document is seen already', async () => {
    const document = { version: 1 } as unknown as TextDocument;
    editor.visible = [
      { document: {}, viewColumn: 1 },
      { document, viewColumn: 2 },
    ];
    await editDocument(document, edits);
    expect(editor.shown).toEqual([{ preview: false, preserveFocus: true, viewColumn: 2 }]);
  });

  it('tells a read-only document by its text, which stays as it is', async () => {
    editor.does = 'leaves';
    expect(await edit()).toBe('readOnly');
  });

  it('tells that it was refused', async () => {
    editor.does = 'refuses';
    expect(await edit()).toBe('refused');
  });
});
