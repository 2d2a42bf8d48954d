import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type TextEditor,
  type TreeDataProvider,
  TreeItem,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import { REPORT_LANGUAGE } from './languages.js';

/** Id of the view, as `package.json` contributes it. */
export const CHECKLIST_VIEW = 'fazhiReport.checklist';

/**
 * Context key: somebody's file is in front that is not checked as a report. The editor's own keys for what is in front are not to
 * be trusted outside of an editor: after the last editor was closed they keep telling of it.
 */
const UNCHECKED_CONTEXT = 'fazhiReport.uncheckedInFront';

/** What fills the checklist's place: rows are known by their ids. */
export type ChecklistSource = Required<Pick<TreeDataProvider<string>, 'getChildren' | 'getParent'>> & {
  readonly onDidChangeTreeData: Event<string[] | undefined>;
  getTreeItem(id: string): TreeItem;
};

/**
 * The checklist's place in the side bar. It is there from the start, so that it can be opened before any report is, and empty
 * until something fills it: an empty view shows what `package.json` welcomes with.
 */
export class ChecklistPlace implements Disposable {
  readonly view: TreeView<string>;
  readonly #emitter = new EventEmitter<string[] | undefined>();
  #source: ChecklistSource | undefined;

  constructor() {
    this.view = window.createTreeView<string>(CHECKLIST_VIEW, {
      treeDataProvider: {
        onDidChangeTreeData: this.#emitter.event,
        getChildren: (id) => this.#source?.getChildren(id) ?? [],
        getParent: (id) => this.#source?.getParent(id),
        getTreeItem: (id) => this.#source?.getTreeItem(id) ?? new TreeItem(''),
      },
    });
  }

  /** An editor is in front; its document may have another language than before. */
  follow(editor: TextEditor | undefined, isUserFile: (uri: Uri) => boolean): void {
    const isUnchecked = editor !== undefined && editor.document.languageId !== REPORT_LANGUAGE && isUserFile(editor.document.uri);
    void commands.executeCommand('setContext', UNCHECKED_CONTEXT, isUnchecked);
  }

  /** Shows what a source has, from now on. */
  fill(source: ChecklistSource): Disposable {
    this.#source = source;
    return source.onDidChangeTreeData((ids) => this.#emitter.fire(ids));
  }

  dispose(): void {
    this.view.dispose();
    this.#emitter.dispose();
  }
}
