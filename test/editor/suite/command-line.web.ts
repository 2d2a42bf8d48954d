/** What the command line says of a file, asked of Node from a browser: the yardstick for what the editor shows. */
import { type Uri, workspace } from 'vscode';
import type { JsonFile } from '../../../server/cli/json-file.js';
import { askEditor } from './control';

/** Runs `fazhi-report check --format json` on a copy of one file, which no project file governs. @throws when it cannot be checked */
export async function checkOnCommandLine(uri: Uri, ...options: readonly string[]): Promise<JsonFile> {
  const bytes = [...(await workspace.fs.readFile(uri))];
  return askEditor('check', { name: uri.path.slice(uri.path.lastIndexOf('/') + 1), bytes, options });
}
