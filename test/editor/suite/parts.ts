/** What of the extension's code has been loaded: modules of the extension host, which is this process. */
import { extension } from './support';

/** Names of the files in `dist/` that have been loaded. */
export async function loadedParts(): Promise<string[]> {
  const { fsPath } = extension().extensionUri;
  return Object.keys(require.cache)
    .filter((path) => path.startsWith(fsPath))
    .map((path) => path.replace(/^.*[\\/]/, ''));
}
