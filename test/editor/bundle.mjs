/** Bundles a suite: each *.test.ts, and the entry of all suites, into one CommonJS file beside each other. */
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRY = fileURLToPath(new URL('suite/index.ts', import.meta.url));

/**
 * @param {string} folder absolute path of the folder with the *.test.ts
 * @param {string} outdir emptied first
 * @returns {Promise<string>} path of the entry, for extensionTestsPath
 * @throws when a file does not compile
 */
export async function bundleSuite(folder, outdir) {
  const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [ENTRY, ...tests.map((name) => join(folder, name))].map((file) => ({ in: file, out: basename(file, '.ts') })),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    sourcemap: true,
    keepNames: true,
    logLevel: 'warning',
  });
  return join(outdir, 'index.js');
}
