import type { ExtensionContext } from 'vscode';
import { activateClient } from './activate.js';
import { isLocked } from './lockedFile.node.js';

/** Entry of the extension in Node: desktop, remote and server editors. The server is a process. */
export function activate(context: ExtensionContext): void {
  activateClient(context, {
    createClient: async (host) => (await import('./languageClient.node.js')).createLanguageClient(context, host),
    loadFeatures: () => import('./reportFeatures.js'),
    isLocked,
  });
}
