import {
  commands,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  TextEdit,
  Selection,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { Range as PlainRange } from 'vscode-languageserver-types';
import {
  CHECKLIST_EDIT_REQUEST,
  type ChecklistEdit,
  type ChecklistEditParams,
  type DocumentPlace,
} from '../server/protocol/messages/checklist.js';
import type { ClientContext, CommandHandler } from './clientContext.js';
import { editorRange } from './editorRange.js';
import type { ShownChecklist } from './shownChecklist.js';

/** The editor's menu of quick fixes at the caret. */
const QUICK_FIX = 'editor.action.quickFix';

/** What the rows of the checklist do. */
export class ChecklistActions {
  readonly #checker: ClientContext['checker'];
  readonly #say: ClientContext['say'];
  readonly #shown: ShownChecklist;

  constructor({ checker, say }: Pick<ClientContext, 'checker' | 'say'>, shown: ShownChecklist) {
    this.#checker = checker;
    this.#say = say;
    this.#shown = shown;
  }

  /** Puts the caret to where a row leads, or to a place of a document: by row, or by address and range. */
  readonly showPlace: CommandHandler = async (target, given) => {
    const place = given === undefined ? target : { uri: target, range: given };
    if (isPlace(place)) {
      const document = workspace.textDocuments.find(({ uri }) => uri.toString() === place.uri);
      if (document !== undefined) await show(document, place.range);
      return;
    }
    const { document } = this.#shown;
    if (typeof target !== 'string' || document === undefined) return;
    // Since the text moved on, the place may have, too.
    if (!this.#shown.isCurrent) await this.#shown.refresh(document);
    const range = this.#shown.rows.row(target)?.range;
    if (range !== undefined) await show(document, range);
  };

  /** Brings in what a row says is missing, and puts the caret to the first blank of it. */
  readonly insert: CommandHandler = async (id) => {
    await this.#apply(id, true);
  };

  /** Mends what a row tells of; where there is a choice, its user makes it. */
  readonly fix: CommandHandler = async (id) => {
    if (typeof id !== 'string') return;
    if (this.#shown.rows.row(id)?.remedy !== 'choose') {
      await this.#apply(id, false);
      return;
    }
    await this.showPlace(id);
    await commands.executeCommand(QUICK_FIX);
  };

  /** @param isEntered whether its user goes on in what is new. */
  async #apply(id: unknown, isEntered: boolean): Promise<void> {
    const { document } = this.#shown;
    if (typeof id !== 'string' || document === undefined) return;
    const params: ChecklistEditParams = { textDocument: { uri: document.uri.toString() }, id };
    const answer = await this.#checker
      .ask<ChecklistEditParams, ChecklistEdit | null>(CHECKLIST_EDIT_REQUEST, params)
      .catch(() => undefined);
    if (answer === undefined || answer?.version !== document.version) {
      if (answer !== null) void window.showWarningMessage(this.#say('checklist.changed'));
      return;
    }
    // Blanks become places to step through only in the editor in front.
    const editor = isEntered ? await bringToFront(document) : editorOf(document);
    const edit = new WorkspaceEdit();
    edit.set(document.uri, answer.edits.map(toEdit));
    if (!(await workspace.applyEdit(edit))) {
      void window.showWarningMessage(this.#say('checklist.refused'));
      return;
    }
    const first = answer.edits[0]?.range;
    if (editor === undefined || first === undefined) return;
    editor.revealRange(isEntered ? editor.selection : editorRange(first), TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

async function show(document: TextDocument, range: PlainRange): Promise<void> {
  const place = document.validateRange(editorRange(range));
  const editor = await bringToFront(document);
  editor.selection = new Selection(place.start, place.start);
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

const editorOf = (document: TextDocument): TextEditor | undefined =>
  window.visibleTextEditors.find((editor) => editor.document === document);

/** Gives the focus to a document, in the column in which it is seen already: it is not opened a second time beside that. */
function bringToFront(document: TextDocument): Thenable<TextEditor> {
  const column = editorOf(document)?.viewColumn;
  return window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
}

function toEdit(edit: ChecklistEdit['edits'][number]): TextEdit | SnippetTextEdit {
  const range = editorRange(edit.range);
  return 'snippet' in edit ? SnippetTextEdit.replace(range, new SnippetString(edit.snippet.value)) : TextEdit.replace(range, edit.newText);
}

function isPlace(value: unknown): value is DocumentPlace {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string' && 'range' in value;
}
