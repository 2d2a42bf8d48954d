/**
 * Program: bundles the extension's client, the language server (for Node and for a browser worker) and the command line.
 *
 *   node scripts/build.mjs [--watch] [--sourcemap] [--no-minify] [--available] [--into FOLDER]
 *
 * Everything goes to dist/ (or FOLDER) and needs nothing else at run time. Prints the size of every bundle. Fails when an
 * entry is missing (`--available`: builds what is there) and when a bundle holds code that is not its own.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { BUNDLES } from './build/bundles.mjs';
import { keepCompiled } from './build/compiled.mjs';
import { DIST, esbuildOptions, PROJECT } from './build/esbuild-options.mjs';
import { escapeRest, finish, report } from './build/finish.mjs';
import { watchAll } from './build/watch.mjs';

/** @typedef {import('./build/bundles.mjs').Bundle} Bundle */

/**
 * Builds everything.
 * @param {{sourcemap?: boolean, minify?: boolean, available?: boolean, folder?: string}} [options] `available`: leave out
 *   what has no entry; `folder`: absolute path, `dist/` where there is none
 */
export async function buildAll({ sourcemap = false, minify = true, available = false, folder = DIST } = {}) {
  const bundles = existing(available);
  // Programs carry the hashes of what they load late.
  for (const late of [true, false]) {
    const some = bundles.filter((bundle) => (bundle.late === true) === late);
    const files = await Promise.all(
      some.map(async (bundle) => {
        const options = esbuildOptions(bundle, { sourcemap, minify, compiled: true, folder });
        const { metafile } = await build(options);
        finish(bundle, options.outfile, metafile);
        if (late) escapeRest(options.outfile);
        return options.outfile;
      }),
    );
    files.forEach(report);
  }
  if (folder === DIST && existsSync(join(DIST, 'cli.js'))) keepCompiled();
}

/**
 * @param {boolean} available
 * @returns {readonly Bundle[]}
 */
function existing(available) {
  const missing = BUNDLES.filter(({ entry }) => !existsSync(join(PROJECT, entry)));
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
      into: { type: 'string', default: DIST },
    },
  });
  const options = { sourcemap: values.sourcemap, minify: !values['no-minify'], available: values.available };
  if (values.watch) {
    await watchAll(existing(values.available), options);
    return;
  }
  const start = performance.now();
  await buildAll({ ...options, folder: resolve(values.into) });
  process.stdout.write(`${values.into === DIST ? 'dist/' : values.into} 已生成（built），${Math.round(performance.now() - start)} ms\n`);
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
