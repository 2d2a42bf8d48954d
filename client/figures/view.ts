import { type ExtensionContext, Uri, type Webview, type WebviewPanel } from 'vscode';
import type { Locale } from '../messages.js';
import { figuresHtml, makeNonce } from './html.js';
import type { FromPanel, ToPanel } from './messages.js';

/** Folder of the extension that the page may load from, and nothing else. */
const PAGE_FOLDER = 'dist';

/** What the page may do. */
export function pageOptions({ extensionUri }: ExtensionContext): { readonly enableScripts: true; readonly localResourceRoots: Uri[] } {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, PAGE_FOLDER)] };
}

/** The panel's page, told things in order once its script runs. */
export class FiguresView {
  readonly panel: WebviewPanel;
  /** The last message of each kind: a page that is made anew is told them again. */
  readonly #told = new Map<ToPanel['type'], ToPanel>();
  #isReady = false;

  /** @param asked hears what the page asks for */
  constructor(panel: WebviewPanel, context: ExtensionContext, locale: Locale, asked: (message: FromPanel) => void) {
    this.panel = panel;
    panel.webview.options = pageOptions(context);
    panel.iconPath = Uri.joinPath(context.extensionUri, 'images/icon.png');
    // A page that was hidden is gone; it says that it is there again.
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#isReady = false;
    });
    panel.webview.onDidReceiveMessage((message: FromPanel) => {
      if (message.type === 'ready') this.#ready();
      else asked(message);
    });
    panel.webview.html = pageOf(panel.webview, context, locale, panel.title);
  }

  /** Tells the page something now, or when its script runs. */
  tell(message: ToPanel): void {
    if (message.type === 'show') this.#told.delete('failed');
    if (message.type === 'failed') this.#told.delete('show');
    this.#told.set(message.type, message);
    if (this.#isReady) void this.panel.webview.postMessage(message);
  }

  #ready(): void {
    this.#isReady = true;
    for (const message of this.#told.values()) void this.panel.webview.postMessage(message);
  }
}

function pageOf(webview: Webview, { extensionUri }: ExtensionContext, locale: Locale, title: string): string {
  const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(extensionUri, PAGE_FOLDER, name)).toString();
  return figuresHtml({
    cspSource: webview.cspSource,
    nonce: makeNonce(),
    script: file('figuresPanel.js'),
    style: file('figuresPanel.css'),
    locale,
    title,
  });
}
