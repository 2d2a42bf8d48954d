/**
 * Program: how fast the product is, as ratios to what the same machine does at least.
 *
 *   npm run bench                       everything; ten minutes and more
 *   npm run bench -- --quick            under two minutes
 *   npm run bench -- --help             all options
 *
 * Bundles test/bench (TypeScript) with its programs into a temporary folder and runs it. See docs/speed.md.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const BENCH = join(PROJECT, 'test/bench');

const folder = mkdtempSync(join(tmpdir(), 'fazhi-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => process.exit(1));

const programs = readdirSync(join(BENCH, 'programs')).map((name) => join(BENCH, 'programs', name));
// As the product is bundled, so that a program of the bench starts no slower for its files.
buildSync({
  entryPoints: [join(BENCH, 'main.ts'), ...programs],
  outdir: folder,
  outbase: BENCH,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
/** @type {(places: { root: string, programs: string }, args: readonly string[]) => Promise<number>} */
const main = createRequire(import.meta.url)(join(folder, 'main.js')).main;
process.exitCode = await main({ root: PROJECT, programs: folder }, process.argv.slice(2));
