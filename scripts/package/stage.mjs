/** A folder with exactly what goes into a package. */
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../build/esbuild-options.mjs';

/**
 * @param {string} folder absolute path; made anew
 * @param {readonly import('./contents.mjs').Content[]} contents
 * @param {import('./manifests.mjs').Manifest} manifest becomes package.json
 * @throws {Error} when something is missing
 */
export function stage(folder, contents, manifest) {
  const missing = contents.map(([from]) => from).filter((path) => !existsSync(join(PROJECT, path)));
  if (missing.length > 0) throw new Error(`打包缺少文件（missing files）: ${missing.join(', ')}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of contents) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(PROJECT, from), join(folder, to), { recursive: true });
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  /** @type {string[]} */
  const programs = Object.values(manifest['bin'] ?? {});
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, path);
    // Whatever the umask of this machine.
    if (statSync(file).isFile()) chmodSync(file, programs.includes(path.replaceAll('\\', '/')) ? 0o755 : 0o644);
  }
}
