/** What of the extension's code has been loaded: files that the window has asked for. */
import { askEditor } from './control';
import { extension } from './support';

/** Names of the files in `dist/` that have been loaded. */
export async function loadedParts(): Promise<string[]> {
  const folder = `${extension().extensionUri.path}/dist/`.replaceAll('//', '/');
  const addresses = await askEditor<string[]>('requested', {});
  return addresses
    .map((address) => decodeURIComponent(new URL(address).pathname))
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
}
