/**
 * Program: how well the checker finds what it must and leaves alone what it should.
 *
 *   npm run quality                     a table, a line a rule
 *   npm run quality -- --help           all options
 *
 * Bundles test/quality (TypeScript) into a temporary folder and runs it. Exits 1 where a figure falls (see docs/quality.md).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/**
 * The bench as it is in the sources.
 * @returns {(root: string, args: readonly string[]) => number}
 */
function loadBench() {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-quality-'));
  try {
    const outfile = join(folder, 'quality.cjs');
    buildSync({ entryPoints: [join(PROJECT, 'test/quality/main.ts')], bundle: true, platform: 'node', format: 'cjs', outfile });
    return createRequire(import.meta.url)(outfile).main;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = loadBench()(PROJECT, process.argv.slice(2));
