import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../server/cli/version.js';
import { type Bundled, bundle } from './bundled.js';
import { folder } from './helper.js';
import { INCOMPLETE, SOUND, UNNUMBERED } from './samples.js';

/** The command line as users run it: bundled, in a process of its own. */
describe('the bundled command line', () => {
  let bundled: Bundled | undefined;
  let CLI = '';

  beforeAll(async () => {
    bundled = await bundle();
    CLI = bundled.program;
  });
  afterAll(() => bundled?.remove());

  const run = (argv: string[], cwd: string, input: Buffer | string = '') => spawnSync(process.execPath, [CLI, ...argv], { cwd, input });

  it('holds nothing of the editor', () => {
    const inputs = bundled?.inputs ?? [];
    expect(inputs.length).toBeGreaterThan(20);
    expect(inputs.filter((path) => /vscode/u.test(path))).toEqual([]);
  });

  it('tells its version, and the exit statuses', () => {
    const cwd = folder({ 'sound.txt': SOUND, 'incomplete.txt': INCOMPLETE });
    expect(run(['--version'], cwd).stdout.toString()).toBe(`fazhi-report ${VERSION}\n`);
    expect(run(['check', 'sound.txt'], cwd).status).toBe(0);
    expect(run(['check', 'incomplete.txt'], cwd).status).toBe(1);
    expect(run(['check', 'nosuch.txt'], cwd).status).toBe(2);
    expect(run(['nosuch'], cwd).status).toBe(2);
  });

  it('pipes a text through', () => {
    const { stdout, stderr, status } = run(['check', '--fix', '-'], folder(), iconv.encode(UNNUMBERED, 'gb18030'));
    expect(status).toBe(0);
    expect(stdout.equals(iconv.encode(SOUND, 'gb18030'))).toBe(true);
    expect(stderr.toString()).toContain('已修复 1 处');
  });

  it.skipIf(process.platform === 'win32')('reads what the shell substitutes', () => {
    const cwd = folder({ 'a.txt': INCOMPLETE });
    const { stdout } = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${CLI}" check /dev/stdin < a.txt; cat a.txt | "${process.execPath}" "${CLI}" check /dev/stdin`],
      { cwd },
    );
    expect(stdout.toString().match(/\[missing-section\]/gu)).toHaveLength(2);
  });

  it('shows diffs', () => {
    expect(run(['check', '--diff', 'a.txt'], folder({ 'a.txt': UNNUMBERED })).stdout.toString()).toContain('+四、2025年');
  });

  it.skipIf(process.platform === 'win32')('is silent where the reader goes away', async () => {
    const cwd = folder();
    for (let index = 0; index < 60; index++) writeFileSync(join(cwd, `${index}.txt`), INCOMPLETE);
    const child = spawn(process.execPath, [CLI, 'check', '.'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(status).not.toBe(2);
    expect(execFileSync('bash', ['-c', `"${process.execPath}" "${CLI}" check . | head -n 1`], { cwd }).toString()).toContain('.txt');
  });

  it('writes the whole of a long output to a slow reader', async () => {
    const cwd = folder();
    for (let index = 0; index < 60; index++) writeFileSync(join(cwd, `${index}.txt`), INCOMPLETE);
    const child = spawn(process.execPath, [CLI, 'check', '--format', 'json', '.'], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    // Read piece by piece, as a reader does that has other things to do.
    for await (const chunk of child.stdout) stdout += String(chunk);
    expect(JSON.parse(stdout).files).toHaveLength(60);
  });
});
