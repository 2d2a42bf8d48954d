/** Modules of TypeScript in the hands of a program that is none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/**
 * What a module exports, as it is in the sources.
 * @param {string} entry path inside the project
 */
export function load(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-load-'));
  try {
    const outfile = join(folder, 'module.cjs');
    buildSync({ entryPoints: [join(PROJECT, entry)], bundle: true, platform: 'node', format: 'cjs', outfile });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
