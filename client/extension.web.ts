import type { ExtensionContext } from 'vscode';
import { activateClient } from './activate.js';

/** Entry of the extension in a browser. The server is a worker. */
export function activate(context: ExtensionContext): void {
  activateClient(context, async (host) => {
    const { createLanguageClient } = await import('./languageClient.web.js');
    return createLanguageClient(context, host);
  });
}
