import { commands, Disposable, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import type { StatusParams } from '../server/protocol/messages.js';
import { ChecklistActions } from './checklistActions.js';
import type { ChecklistPlace } from './checklistPlace.js';
import type { ClientContext, Feature } from './clientContext.js';
import { fileName } from './fileName.js';
import { mayBeReport, REPORT_LANGUAGE } from './languages.js';
import { ShownChecklist } from './shownChecklist.js';

/** Context key: a checklist is shown. */
const SHOWN_CONTEXT = 'fazhiReport.checklistShown';

/** Context key: it is that of the document in front, on which commands without a place work. */
const IN_FRONT_CONTEXT = 'fazhiReport.checklistInFront';

/**
 * The checklist of the report that is written or was written last, beside the text: it follows its checks and the caret.
 *
 * @param place where it is shown.
 */
export function createChecklistView(context: ClientContext, place: ChecklistPlace): Feature {
  const shown = new ShownChecklist(context.checker);
  const view = new ChecklistFollower(context, place.view, shown);
  const actions = new ChecklistActions(context, shown);
  const subscriptions = Disposable.from(
    shown,
    place.fill(shown),
    shown.onDidTake(() => view.taken()),
    context.checker.onStatus((status) => view.checked(status)),
    context.checker.onDidChangeState(() => view.stateChanged()),
    window.onDidChangeActiveTextEditor((editor) => view.follow(editor)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => view.followCaret(textEditor)),
    place.view.onDidChangeVisibility(() => view.visibilityChanged()),
    workspace.onDidCloseTextDocument((document) => view.closed(document)),
  );
  view.follow(window.activeTextEditor);
  return {
    commands: { showPlace: actions.showPlace, insertSection: actions.insert, fixFinding: actions.fix },
    dispose: () => subscriptions.dispose(),
  };
}

/**
 * Leads what happens in the editor to the checklist, and shows what belongs round its rows. While nobody sees the view, only
 * its badge is kept: the rows are asked for when somebody looks.
 */
class ChecklistFollower {
  readonly #context: ClientContext;
  readonly #view: ChecklistPlace['view'];
  readonly #shown: ShownChecklist;
  /** Numbers of errors, by address, as far as the server has told them. */
  readonly #errors = new Map<string, number>();
  /** The report in front, or the last one that was. */
  #report: TextDocument | undefined;
  /** The report whose rows are there. */
  #rowsOf: TextDocument | undefined;
  /** Whether the rows have to be asked for before they are seen. */
  #isStale = false;

  constructor(context: ClientContext, view: ChecklistPlace['view'], shown: ShownChecklist) {
    this.#context = context;
    this.#view = view;
    this.#shown = shown;
  }

  /** Another editor is in front. One that holds no report leaves the last report's checklist in place. */
  follow(editor: TextEditor | undefined): void {
    this.#updateMessage();
    this.#updateContext();
    if (editor === undefined || !mayBeReport(editor.document) || this.#context.checker.state !== 'running') return;
    const { document } = editor;
    const isShown = !this.#isStale && document === this.#shown.document && this.#shown.isCurrent;
    const errors = this.#errors.get(document.uri.toString());
    if (isShown) this.followCaret(editor);
    else if (this.#view.visible || errors === undefined) void this.#shown.refresh(document);
    else this.#putOff(document, errors);
  }

  /** The server has checked a document. */
  checked({ uri, state, counts }: StatusParams): void {
    if (state === 'checked') this.#errors.set(uri, counts.error);
    else this.#errors.delete(uri);
    const document = this.#concerned(uri);
    if (document === undefined) return;
    if (state !== 'checked') this.#leave(document);
    else if (this.#view.visible) void this.#shown.refresh(document);
    else this.#putOff(document, counts.error);
  }

  /** The view can be seen, or cannot be any more. */
  visibilityChanged(): void {
    if (!this.#view.visible) return;
    if (this.#isStale && this.#report !== undefined) void this.#shown.refresh(this.#report);
    this.followCaret(window.activeTextEditor);
  }

  /** A document is gone, or about to have another language. */
  closed(document: TextDocument): void {
    this.#errors.delete(document.uri.toString());
    this.#leave(document);
  }

  /** The server came or went. */
  stateChanged(): void {
    const { state } = this.#context.checker;
    if (state === 'failed') {
      this.#errors.clear();
      this.#shown.clear();
      if (this.#report !== undefined) this.#leave(this.#report);
    }
    if (state === 'running') this.follow(window.activeTextEditor);
    this.#updateMessage();
  }

  /** Another checklist is there. */
  taken(): void {
    const { document, errors } = this.#shown;
    // Rows that go may be those of another report than the one in front, whose rows wait to be seen.
    if (document !== undefined || this.#report === this.#rowsOf) {
      this.#report = document;
      this.#isStale = false;
      this.#showBadge(errors);
    }
    this.#rowsOf = document;
    this.#view.description = document === undefined ? '' : fileName(document.uri);
    this.#updateMessage();
    this.#updateContext();
    this.followCaret(window.activeTextEditor);
  }

  /** Selects the part of the report that the caret is in, where the view is seen; the focus stays where it is. */
  followCaret(editor: TextEditor | undefined): void {
    if (!this.#view.visible || editor === undefined || editor.document !== this.#shown.document) return;
    const { rows } = this.#shown;
    const { line } = editor.selection.active;
    // Who came here from a finding still sees which one it was.
    if (this.#view.selection.some((id) => rows.isAbout(id, line))) return;
    const part = rows.partAt(line);
    if (part === undefined) return;
    // It fails where the row is gone by now.
    this.#view.reveal(part, { select: true, focus: false, expand: false }).then(undefined, () => undefined);
  }

  /** Has the rows of a report wait until somebody sees them. */
  #putOff(document: TextDocument, errors: number): void {
    this.#report = document;
    this.#isStale = true;
    this.#showBadge(errors);
  }

  /** Shows nothing of a document any more. */
  #leave(document: TextDocument): void {
    const uri = document.uri.toString();
    this.#shown.drop(document);
    if (this.#report?.uri.toString() !== uri) return;
    this.#report = undefined;
    this.#showBadge(0);
  }

  #showBadge(errors: number): void {
    this.#view.badge = errors === 0 ? undefined : { value: errors, tooltip: this.#context.say('checklist.errors', errors) };
  }

  #updateContext(): void {
    const { document } = this.#shown;
    const isInFront = document !== undefined && document === window.activeTextEditor?.document;
    void commands.executeCommand('setContext', SHOWN_CONTEXT, document !== undefined);
    void commands.executeCommand('setContext', IN_FRONT_CONTEXT, isInFront);
  }

  /** Why there are no rows yet; without a report the editor shows what `package.json` welcomes with. */
  #updateMessage(): void {
    const { checker, say } = this.#context;
    const document = window.activeTextEditor?.document;
    const isAwaited = this.#shown.document === undefined && document?.languageId === REPORT_LANGUAGE;
    const message = checker.state === 'failed' ? say('status.stopped') : say('status.checking');
    const wanted = isAwaited ? message : '';
    if ((this.#view.message ?? '') !== wanted) this.#view.message = wanted;
  }

  /** The document of this address where its check changes what is to be seen: it is in front, or was the last report that was. */
  #concerned(uri: string): TextDocument | undefined {
    return [window.activeTextEditor?.document, this.#report].find((document) => document?.uri.toString() === uri);
  }
}
