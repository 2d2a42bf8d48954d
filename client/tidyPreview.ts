import { commands, Disposable, languages, TabInputTextDiff, type TextDocument, Uri, window, workspace } from 'vscode';
import { PREVIEW_SCHEME } from './schemes.js';

/** Context key: a preview is open whose changes can be applied. */
const CONTEXT = 'fazhiReport.tidying';

/** Shows what a document would be, beside what it is. One at a time. */
export class TidyPreview implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: Disposable;
  #uri: Uri | undefined;
  #shown = 0;

  constructor() {
    this.#subscriptions = Disposable.from(
      workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, {
        provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
      }),
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some(({ input }) => this.#isShownBy(input))) void this.close();
      }),
    );
  }

  /** @param text what the document would be. */
  async show(document: TextDocument, text: string, title: string): Promise<void> {
    await this.close();
    this.#shown += 1;
    const uri = Uri.from({ scheme: PREVIEW_SCHEME, path: document.uri.path, query: String(this.#shown) });
    this.#uri = uri;
    this.#texts.set(uri.toString(), text);
    // The same language has the same look: lines are wrapped, and no mark has a box round it.
    await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), document.languageId);
    await commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: false });
    await commands.executeCommand('setContext', CONTEXT, true);
  }

  /** Closes what is shown, if anything. */
  async close(): Promise<void> {
    if (this.#uri === undefined) return;
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => this.#isShownBy(input));
    this.#texts.delete(this.#uri.toString());
    this.#uri = undefined;
    await commands.executeCommand('setContext', CONTEXT, false);
    if (tabs.length > 0) await window.tabGroups.close(tabs);
  }

  dispose(): void {
    void this.close();
    this.#subscriptions.dispose();
  }

  #isShownBy(input: unknown): boolean {
    return input instanceof TabInputTextDiff && input.modified.toString() === this.#uri?.toString();
  }
}
