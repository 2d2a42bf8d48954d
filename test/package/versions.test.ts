import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import lock from '../../package-lock.json';
import { SERVER_INFO } from '../../server/protocol/info.js';
import { ROOT } from '../support/files.js';
import { projectText, VERSION } from './made.js';

/** Texts for users, where a version may be named. */
function documents(): string[] {
  const folders = ['.', '.github', 'docs', '.gitlab'].filter((folder) => existsSync(path.join(ROOT, folder)));
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' })
      .filter((name) => /\.(?:md|ya?ml)$/u.test(name) && name !== 'CHANGELOG.md' && name !== 'THIRD-PARTY-NOTICES.md')
      .map((name) => path.join(folder, name)),
  );
}

/** A version of this package in a text: `fazhi-report@1.2.3`, `fazhi-report-1.2.3.tgz`, `rev: v1.2.3` … */
const NAMED = /(?:fazhi-report(?:@v?|-)|\brev: ?["']?v)(\d+\.\d+\.\d+)/gu;

describe('the version', () => {
  it('is the same wherever it is written', () => {
    expect([lock.version, lock.packages[''].version]).toEqual([VERSION, VERSION]);
    expect(SERVER_INFO.version).toBe(VERSION);
    expect(/^## v?(\d+\.\d+\.\d+)/mu.exec(projectText('CHANGELOG.md'))?.[1]).toBe(VERSION);
  });

  it('is the one that documents name', () => {
    const files = documents();
    expect(files).toContain('README.md');
    for (const file of files) {
      for (const [text, version] of projectText(file).matchAll(NAMED)) expect(version, `${file}: ${text}`).toBe(VERSION);
    }
  });
});

describe('the version that the programs tell', { timeout: 60_000 }, () => {
  const run = (...args: readonly string[]): string =>
    spawnSync(process.execPath, [...args], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } })
      .stdout;

  it('is this one', () => {
    expect(run('dist/cli.js', '--version').trim()).toBe(`fazhi-report ${VERSION}`);
    expect(run('dist/server.js', '--version').trim()).toBe(VERSION);
    expect(JSON.parse(run('dist/cli.js', 'check', '--format', 'json', 'seeds'))).toHaveProperty('tool.version', VERSION);
  });
});
