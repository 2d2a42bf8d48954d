/** Bundles a suite, for the extension host that it will run in. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const suite = (/** @type {string} */ file) => fileURLToPath(new URL(`suite/${file}`, import.meta.url));

/** @typedef {'node' | 'browser'} Platform where the extension host runs */

/** @type {import('esbuild').BuildOptions} */
const COMMON = { bundle: true, format: 'cjs', sourcemap: true, keepNames: true, logLevel: 'warning' };

/**
 * @param {string} folder absolute path of the folder with the *.test.ts
 * @param {string} outdir emptied first
 * @param {Platform} platform
 * @returns {Promise<string>} path of the entry, for extensionTestsPath
 * @throws when a file does not compile
 */
export async function bundleSuite(folder, outdir, platform) {
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));
  rmSync(outdir, { recursive: true, force: true });
  await build(platform === 'node' ? forNode(tests, outdir) : forBrowser(tests, outdir));
  return join(outdir, 'index.js');
}

/**
 * Each *.test.ts, and the entry of all suites, into one CommonJS file beside each other.
 * @param {string[]} tests
 * @param {string} outdir
 * @returns {import('esbuild').BuildOptions}
 */
const forNode = (tests, outdir) => ({
  ...COMMON,
  entryPoints: [suite('index.ts'), ...tests].map((file) => ({ in: file, out: basename(file, '.ts') })),
  outdir,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['vscode', 'mocha'],
});

/**
 * Everything into one CommonJS file: a browser's extension host loads no other.
 * @param {string[]} tests
 * @param {string} outdir
 * @returns {import('esbuild').BuildOptions}
 */
const forBrowser = (tests, outdir) => ({
  ...COMMON,
  entryPoints: [{ in: suite('index.web.ts'), out: 'index' }],
  outdir,
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  define: { global: 'globalThis' },
  alias: { 'node:assert/strict': suite('assert.web.cjs') },
  plugins: [loadTests(tests), preferWeb],
});

/**
 * The module that loads all tests, once Mocha is there.
 * @param {string[]} tests
 * @returns {import('esbuild').Plugin}
 */
const loadTests = (tests) => ({
  name: 'load-tests',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^tests-of-the-suite$/ }, ({ path }) => ({ path, namespace: 'load-tests' }));
    onLoad({ filter: /./, namespace: 'load-tests' }, () => ({
      contents: `module.exports = () => {\n${tests.map((file) => `  require(${JSON.stringify(file)});\n`).join('')}};\n`,
      resolveDir: suite('.'),
    }));
  },
});

/**
 * Takes x.web.ts instead of x.ts where there is one.
 * @type {import('esbuild').Plugin}
 */
const preferWeb = {
  name: 'prefer-web',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, importer }) => {
      const web = `${resolve(dirname(importer), path)}.web.ts`;
      return existsSync(web) ? { path: web } : undefined;
    });
  },
};
