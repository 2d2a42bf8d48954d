/** The temporary folder of one run: everything that the run writes is in it, and goes with it. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} RunFolder
 * @property {string} root give this to `startServer`'s `remove`, so that it goes even when we are killed
 * @property {string} data the server's data
 * @property {string} browser the browser's files
 * @property {string} workspace what the editor opens: copies, so that playing changes no original
 * @property {() => void} remove
 */

/**
 * @param {...string} sources folders whose contents are copied into the workspace, later ones over earlier ones
 * @returns {RunFolder}
 */
export function createRunFolder(...sources) {
  // A short path: sockets live below it, and their paths may have 107 bytes at most.
  const root = mkdtempSync(join(tmpdir(), 'fazhi-'));
  const workspace = join(root, '法治政府建设年度报告');
  mkdirSync(workspace);
  for (const source of sources) {
    if (existsSync(source)) cpSync(source, workspace, { recursive: true });
  }
  return {
    root,
    data: join(root, 'd'),
    browser: join(root, 'b'),
    workspace,
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
