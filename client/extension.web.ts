import type { ExtensionContext } from 'vscode';
import { activateClient } from './activate.js';
import type { CreateClient } from './languageClient.js';

/** Entry of the extension in a browser. The server is a worker. */
export function activate(context: ExtensionContext): void {
  const create: CreateClient = async (host) => {
    const { createLanguageClient } = await import('./languageClient.web.js');
    return createLanguageClient(context, host);
  };
  // Files of a browser's file systems have no permissions.
  activateClient(context, create, async () => false);
}
