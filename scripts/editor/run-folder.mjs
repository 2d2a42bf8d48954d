/** The temporary folder of one run: everything that the run writes is in it, and goes with it. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What breaks programs that take a path for a URI, a pattern or a word of a shell. There is always a folder of this name above
 * everything that the editor gets, so that no run goes without. (A percent sign before two digits is beyond VS Code itself: it
 * finds no schema of an extension there.) Not on Windows, where the command line of what starts the
 * editor is read by cmd.exe.
 */
export const ODD_NAME = process.platform === 'win32' ? '法治' : '用户 张三#1 100%（试）&+[甲]😀';

/** The workspace where nobody asks for another name. */
const WORKSPACE = '法治政府建设年度报告';

/**
 * @typedef {object} RunFolder
 * @property {string} root give this to `startServer`'s `remove`, so that it goes even when we are killed
 * @property {string} sockets the only short path: those of sockets may have 107 bytes at most
 * @property {string} home holds the rest
 * @property {string} data the server's data
 * @property {string} browser the browser's files
 * @property {string} workspace what the editor opens: copies, so that playing changes no original
 * @property {() => void} remove
 */

/**
 * @param {string | readonly string[]} sources folders whose contents are copied into the workspace, later ones over earlier ones
 * @param {string} [name] of the workspace
 * @returns {RunFolder}
 */
export function createRunFolder(sources, name = WORKSPACE) {
  const root = mkdtempSync(join(tmpdir(), 'fazhi-'));
  const home = join(root, ODD_NAME);
  const workspace = join(home, name);
  mkdirSync(workspace, { recursive: true });
  for (const source of [sources].flat()) {
    if (existsSync(source)) cpSync(source, workspace, { recursive: true });
  }
  return {
    root,
    sockets: join(root, 't'),
    home,
    data: join(home, 'd'),
    browser: join(home, 'b'),
    workspace,
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
