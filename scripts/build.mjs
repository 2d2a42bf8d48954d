/**
 * Program: bundles the extension's client, the language server (for Node and for a browser worker) and the command line.
 *
 *   node scripts/build.mjs [--watch] [--sourcemap] [--no-minify] [--available]
 *
 * Everything goes to dist/ and needs nothing else at run time. Prints the size of every bundle. Fails when an
 * entry is missing (`--available`: builds what is there) and when a bundle holds code that is not its own.
 */
import { existsSync, chmodSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { findStrangers } from './bundle-contents.mjs';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/** Code that the command line alone must do without. */
const LANGUAGE_SERVER = [
  'node_modules/vscode-languageserver/',
  'node_modules/vscode-languageserver-protocol/',
  'node_modules/vscode-jsonrpc/',
  'node_modules/vscode-languageclient/',
];

/** The client recognises a report; it does not understand one. */
const SERVER_PROPER = ['check', 'rules', 'language', 'folder', 'protocol', 'cli'].map((folder) => `server/${folder}/`);
const NOT_THE_CLIENTS = [...SERVER_PROPER, 'node_modules/vscode-languageserver/'];
const SHARED_WITH_THE_CLIENT = ['server/protocol/messages.ts'];

/** What the client loads with the first report only: the library that speaks to the server is large. */
const LOADED_LATER = { path: './languageClient.node.js', bundle: './languageClient.js' };

/**
 * @typedef {object} Bundle
 * @property {string} entry
 * @property {string} outfile
 * @property {'node' | 'browser'} platform
 * @property {boolean} [program] started by hand: gets a #! line and the right to be executed
 * @property {boolean} [worker] started as a browser's worker, where there is no `exports`
 * @property {string[]} [external]
 * @property {string[]} [never] folders and files that must not be in the bundle …
 * @property {string[]} [except] … but for these
 */

/** @type {readonly Bundle[]} */
export const BUNDLES = [
  {
    entry: 'client/extension.ts',
    outfile: 'dist/client.js',
    platform: 'node',
    external: ['vscode'],
    never: ['node_modules/', ...NOT_THE_CLIENTS],
    except: SHARED_WITH_THE_CLIENT,
  },
  {
    entry: 'client/languageClient.node.ts',
    outfile: 'dist/languageClient.js',
    platform: 'node',
    external: ['vscode'],
    never: NOT_THE_CLIENTS,
    except: SHARED_WITH_THE_CLIENT,
  },
  {
    // One file: a browser's extension host loads no other.
    entry: 'client/extension.web.ts',
    outfile: 'dist/client.web.js',
    platform: 'browser',
    external: ['vscode'],
    never: NOT_THE_CLIENTS,
    except: SHARED_WITH_THE_CLIENT,
  },
  {
    entry: 'server/protocol/node.ts',
    outfile: 'dist/server.js',
    platform: 'node',
    program: true,
    never: ['client/', 'server/cli/'],
  },
  {
    entry: 'server/protocol/worker.ts',
    outfile: 'dist/server.web.js',
    platform: 'browser',
    worker: true,
    never: ['client/', 'server/cli/'],
  },
  {
    entry: 'server/cli/main.ts',
    outfile: 'dist/cli.js',
    platform: 'node',
    program: true,
    never: ['client/', ...LANGUAGE_SERVER],
  },
];

/**
 * @param {Bundle} bundle
 * @param {{sourcemap: boolean, minify: boolean}} options
 * @returns {import('esbuild').BuildOptions & {metafile: true}}
 */
function esbuildOptions({ entry, outfile, platform, program, worker, external = [] }, { sourcemap, minify }) {
  return {
    absWorkingDir: PROJECT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: worker ? 'iife' : 'cjs',
    platform,
    target: platform === 'node' ? 'node20' : ['chrome122', 'safari17', 'firefox123'],
    mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    external,
    // import() becomes a late require(): the editor hands out its API by that way only.
    supported: { 'dynamic-import': false },
    plugins: [loadLater],
    minify,
    sourcemap: sourcemap ? 'linked' : false,
    sourcesContent: false,
    charset: 'utf8',
    legalComments: 'none',
    // An entry that has the line already keeps it.
    banner: program && !readFileSync(`${PROJECT}${entry}`, 'utf8').startsWith('#!') ? { js: '#!/usr/bin/env node' } : {},
    metafile: true,
    logLevel: 'warning',
  };
}

/** Leaves `LOADED_LATER` out of the bundle that imports it. */
const loadLater = {
  name: 'load-later',
  /** @param {import('esbuild').PluginBuild} build */
  setup({ onResolve }) {
    onResolve({ filter: /\/languageClient\.node\.js$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && path === LOADED_LATER.path ? { path: LOADED_LATER.bundle, external: true } : undefined,
    );
  },
};

/**
 * What is done to a bundle when it has been written.
 * @param {Bundle} bundle
 * @param {import('esbuild').Metafile} metafile
 * @returns {number} its size in bytes
 */
function finish({ outfile, program, never = [], except = [] }, metafile) {
  if (program) chmodSync(`${PROJECT}${outfile}`, 0o755);
  const strangers = findStrangers(metafile, never, except);
  if (strangers.length > 0) {
    throw new Error(
      `${outfile} 里有不该有的代码（holds code that is not its own）:\n${strangers.map((chain) => `  ${chain.join(' ← ')}`).join('\n')}`,
    );
  }
  const output = metafile.outputs[outfile];
  if (output === undefined) throw new Error(`${outfile}: esbuild wrote nothing`);
  return output.bytes;
}

/**
 * @param {Bundle} bundle
 * @param {number} bytes
 */
function report({ outfile }, bytes) {
  process.stdout.write(`  ${outfile.padEnd(20)} ${(bytes / 1024).toFixed(1).padStart(8)} KB\n`);
}

/**
 * Builds everything.
 * @param {{sourcemap?: boolean, minify?: boolean, available?: boolean}} [options] `available`: leave out what has no entry
 */
export async function buildAll({ sourcemap = false, minify = true, available = false } = {}) {
  const bundles = existing(available);
  const results = await Promise.all(bundles.map((bundle) => build(esbuildOptions(bundle, { sourcemap, minify }))));
  bundles.forEach((bundle, index) => {
    const result = results[index];
    if (result !== undefined) report(bundle, finish(bundle, result.metafile));
  });
}

/**
 * Builds everything again whenever a source changes. The lines `watch: begin` and `watch: end` are for .vscode/tasks.json.
 * @param {{sourcemap: boolean, minify: boolean, available: boolean}} options
 */
async function watchAll({ sourcemap, minify, available }) {
  let running = 0;
  for (const bundle of existing(available)) {
    const options = esbuildOptions(bundle, { sourcemap, minify });
    /** @type {import('esbuild').Plugin} */
    const reporter = {
      name: 'reporter',
      setup({ onStart, onEnd }) {
        onStart(() => {
          if (running++ === 0) process.stdout.write('watch: begin\n');
        });
        onEnd(({ metafile, errors }) => {
          if (errors.length === 0 && metafile !== undefined) tryTo(() => report(bundle, finish(bundle, metafile)));
          if (--running === 0) process.stdout.write('watch: end\n');
        });
      },
    };
    const watcher = await context({ ...options, plugins: [...(options.plugins ?? []), reporter] });
    await watcher.watch();
  }
}

/**
 * Does something whose failure is told and does not end the program.
 * @param {() => void} work
 */
function tryTo(work) {
  try {
    work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  }
}

/**
 * @param {boolean} available
 * @returns {readonly Bundle[]}
 */
function existing(available) {
  const missing = BUNDLES.filter(({ entry }) => !existsSync(`${PROJECT}${entry}`));
  if (missing.length > 0 && !available) {
    throw new Error(`缺少入口文件（missing entries）: ${missing.map(({ entry, outfile }) => `${entry} → ${outfile}`).join(', ')}`);
  }
  return BUNDLES.filter((bundle) => !missing.includes(bundle));
}

async function main() {
  const { values } = parseArgs({
    options: {
      watch: { type: 'boolean', default: false },
      sourcemap: { type: 'boolean', default: false },
      'no-minify': { type: 'boolean', default: false },
      available: { type: 'boolean', default: false },
    },
  });
  const options = { sourcemap: values.sourcemap, minify: !values['no-minify'], available: values.available };
  const start = performance.now();
  await (values.watch ? watchAll(options) : buildAll(options));
  if (!values.watch) process.stdout.write(`dist/ 已生成（built），${Math.round(performance.now() - start)} ms\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    // esbuild has printed its own errors already.
    if (!(error instanceof Error && 'errors' in error)) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
