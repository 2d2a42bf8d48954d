/** The package for npm. */
import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npm } from '../editor/npm.mjs';

/**
 * @param {string} folder absolute path; all of it goes in
 * @param {{name: string, version: string}} manifest of the folder
 * @param {string} tarball absolute path
 * @returns {Promise<void>}
 * @throws {Error} when npm fails
 */
export async function packForNpm(folder, { name, version }, tarball) {
  await npm(folder, ['pack', '--ignore-scripts', '--offline', '--pack-destination', dirname(tarball)]);
  const made = join(dirname(tarball), `${name}-${version}.tgz`);
  if (made !== tarball) renameSync(made, tarball);
}
