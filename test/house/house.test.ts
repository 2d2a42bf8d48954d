import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/files.js';

const BIOME = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

const FORBIDDEN = [
  ['server/text', '../report/lines.js'],
  ['server/text', '../knowledge/skeletons.js'],
  ['server/report', '../rules/index.js'],
  ['server/rules', '../check/check.js'],
  ['server/check', '../language/hover.js'],
  ['server/check', 'node:fs'],
  ['server/check', 'vscode-languageserver-types'],
  ['server/language', '../protocol/server.js'],
  ['server/language', 'vscode-languageserver'],
  ['server/cli', '../protocol/server.js'],
  ['server/cli', 'vscode-languageserver-types'],
  ['client', '../server/rules/index.js'],
] as const;

const ALLOWED = [
  ['server/report', '../text/span.js'],
  ['server/rules', '../report/lines.js'],
  ['server/language', 'vscode-languageserver-types'],
  ['server/protocol', '../language/hover.js'],
  ['server/cli', 'node:fs'],
] as const;

describe('import directions', () => {
  let folder = '';
  let output = '';
  const fileOf = (where: string, what: string): string => `${where}/${what.replace(/\W+/gu, '-')}.ts`;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fazhi-house-'));
    cpSync(path.join(ROOT, 'biome.json'), path.join(folder, 'biome.json'));
    for (const [where, what] of [...FORBIDDEN, ...ALLOWED]) {
      mkdirSync(path.join(folder, where), { recursive: true });
      writeFileSync(path.join(folder, fileOf(where, what)), `export { probe } from '${what}';\n`);
    }
    output = spawnSync(process.execPath, [BIOME, 'lint', '--max-diagnostics=none', '.'], { cwd: folder, encoding: 'utf8' }).stderr;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(FORBIDDEN)('%s may not import %s', (where, what) => {
    expect(output).toMatch(new RegExp(`^${fileOf(where, what)}:\\S+ lint/style/noRestrictedImports`, 'mu'));
  });

  it.each(ALLOWED)('%s may import %s', (where, what) => {
    expect(output).not.toContain(fileOf(where, what));
  });
});

describe('module-level state', () => {
  const files = ['server', 'client'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(folder, name)),
  );

  it.each(files)('is never mutable in %s', (file) => {
    const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n');
    const variables = lines.filter((line) => /^(?:export )?(?:let|var) /u.test(line));
    // A collection that stays the same says so by its type.
    const collections = lines.filter((line) => /^(?:export )?const \w+ = new (?:Map|Set|WeakMap|Array)\b/u.test(line));
    expect([...variables, ...collections]).toEqual([]);
  });
});
