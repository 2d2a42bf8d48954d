/** Bundles the suite: each *.test.ts, and its entry, into one CommonJS file beside each other. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SUITE = fileURLToPath(new URL('suite/', import.meta.url));

/**
 * @param {string} outdir emptied first
 * @returns {Promise<string>} path of the entry, for extensionTestsPath
 * @throws when a file does not compile
 */
export async function bundleSuite(outdir) {
  const tests = readdirSync(SUITE).filter((name) => name.endsWith('.test.ts'));
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(SUITE, name)),
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
