import type { ExtensionContext } from 'vscode';
import { activateClient } from './activate.js';
import type { CreateClient } from './languageClient.js';
import { isLocked } from './lockedFile.node.js';

/** Entry of the extension in Node: desktop, remote and server editors. The server is a process. */
export function activate(context: ExtensionContext): void {
  const create: CreateClient = async (host) => {
    const { createLanguageClient } = await import('./languageClient.node.js');
    return createLanguageClient(context, host);
  };
  activateClient(context, create, isLocked);
}
