import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../support/files.js';
import { TARBALL, VERSION, VSIX } from './made.js';

const run = promisify(execFile);

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'fazhi-reproducible-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('made twice', { timeout: 120_000 }, () => {
  it('bundles are the same, and those of dist/ are of these sources', async () => {
    const again = folder();
    await run(process.execPath, ['scripts/build.mjs', '--into', again], { cwd: ROOT });
    const names = readdirSync(again);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const isSame = readFileSync(path.join(again, name)).equals(readFileSync(path.join(ROOT, 'dist', name)));
      expect(isSame, `dist/${name} 不是由现在的源码生成的，请先运行 npm run package（is not of these sources）`).toBe(true);
    }
  });

  it.skipIf(process.platform === 'win32')('packages are the same, whatever the time zone, the language and the umask', async () => {
    const again = folder();
    const env = { ...process.env, TZ: 'Asia/Shanghai', LC_ALL: 'et_EE.UTF-8', LANG: 'zh_CN.UTF-8' };
    const command = `umask 077 && exec "${process.execPath}" scripts/package.mjs --no-build --into "${again}"`;
    const { stdout } = await run('sh', ['-c', command], { cwd: ROOT, env });
    expect(readdirSync(again).sort()).toEqual([`fazhi-report-${VERSION}.tgz`, `fazhi-report-${VERSION}.vsix`]);
    for (const made of [VSIX, TARBALL]) {
      const name = `fazhi-report-${VERSION}${path.extname(made)}`;
      const isSame = readFileSync(path.join(again, name)).equals(readFileSync(made));
      expect(isSame, `${made} 和现在打出来的不一样，请先运行 npm run package（differs from what is packed now）`).toBe(true);
    }
    expect(stdout).toMatch(/\.vsix {2}[\d,]+ KB，解压后 [\d,]+ KB，\d+ 个文件/u);
  });
});
