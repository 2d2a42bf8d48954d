/** Building again whenever a source changes. */
import { context } from 'esbuild';
import { esbuildOptions } from './esbuild-options.mjs';
import { finish, report } from './finish.mjs';

/** @typedef {import('./bundles.mjs').Bundle} Bundle */

/**
 * The lines `watch: begin` and `watch: end` are for .vscode/tasks.json.
 * @param {readonly Bundle[]} bundles
 * @param {{sourcemap: boolean, minify: boolean}} options
 */
export async function watchAll(bundles, { sourcemap, minify }) {
  let running = 0;
  for (const bundle of bundles) {
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
              finish(bundle, options.outfile, metafile);
              report(options.outfile);
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
