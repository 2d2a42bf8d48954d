import { fstatSync, closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Name of the file that holds what this very engine compiled from a bundle.
 *
 * @param bundle name of the bundle, without folder and ending.
 * @param hash changes whenever the bundle does.
 */
export function compiledFile(bundle: string, hash: string): string {
  return `${bundle}.${hash}.${process.arch}-${process.versions.v8}.cache`;
}

/**
 * The user's folder for what can be made anew. As for Node itself, NODE_COMPILE_CACHE names another one and
 * NODE_DISABLE_COMPILE_CACHE forbids any.
 *
 * @returns undefined where there is none.
 */
export function userFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const named = env.NODE_COMPILE_CACHE || platformFolder(env, platform);
  return named ? join(named, 'fazhi-report') : undefined;
}

function platformFolder({ HOME, LOCALAPPDATA, XDG_CACHE_HOME }: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return LOCALAPPDATA;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (!HOME) return undefined;
  return platform === 'darwin' ? join(HOME, 'Library/Caches') : join(HOME, '.cache');
}

/**
 * Reads compiled code.
 *
 * @param trust `ours`: whoever can write there can change the program itself; `users`: only what this user alone can have written
 *   is taken, since it is executed.
 * @returns undefined where there is none that may be used.
 */
export function readCompiled(folder: string | undefined, name: string, trust: 'ours' | 'users'): Buffer | undefined {
  if (folder === undefined) return undefined;
  let handle: number | undefined;
  try {
    handle = openSync(join(folder, name), 'r');
    return trust === 'ours' || isTheUsers(handle) ? readFileSync(handle) : undefined;
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function isTheUsers(handle: number): boolean {
  const { uid, mode } = fstatSync(handle);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Writes compiled code and removes what was compiled from other versions of the bundle. Says nothing where it cannot. */
export function writeCompiled(folder: string, bundle: string, hash: string, code: Uint8Array): void {
  const name = compiledFile(bundle, hash);
  const unfinished = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Flushed before it gets its name: half a file would be executed, too.
    writeFileSync(unfinished, code, { mode: 0o600, flush: true });
    renameSync(unfinished, join(folder, name));
    removeStale(folder, bundle, hash);
  } catch {
    attempt(() => rmSync(unfinished, { force: true }));
  }
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // There was no such folder in the first place.
  }
}

function removeStale(folder: string, bundle: string, hash: string): void {
  for (const other of readdirSync(folder)) {
    if (other.startsWith(`${bundle}.`) && other.endsWith('.cache') && !other.startsWith(`${bundle}.${hash}.`))
      rmSync(join(folder, other), { force: true });
  }
}
