import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Script } from 'node:vm';
import { compiledFile, readCompiled, userFolder, writeCompiled } from './compiled-files.js';

/** The larger part of a program, built as a file of its own. */
export interface LateBundle {
  /** Absolute path of a bundle of CommonJS code, all of it ASCII. */
  readonly file: string;
  /** Changes whenever the file does: what was compiled from another one must not be taken for it. */
  readonly hash: string;
  /** Whether this run uses the bundle the way most runs do, so that what it compiled is worth keeping for the next ones. */
  readonly keep: boolean;
  /** The caller's `require`, for the modules of Node, the bundle's neighbours, and what both share. */
  readonly require: (id: string) => unknown;
}

/**
 * Loads a bundle, with the code that an earlier run (or the build) compiled from it where there is such.
 *
 * What was compiled is kept as the process ends: only then it holds the functions that a run needs. Nothing depends on it;
 * where it is missing, stale or cannot be written the bundle is compiled as always.
 *
 * @returns what the bundle exports.
 */
export function loadBundle({ file, hash, keep, require }: LateBundle): unknown {
  const name = basename(file, '.js');
  const folder = userFolder(process.env, process.platform);
  const code = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'latin1')}\n})`;
  const script =
    compiledScript(code, file, readCompiled(dirname(file), compiledFile(name, hash), 'ours')) ??
    compiledScript(code, file, readCompiled(folder, compiledFile(name, hash), 'users')) ??
    new Script(code, { filename: file });
  if (keep && folder !== undefined && script.cachedDataRejected === undefined) {
    process.once('exit', () => writeCompiled(folder, name, hash, script.createCachedData()));
  }
  const module = { exports: {} };
  const run: unknown = script.runInThisContext();
  if (typeof run === 'function') run(module.exports, require, module, file, dirname(file));
  return module.exports;
}

/** The script with what was compiled from it; undefined where that does not fit this engine and the options it was started with. */
function compiledScript(code: string, filename: string, cachedData: Buffer | undefined): Script | undefined {
  if (cachedData === undefined) return undefined;
  const script = new Script(code, { filename, cachedData });
  return script.cachedDataRejected === true ? undefined : script;
}
