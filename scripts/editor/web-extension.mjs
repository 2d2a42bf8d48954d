/** A packaged extension for a VS Code for the Web, which takes it as a folder of files. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';

/** What of a package is the extension; the rest is for whoever hands it out. */
const INSIDE = 'extension/';

/** @param {string} extensionsDir @returns {string} the folder for the unpacked extension */
export const unpackedExtension = (extensionsDir) => join(extensionsDir, 'unpacked');

/**
 * @param {string} vsix path of the package
 * @param {string} folder emptied first
 * @returns {Promise<void>}
 * @throws when it is no package
 */
export async function unpackExtension(vsix, folder) {
  const { files } = await JSZip.loadAsync(readFileSync(vsix));
  rmSync(folder, { recursive: true, force: true });
  for (const [name, file] of Object.entries(files)) {
    if (file.dir || !name.startsWith(INSIDE)) continue;
    const target = join(folder, name.slice(INSIDE.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await file.async('uint8array'));
  }
}
