import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/files.js';

/** What the lint says of one source. */
function lint(code: string, floor = 'server/cli'): { readonly status: number | null; readonly output: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-regexps-'));
  try {
    mkdirSync(path.join(folder, floor), { recursive: true });
    writeFileSync(path.join(folder, floor, 'one.ts'), code);
    const run = spawnSync(process.execPath, [path.join(ROOT, 'scripts/lint-regexps.mjs'), folder], { encoding: 'utf8' });
    return { status: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the lint of regular expressions', () => {
  it.each([
    ['nested quantifiers', 'export const a = /^(?:[一-龥]+[，。]?)+$/u;'],
    ['two that trade characters', 'export const a = /^\\s*\\d*\\s*：/u;'],
    ['one that is tried anew at every place', 'export const a = /《[^》]*》/u;'],
  ])('refuses %s', (_, code) => {
    const { status, output } = lint(code);
    expect(output).toContain('1 regular expressions, 1 that an input can make slow');
    expect(status).toBe(1);
  });

  it('refuses one that is put together when its module is loaded', () => {
    const { status, output } = lint(
      "const WORD = '[一-龥]+';\nexport const a = new RegExp('^(?:' + WORD + '，?)+$', 'u');",
      'server/rules',
    );
    expect(output).toContain('made at load');
    expect(status).toBe(1);
  });

  it('lets bounded repetition pass', () => {
    expect(lint('export const a = /《[^《》]{0,80}》/u;')).toEqual({
      status: 0,
      output: '1 regular expressions, 0 that an input can make slow\n',
    });
  });
});
