/** Code that the build compiles for the command line. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, PROJECT } from './esbuild-options.mjs';

/**
 * Lets the command line compile itself on the sample reports and keeps that beside the bundle, so that the first start from
 * this folder is as fast as the second. It fits this very version of Node only; packages leave it out.
 */
export function keepCompiled() {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-build-'));
  try {
    for (const name of readdirSync(DIST)) if (name.endsWith('.cache')) rmSync(join(DIST, name));
    const env = { ...process.env, NODE_COMPILE_CACHE: folder, NODE_DISABLE_COMPILE_CACHE: '' };
    spawnSync(process.execPath, ['dist/cli.js', 'check', '--jobs', '1', '--format', 'json', 'seeds'], {
      cwd: PROJECT,
      env,
      stdio: 'ignore',
    });
    for (const name of readdirSync(`${folder}/fazhi-report`)) copyFileSync(`${folder}/fazhi-report/${name}`, join(DIST, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
