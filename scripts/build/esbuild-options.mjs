/** How a bundle is built. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOADED_LATER } from './bundles.mjs';

/** @typedef {import('./bundles.mjs').Bundle} Bundle */

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** Where the bundles go. */
export const DIST = join(PROJECT, 'dist');

const BROWSERS = ['chrome122', 'safari17', 'firefox123'];
/** @type {Record<Bundle['platform'], {target: string[], mainFields: string[]}>} */
const PLATFORMS = {
  node: { target: ['node20'], mainFields: ['module', 'main'] },
  browser: { target: BROWSERS, mainFields: ['browser', 'module', 'main'] },
  neutral: { target: ['node20', ...BROWSERS], mainFields: ['module', 'main'] },
};

/**
 * @typedef {object} Way
 * @property {boolean} sourcemap
 * @property {boolean} minify
 * @property {boolean} compiled late bundles are loaded with compiled code: they must have been built
 * @property {string} [folder] absolute path of the folder for the bundles, `dist/` where there is none
 */

/**
 * @param {Bundle} bundle
 * @param {Way} way
 * @returns {import('esbuild').BuildOptions & {metafile: true, outfile: string}}
 */
export function esbuildOptions(
  { entry, outfile, platform, program, script, late, external = [], hollow = [] },
  { sourcemap, minify, compiled, folder = DIST },
) {
  return {
    absWorkingDir: PROJECT,
    entryPoints: [entry],
    outfile: join(folder, basename(outfile)),
    bundle: true,
    format: script ? 'iife' : 'cjs',
    platform,
    ...PLATFORMS[platform],
    external,
    // Paths begin with node_modules/ also where that is a link.
    preserveSymlinks: true,
    // import() becomes a late require(): the editor hands out its API by that way only.
    supported: { 'dynamic-import': false },
    plugins: [
      // In a browser `require` finds no second file.
      ...(platform === 'node' ? [loadLater(compiled ? folder : undefined)] : []),
      ...(hollow.length > 0 ? [leaveEmpty(hollow)] : []),
    ],
    minify,
    sourcemap: sourcemap ? 'linked' : false,
    sourcesContent: false,
    charset: late ? 'ascii' : 'utf8',
    legalComments: 'none',
    // An entry that has the line already keeps it.
    banner: program && !readFileSync(join(PROJECT, entry), 'utf8').startsWith('#!') ? { js: '#!/usr/bin/env node' } : {},
    metafile: true,
    logLevel: 'warning',
  };
}

/**
 * Leaves `LOADED_LATER` out of the bundle that imports it.
 * @param {string | undefined} folder where the late bundles are; undefined: nothing is loaded with compiled code
 * @returns {import('esbuild').Plugin}
 */
const loadLater = (folder) => ({
  name: 'load-later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, kind }) => {
      const later = kind === 'dynamic-import' ? LOADED_LATER.find((candidate) => candidate.path === path) : undefined;
      if (later === undefined) return undefined;
      return folder !== undefined && later.compiled ? { path, namespace: 'load-later' } : { path: `./${later.bundle}`, external: true };
    });
    onLoad({ filter: /./, namespace: 'load-later' }, ({ path }) => {
      const later = LOADED_LATER.find((candidate) => candidate.path === path);
      if (later === undefined || folder === undefined) return undefined;
      const hash = JSON.stringify(hashOf(join(folder, later.bundle)));
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
 * Puts an empty module in the place of files that a library holds and nobody asks for.
 * @param {readonly string[]} endings of their paths
 * @returns {import('esbuild').Plugin}
 */
const leaveEmpty = (endings) => ({
  name: 'leave-empty',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]/ }, ({ path }) => {
      const posix = path.replaceAll('\\', '/');
      return endings.some((ending) => posix.endsWith(ending)) ? { contents: 'module.exports = {};', loader: 'js' } : undefined;
    });
  },
});

/**
 * @param {string} file
 * @returns {string}
 */
function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
