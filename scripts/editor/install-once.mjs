/** Installing something into the cache folder exactly once: whole or not at all. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';

const PART = '.part-';

/**
 * @param {string} name folder name inside the cache; it should carry the versions, so that a new version is a new folder
 * @param {(folder: string) => Promise<void>} fill puts the contents into an empty folder; may throw
 * @returns {Promise<string>} the folder, complete. An interrupted or failed `fill` leaves nothing behind that counts;
 *   of two processes that fill at the same time the first to finish wins.
 */
export async function installOnce(name, fill) {
  const cache = cacheFolder();
  const target = join(cache, name);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  removeAbandoned(cache);
  const part = join(cache, `${name}${PART}${process.pid}`);
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  try {
    await fill(part);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/**
 * Deletes what interrupted installations left.
 * @param {string} cache
 */
function removeAbandoned(cache) {
  for (const entry of readdirSync(cache)) {
    const pid = Number(entry.split(PART)[1]);
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(cache, entry), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
