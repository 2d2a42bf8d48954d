/**
 * Program: bundles the extension's client, the language server (for Node and for a browser worker) and the command line.
 *
 *   node scripts/build.mjs [--watch] [--sourcemap] [--no-minify] [--available]
 *
 * Everything goes to dist/ and needs nothing else at run time. Prints the size of every bundle. Fails when an
 * entry is missing (`--available`: builds what is there) and when a bundle holds code that is not its own.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const SHARED_WITH_THE_CLIENT = ['server/protocol/messages.ts', 'server/protocol/messages/'];

/**
 * What a program loads late, as a bundle of its own, by the ending of the `import()` that asks for it.
 * `compiled`: with the code that an earlier run compiled, see server/bundle; `kept`: and what this run compiles is kept;
 * `shared`: libraries that it gets from the program, which has them anyway.
 *
 * @type {ReadonlyArray<{path: string, bundle: string, compiled?: true, kept?: true, shared?: string[]}>}
 */
const LOADED_LATER = [
  // The library that speaks to the server is large, and needed with the first report only.
  { path: './languageClient.node.js', bundle: 'languageClient.js' },
  // Panels, views and commands come with the first report, or when they are asked for.
  { path: './reportFeatures.js', bundle: 'reportFeatures.js' },
  // --version, --help and complaints come without the rules.
  { path: './check-command.js', bundle: 'cliCommands.js', compiled: true, kept: true },
  { path: './helper-thread.js', bundle: 'cliCommands.js', compiled: true },
  { path: './new-command.js', bundle: 'cliCommands.js', compiled: true },
  { path: './rule-command.js', bundle: 'cliCommands.js', compiled: true },
  // `initialize` is answered without the rules. One library speaks for both bundles: its errors know their class.
  { path: './server.js', bundle: 'serverProper.js', compiled: true, shared: ['vscode-languageserver', 'vscode-languageserver/node'] },
  // Half a megabyte of tables for those who write GB18030.
  { path: 'iconv-lite', bundle: 'iconv.js' },
];

/**
 * @typedef {object} Bundle
 * @property {string} entry
 * @property {string} outfile
 * @property {'node' | 'browser'} platform
 * @property {boolean} [program] started by hand: gets a #! line and the right to be executed
 * @property {boolean} [script] run by a browser itself, as a worker or in a page, where there is no `exports`
 * @property {boolean} [late] loaded by a program as a part of it: built before the programs, and all ASCII, which is read fastest
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
    entry: 'client/reportFeatures.ts',
    outfile: 'dist/reportFeatures.js',
    platform: 'node',
    external: ['vscode'],
    never: ['node_modules/', ...NOT_THE_CLIENTS],
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
    entry: 'client/figures/webview/main.ts',
    outfile: 'dist/figuresPanel.js',
    platform: 'browser',
    script: true,
    // What it shows it is told.
    never: ['node_modules/', 'server/'],
  },
  {
    entry: 'client/figures/webview/figures.css',
    outfile: 'dist/figuresPanel.css',
    platform: 'browser',
  },
  {
    entry: 'server/protocol/node.ts',
    outfile: 'dist/server.js',
    platform: 'node',
    program: true,
    // What answers `initialize` is there before the rules are.
    never: ['client/', 'server/cli/', 'server/check/', 'server/rules/', 'server/report/'],
  },
  {
    entry: 'server/protocol/server.ts',
    outfile: 'dist/serverProper.js',
    platform: 'node',
    late: true,
    external: ['vscode-languageserver', 'vscode-languageserver/node'],
    never: ['client/', 'server/cli/', 'node_modules/vscode-languageserver/', 'node_modules/vscode-jsonrpc/'],
  },
  {
    entry: 'server/protocol/worker.ts',
    outfile: 'dist/server.web.js',
    platform: 'browser',
    script: true,
    never: ['client/', 'server/cli/'],
  },
  {
    entry: 'server/cli/main.ts',
    outfile: 'dist/cli.js',
    platform: 'node',
    program: true,
    never: ['client/', 'server/report/', 'server/knowledge/', ...LANGUAGE_SERVER],
  },
  {
    entry: 'server/cli/helper-main.ts',
    outfile: 'dist/cliHelper.js',
    platform: 'node',
    never: ['client/', 'server/report/', 'server/knowledge/', ...LANGUAGE_SERVER],
  },
  {
    entry: 'server/cli/commands.ts',
    outfile: 'dist/cliCommands.js',
    platform: 'node',
    late: true,
    never: ['client/', 'node_modules/iconv-lite/', ...LANGUAGE_SERVER],
  },
  {
    entry: 'node_modules/iconv-lite/lib/index.js',
    outfile: 'dist/iconv.js',
    platform: 'node',
    late: true,
  },
];

/**
 * @param {Bundle} bundle
 * @param {{sourcemap: boolean, minify: boolean, compiled: boolean}} options `compiled`: late bundles are loaded with compiled code
 * @returns {import('esbuild').BuildOptions & {metafile: true}}
 */
function esbuildOptions({ entry, outfile, platform, program, script, late, external = [] }, { sourcemap, minify, compiled }) {
  return {
    absWorkingDir: PROJECT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: script ? 'iife' : 'cjs',
    platform,
    target: platform === 'node' ? 'node20' : ['chrome122', 'safari17', 'firefox123'],
    mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    external,
    // import() becomes a late require(): the editor hands out its API by that way only.
    supported: { 'dynamic-import': false },
    // A browser loads no second file.
    plugins: platform === 'node' ? [loadLater(compiled)] : [],
    minify,
    sourcemap: sourcemap ? 'linked' : false,
    sourcesContent: false,
    charset: late ? 'ascii' : 'utf8',
    legalComments: 'none',
    // An entry that has the line already keeps it.
    banner: program && !readFileSync(`${PROJECT}${entry}`, 'utf8').startsWith('#!') ? { js: '#!/usr/bin/env node' } : {},
    metafile: true,
    logLevel: 'warning',
  };
}

/**
 * Leaves `LOADED_LATER` out of the bundle that imports it.
 * @param {boolean} compiled whether what can be loaded with compiled code is
 * @returns {import('esbuild').Plugin}
 */
const loadLater = (compiled) => ({
  name: 'load-later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, kind }) => {
      const later = kind === 'dynamic-import' ? LOADED_LATER.find((candidate) => candidate.path === path) : undefined;
      if (later === undefined) return undefined;
      return compiled && later.compiled ? { path, namespace: 'load-later' } : { path: `./${later.bundle}`, external: true };
    });
    onLoad({ filter: /./, namespace: 'load-later' }, ({ path }) => {
      const later = LOADED_LATER.find((candidate) => candidate.path === path);
      if (later === undefined) return undefined;
      const hash = JSON.stringify(hashOf(`dist/${later.bundle}`));
      // A literal for each: what esbuild does not see it does not bundle.
      const shared = (later.shared ?? []).map((name) => `id === '${name}' ? require('${name}') : `).join('');
      const load = `loadBundle({ file: require('node:path').join(__dirname, '${later.bundle}'), hash: ${hash}, keep: ${later.kept === true}, require: (id) => ${shared}require(id) })`;
      return {
        contents: `const { loadBundle } = require('./server/bundle/load-bundle.ts');\nmodule.exports = ${load};\n`,
        resolveDir: PROJECT,
      };
    });
  },
});

/**
 * @param {string} file
 * @returns {string}
 */
function hashOf(file) {
  return createHash('sha256')
    .update(readFileSync(`${PROJECT}${file}`))
    .digest('hex')
    .slice(0, 16);
}

/**
 * What is done to a bundle when it has been written.
 * @param {Bundle} bundle
 * @param {import('esbuild').Metafile} metafile
 */
function finish({ outfile, program, never = [], except = [] }, metafile) {
  if (program) chmodSync(`${PROJECT}${outfile}`, 0o755);
  const strangers = findStrangers(metafile, never, except);
  if (strangers.length > 0) {
    throw new Error(
      `${outfile} 里有不该有的代码（holds code that is not its own）:\n${strangers.map((chain) => `  ${chain.join(' ← ')}`).join('\n')}`,
    );
  }
}

/** @param {Bundle} bundle */
function report({ outfile }) {
  const bytes = statSync(`${PROJECT}${outfile}`).size;
  process.stdout.write(`  ${outfile.padEnd(20)} ${(bytes / 1024).toFixed(1).padStart(8)} KB\n`);
}

/**
 * Builds everything.
 * @param {{sourcemap?: boolean, minify?: boolean, available?: boolean}} [options] `available`: leave out what has no entry
 */
export async function buildAll({ sourcemap = false, minify = true, available = false } = {}) {
  const bundles = existing(available);
  // Programs carry the hashes of what they load late.
  for (const late of [true, false]) {
    const some = bundles.filter((bundle) => (bundle.late === true) === late);
    const results = await Promise.all(some.map((bundle) => build(esbuildOptions(bundle, { sourcemap, minify, compiled: true }))));
    some.forEach((bundle, index) => {
      const result = results[index];
      if (result === undefined) return;
      finish(bundle, result.metafile);
      if (late) escapeRest(bundle);
      report(bundle);
    });
  }
  if (existsSync(`${PROJECT}dist/cli.js`)) keepCompiled();
}

/**
 * Makes a bundle ASCII: esbuild leaves regular expressions as they are.
 * @param {Bundle} bundle
 */
function escapeRest({ outfile }) {
  const file = `${PROJECT}${outfile}`;
  const code = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    code.replace(/\P{ASCII}/gu, (character) =>
      // By UTF-16 units: a pair means its character in a regular expression, too.
      [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
    ),
  );
}

/**
 * Lets the command line compile itself on the sample reports and keeps that beside the bundle, so that the first start from
 * this folder is as fast as the second. It fits this very version of Node only; packages leave it out.
 */
function keepCompiled() {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-build-'));
  try {
    for (const name of readdirSync(`${PROJECT}dist`)) if (name.endsWith('.cache')) rmSync(`${PROJECT}dist/${name}`);
    const env = { ...process.env, NODE_COMPILE_CACHE: folder, NODE_DISABLE_COMPILE_CACHE: '' };
    spawnSync(process.execPath, ['dist/cli.js', 'check', '--jobs', '1', '--format', 'json', 'seeds'], {
      cwd: PROJECT,
      env,
      stdio: 'ignore',
    });
    for (const name of readdirSync(`${folder}/fazhi-report`)) copyFileSync(`${folder}/fazhi-report/${name}`, `${PROJECT}dist/${name}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Builds everything again whenever a source changes. The lines `watch: begin` and `watch: end` are for .vscode/tasks.json.
 * @param {{sourcemap: boolean, minify: boolean, available: boolean}} options
 */
async function watchAll({ sourcemap, minify, available }) {
  let running = 0;
  for (const bundle of existing(available)) {
    // Nothing compiled: it would be taken for what comes of the next change.
    const options = esbuildOptions(bundle, { sourcemap, minify, compiled: false });
    /** @type {import('esbuild').Plugin} */
    const reporter = {
      name: 'reporter',
      setup({ onStart, onEnd }) {
        onStart(() => {
          if (running++ === 0) process.stdout.write('watch: begin\n');
        });
        onEnd(({ metafile, errors }) => {
          if (errors.length === 0 && metafile !== undefined) {
            tryTo(() => {
              finish(bundle, metafile);
              report(bundle);
            });
          }
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
