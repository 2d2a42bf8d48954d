import { CancellationTokenSource, type Disposable, EventEmitter, type TextDocument, type TreeItem } from 'vscode';
import { CHECKLIST_REQUEST, type ChecklistParams, type ChecklistResult } from '../server/protocol/messages/checklist.js';
import type { Checker } from './checker.js';
import { toTreeItem } from './checklistItem.js';
import type { ChecklistSource } from './checklistPlace.js';
import { ChecklistRows, NO_ROWS } from './checklistRows.js';

/** The checklist that is shown: of which document, and what the server says of that. Never older than the text when it is taken over. */
export class ShownChecklist implements ChecklistSource, Disposable {
  readonly #checker: Pick<Checker, 'ask'>;
  readonly #changed = new EventEmitter<string[] | undefined>();
  readonly #taken = new EventEmitter<void>();
  #document: TextDocument | undefined;
  #version = -1;
  #errors = 0;
  #rows = NO_ROWS;
  #asking: CancellationTokenSource | undefined;

  readonly onDidChangeTreeData = this.#changed.event;
  /** Another checklist is shown, or none any more. */
  readonly onDidTake = this.#taken.event;

  constructor(checker: Pick<Checker, 'ask'>) {
    this.#checker = checker;
  }

  /** Whose checklist is shown; undefined while none is. */
  get document(): TextDocument | undefined {
    return this.#document;
  }

  get errors(): number {
    return this.#errors;
  }

  get rows(): ChecklistRows {
    return this.#rows;
  }

  /** Whether it is of the document as that is now. */
  get isCurrent(): boolean {
    return this.#document?.version === this.#version;
  }

  /**
   * Asks for the checklist of a document and shows it, unless the document has moved on meanwhile or another one was asked
   * for. Of what turns out to be no report, nothing is shown.
   */
  async refresh(document: TextDocument): Promise<void> {
    this.#cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    const params: ChecklistParams = { textDocument: { uri: document.uri.toString() } };
    try {
      const result = await this.#checker.ask<ChecklistParams, ChecklistResult | null>(CHECKLIST_REQUEST, params, asking.token);
      if (asking.token.isCancellationRequested || document.isClosed) return;
      if (result === null) this.drop(document);
      else if (result.version === document.version) this.#take(document, result);
    } catch {
      // Without a server, or refused because the text has moved on: then it will tell of the next check.
    } finally {
      if (this.#asking === asking) this.#asking = undefined;
      asking.dispose();
    }
  }

  /** Shows nothing of a document any more. */
  drop(document: TextDocument): void {
    if (document.uri.toString() === this.#document?.uri.toString()) this.clear();
  }

  /** Shows nothing. */
  clear(): void {
    this.#cancel();
    if (this.#document === undefined) return;
    this.#document = undefined;
    this.#errors = 0;
    this.#show(NO_ROWS);
  }

  getChildren(id?: string): string[] {
    return [...this.#rows.childrenOf(id)];
  }

  getParent(id: string): string | undefined {
    return this.#rows.parentOf(id);
  }

  getTreeItem(id: string): TreeItem {
    // The view may still ask for a row that is gone.
    return toTreeItem(this.#rows.row(id) ?? { id, label: '', description: '', tooltip: '', spoken: '', mark: 'good' });
  }

  dispose(): void {
    this.#cancel();
    this.#changed.dispose();
    this.#taken.dispose();
  }

  #take(document: TextDocument, result: ChecklistResult): void {
    this.#document = document;
    this.#version = result.version;
    this.#errors = result.errors;
    this.#show(new ChecklistRows(result));
  }

  #show(rows: ChecklistRows): void {
    const changed = rows.changedSince(this.#rows);
    this.#rows = rows;
    if (changed === undefined) this.#changed.fire(undefined);
    else if (changed.length > 0) this.#changed.fire([...changed]);
    this.#taken.fire();
  }

  #cancel(): void {
    this.#asking?.cancel();
    this.#asking = undefined;
  }
}
