import type { ExtensionContext } from 'vscode';
import { activateClient } from './activate.js';

/** Entry of the extension in Node: desktop, remote and server editors. The server is a process. */
export function activate(context: ExtensionContext): void {
  activateClient(context, async (host) => {
    const { createLanguageClient } = await import('./languageClient.node.js');
    return createLanguageClient(context, host);
  });
}
