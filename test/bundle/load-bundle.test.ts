import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { compiledFile, readCompiled, userFolder, writeCompiled } from '../../server/bundle/compiled-files.js';
import { loadBundle } from '../../server/bundle/load-bundle.js';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'fazhi-bundle-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('a bundle that is loaded late', () => {
  const require = createRequire(import.meta.url);
  const CODE = "exports.answer = () => 42; exports.join = require('node:path').join; exports.here = __filename;";

  /** Loads the bundle and lets the process seem to end. */
  function load(file: string, hash: string, keep = true): Record<string, unknown> {
    const before = process.listeners('exit');
    const loaded = loadBundle({ file, hash, keep, require }) as Record<string, unknown>;
    for (const listener of process.listeners('exit')) {
      if (before.includes(listener)) continue;
      process.off('exit', listener);
      listener.call(process, 0);
    }
    return loaded;
  }

  it('gives what it exports, and keeps what it compiled for the next time', () => {
    const place = folder();
    const cache = folder();
    vi.stubEnv('NODE_COMPILE_CACHE', cache);
    onTestFinished(() => void vi.unstubAllEnvs());
    const file = join(place, 'part.js');
    writeFileSync(file, CODE);
    const first = load(file, 'h1');
    expect((first.answer as () => number)()).toBe(42);
    expect(first.here).toBe(file);
    expect(first.join).toBe(join);
    const kept = join(cache, 'fazhi-report', compiledFile('part', 'h1'));
    expect(readFileSync(kept).length).toBeGreaterThan(100);
    expect((load(file, 'h1').answer as () => number)()).toBe(42);

    // Not ours any more: it is compiled, and kept, anew. (The engine remembers the very text: here it is another.)
    writeFileSync(kept, 'nonsense');
    writeFileSync(file, `${CODE}//`);
    expect((load(file, 'h1', false).answer as () => number)()).toBe(42);
    expect(readFileSync(kept, 'utf8')).toBe('nonsense');
    writeFileSync(file, `${CODE}///`);
    expect((load(file, 'h1').answer as () => number)()).toBe(42);
    expect(readFileSync(kept).length).toBeGreaterThan(100);

    // Another version of the bundle takes the place of the old one.
    writeFileSync(file, CODE.replace('42', '43'));
    expect((load(file, 'h2').answer as () => number)()).toBe(43);
    expect(readdirSync(join(cache, 'fazhi-report'))).toEqual([compiledFile('part', 'h2')]);
  });

  it('does without a place to keep it', () => {
    const file = join(folder(), 'part.js');
    writeFileSync(file, CODE);
    vi.stubEnv('NODE_COMPILE_CACHE', join(file, 'no-folder'));
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((load(file, 'h1').answer as () => number)()).toBe(42);
    vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1');
    expect((load(file, 'h1').answer as () => number)()).toBe(42);
  });
});

describe('compiled code', () => {
  it('has its place among what can be made anew', () => {
    expect(userFolder({ HOME: '/home/a' }, 'linux')).toBe(join('/home/a/.cache/fazhi-report'));
    expect(userFolder({ HOME: '/home/a', XDG_CACHE_HOME: '/cache' }, 'linux')).toBe(join('/cache/fazhi-report'));
    expect(userFolder({ HOME: '/Users/a' }, 'darwin')).toBe(join('/Users/a/Library/Caches/fazhi-report'));
    expect(userFolder({ LOCALAPPDATA: 'C:\\local' }, 'win32')).toBe(join('C:\\local', 'fazhi-report'));
    expect(userFolder({ HOME: '/home/a', NODE_COMPILE_CACHE: '/named' }, 'linux')).toBe(join('/named/fazhi-report'));
    expect(userFolder({ HOME: '/home/a', NODE_DISABLE_COMPILE_CACHE: '1' }, 'linux')).toBeUndefined();
    expect(userFolder({}, 'linux')).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('is not taken from a file that others may write', () => {
    const place = folder();
    writeCompiled(place, 'part', 'h1', Buffer.from('code'));
    const name = compiledFile('part', 'h1');
    expect(readCompiled(place, name, 'users')?.toString()).toBe('code');
    chmodSync(join(place, name), 0o666);
    expect(readCompiled(place, name, 'users')).toBeUndefined();
    expect(readCompiled(place, name, 'ours')?.toString()).toBe('code');
    expect(readCompiled(undefined, name, 'users')).toBeUndefined();
  });
});
