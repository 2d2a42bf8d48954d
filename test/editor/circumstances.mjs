/** What editors are chosen by (choice.mjs), as it is on this machine. */
import { readFileSync } from 'node:fs';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { inProject } from '../../scripts/editor/paths.mjs';

/**
 * How long nothing may arrive. @vscode/test-electron asks twice or thrice, so that a network that swallows everything is given up
 * after half a minute; one that knows no such host is at once.
 */
const PATIENCE_MILLISECONDS = 10_000;

/** @type {import('./choice.mjs').Circumstances} */
export const HERE = Object.freeze({
  env: process.env,
  platform: process.platform,
  oldest: oldestOf(JSON.parse(readFileSync(inProject('package.json'), 'utf8')).engines.vscode),
  download: (version) => downloadAndUnzipVSCode({ version, cachePath: inProject('.vscode-test'), timeout: PATIENCE_MILLISECONDS }),
});

/**
 * @param {string} range of versions, as `engines.vscode` has it: `^1.91.0`
 * @returns {string} its oldest version
 * @throws when it is another kind of range
 */
export function oldestOf(range) {
  const oldest = /^\^(\d+\.\d+\.\d+)$/.exec(range)?.[1];
  if (!oldest) throw new Error(`engines.vscode is not of the form ^1.2.3: ${range}`);
  return oldest;
}
