import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../server/cli/encoding.js';

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** The text of a file in any encoding that the command line reads; throws where there is none. */
export function readText(file: string): string {
  const decoded = decode(readFileSync(file));
  if (decoded.text === undefined) throw new Error(`${file} cannot be decoded`);
  return decoded.text;
}

/** Files of a folder by name, with their full paths; folders inside are left out. */
export function filesOf(folder: string): { readonly name: string; readonly file: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ name, file: path.join(folder, name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The five real reports. */
export function seeds(): { readonly name: string; readonly file: string }[] {
  return filesOf(path.join(ROOT, 'seeds'));
}
