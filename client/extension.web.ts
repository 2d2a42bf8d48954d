import type { ExtensionContext } from 'vscode';
import { activateClient } from './activate.js';
import { loadPart } from './loadPart.web.js';

/** Entry of the extension in a browser. The server is a worker. */
export function activate(context: ExtensionContext): void {
  const { extensionUri } = context;
  activateClient(context, {
    createClient: async (host) => {
      const { createLanguageClient } = await loadPart<typeof import('./languageClient.web.js')>(extensionUri, 'languageClient.web.js');
      return createLanguageClient(context, host);
    },
    loadFeatures: () => loadPart<typeof import('./reportFeatures.js')>(extensionUri, 'reportFeatures.js'),
    // Files of a browser's file systems have no permissions.
    isLocked: async () => false,
  });
}
