/** What the command line says of a text, under no project file: the yardstick for an editor that has no Node. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGuarded } from './guarded.mjs';
import { inProject } from './paths.mjs';

/**
 * @param {string} name of the file, without folder
 * @param {Uint8Array} bytes
 * @param {readonly string[]} options of `fazhi-report check`
 * @returns {Promise<unknown>} the file's part of `--format json`
 * @throws when it cannot be checked
 */
export async function checkOnCommandLine(name, bytes, options) {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-check-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { stdout, stderr } = await runGuarded(process.execPath, [
      inProject('dist/cli.js'),
      'check',
      '--format=json',
      '--no-config',
      ...options,
      file,
    ]);
    const [checked] = stdout === '' ? [] : JSON.parse(stdout).files;
    if (!checked) throw new Error(`fazhi-report check ${name}: ${stderr}${stdout}`);
    return checked;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
