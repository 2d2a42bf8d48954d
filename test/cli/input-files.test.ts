import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../server/cli/input-files.js';
import { call, folder } from './helper.js';
import { INCOMPLETE, NOTE, SOUND } from './samples.js';

const EXTENSIONS = new Set(['txt', 'md']);

function namesOf(paths: readonly string[], cwd: string, extensions: ReadonlySet<string> = EXTENSIONS): string[] {
  return findInputs(paths, cwd, extensions).files.map(({ name }) => name);
}

describe('findInputs', () => {
  const tree = {
    'b.txt': '',
    'a.md': '',
    'sub/c.TXT': '',
    'sub/deep/d.txt': '',
    'sub/e.log': '',
    'sub/f.docx': '',
    'sub/~$g.docx': '',
    '.hidden/h.txt': '',
    '.i.txt': '',
    'node_modules/j.txt': '',
    'sub/node_modules/k.txt': '',
  };

  it('walks folders, by name, past dot names and node_modules', () => {
    const cwd = folder(tree);
    expect(namesOf(['.'], cwd)).toEqual(['a.md', 'b.txt', 'sub/c.TXT', 'sub/deep/d.txt']);
    expect(namesOf(['sub'], cwd)).toEqual(['sub/c.TXT', 'sub/deep/d.txt']);
    expect(namesOf(['./sub//'], cwd)).toEqual(['./sub/c.TXT', './sub/deep/d.txt']);
    expect(namesOf([join(cwd, 'sub')], cwd)).toEqual([`${cwd}/sub/c.TXT`, `${cwd}/sub/deep/d.txt`]);
  });

  it('lists Word files as skipped, without failing for them', () => {
    expect(findInputs(['.'], folder(tree), EXTENSIONS).skipped).toEqual([
      { name: 'sub/f.docx', problem: { kind: 'foreign-format', format: 'word' }, failure: false },
    ]);
  });

  it('takes further endings', () => {
    expect(namesOf(['sub'], folder(tree), new Set([...EXTENSIONS, 'log']))).toEqual(['sub/c.TXT', 'sub/deep/d.txt', 'sub/e.log']);
  });

  it('takes whatever is named', () => {
    const cwd = folder(tree);
    expect(namesOf(['sub/e.log', '.i.txt', '.hidden', 'node_modules'], cwd)).toEqual([
      '.hidden/h.txt',
      '.i.txt',
      'node_modules/j.txt',
      'sub/e.log',
    ]);
  });

  it('takes a file once that is given twice, and knows that it was named', () => {
    const cwd = folder(tree);
    const { files } = findInputs(['.', 'b.txt', './b.txt', join(cwd, 'b.txt'), 'sub', 'sub/deep', '-', '-'], cwd, EXTENSIONS);
    expect(files.map(({ name, explicit }) => [name, explicit])).toEqual([
      ['-', true],
      ['a.md', false],
      ['b.txt', true],
      ['sub/c.TXT', false],
      ['sub/deep/d.txt', false],
    ]);
  });

  it('follows links once, and knows files by their real names', () => {
    const cwd = folder({ 'z/real.txt': '', 'other/x.txt': '' });
    symlinkSync('..', join(cwd, 'z/loop'));
    symlinkSync('z', join(cwd, 'a-link'));
    symlinkSync('z/real.txt', join(cwd, 'b-link.txt'));
    symlinkSync('nowhere.txt', join(cwd, 'broken.txt'));
    symlinkSync('nowhere', join(cwd, 'broken-too'));
    const outside = folder({ 'far.txt': '' });
    symlinkSync(outside, join(cwd, 'outside'));
    const { files, skipped } = findInputs(['.'], cwd, EXTENSIONS);
    expect(files.map(({ name }) => name)).toEqual(['other/x.txt', 'outside/far.txt', 'z/real.txt']);
    expect(skipped).toEqual([{ name: 'broken.txt', problem: { kind: 'broken-link' }, failure: true }]);
  });

  it('tells links that lead to themselves', () => {
    const cwd = folder();
    symlinkSync('self.txt', join(cwd, 'self.txt'));
    expect(findInputs(['self.txt'], cwd, EXTENSIONS).skipped).toEqual([
      { name: 'self.txt', problem: { kind: 'link-loop' }, failure: true },
    ]);
  });

  it('tells paths that are not there', () => {
    const cwd = folder({ 'a.txt': '' });
    const { files, skipped } = findInputs(['nosuch', 'a.txt', 'a.txt/b', '*.doc', ''], cwd, EXTENSIONS);
    expect(files.map(({ name }) => name)).toEqual(['a.txt']);
    expect(skipped.map(({ name, problem }) => [name, problem])).toEqual([
      ['', { kind: 'no-such-path', wildcard: false }],
      ['*.doc', { kind: 'no-such-path', wildcard: true }],
      ['a.txt/b', { kind: 'no-such-path', wildcard: false }],
      ['nosuch', { kind: 'no-such-path', wildcard: false }],
    ]);
  });

  it('orders names by code unit, whatever the machine', () => {
    const cwd = folder({ '乙.txt': '', '甲.txt': '', 'Z.txt': '', 'a.txt': '', '10.txt': '', '9.txt': '' });
    expect(namesOf(['.'], cwd)).toEqual(['10.txt', '9.txt', 'Z.txt', 'a.txt', '乙.txt', '甲.txt']);
  });
});

describe('check over paths', () => {
  it('skips and lists what is no report in a folder, and checks it where it is named', async () => {
    const cwd = folder({ 'r/a.txt': SOUND, 'r/note.txt': NOTE, 'r/empty.txt': '' });
    const walked = await call(['check', 'r'], { cwd });
    expect(walked.status).toBe(0);
    expect(walked.stdout).toContain('检查 1 份报告');
    expect(walked.stdout).toContain('跳过 2 个文件：不是法治政府建设年度报告\n  r/empty.txt\n  r/note.txt\n');
    const named = await call(['check', 'r/note.txt', 'r/empty.txt'], { cwd });
    expect(named.status).toBe(1);
    expect(named.stdout).toContain('[title-missing]');
    expect(named.stdout).toContain('检查 2 份报告');
  });

  it('fails where nothing was checked, and says why', async () => {
    const cwd = folder({ 'r/note.txt': NOTE, 'w/a.docx': 'PK', 'x/a.log': SOUND });
    expect(await call(['check', 'r'], { cwd })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('找到的文件都不是法治政府建设年度报告'),
    });
    expect(await call(['check', 'x'], { cwd })).toMatchObject({ status: 2, stderr: expect.stringContaining('没有找到可检查的文件') });
    expect(await call(['check', 'x', '--ext', '.LOG'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    const word = await call(['check', 'w'], { cwd });
    expect(word.status).toBe(2);
    expect(word.stdout).toContain('w/a.docx：Word（WPS）文件暂不能直接检查，请另存为纯文本（.txt）后再查');
  });

  it('checks the rest where a path is missing, and fails with 2', async () => {
    const cwd = folder({ 'a.txt': INCOMPLETE });
    const { status, stdout, stderr } = await call(['check', 'nosuch.txt', 'a.txt'], { cwd });
    expect(status).toBe(2);
    expect(stdout).toContain('[missing-section]');
    expect(stderr).toBe('nosuch.txt：没有这个文件或文件夹，请检查路径\n');
  });

  it.each([
    ['a.docx', Buffer.from('PK\u0003\u0004....'), 'Word（WPS）文件暂不能直接检查'],
    ['a.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'Word（WPS）文件暂不能直接检查'],
    ['a.pdf', Buffer.from('%PDF-1.7'), 'PDF 文件不能检查'],
    ['a.txt', Buffer.from('{\\rtf1\\ansi}'), 'RTF 文件不能检查'],
    ['b.txt', Buffer.from('PK\u0003\u0004....'), '压缩包或办公文档'],
    ['c.txt', Buffer.from([1, 0, 0, 2, 0, 0, 0, 3]), '含有空字符'],
    ['d.txt', Buffer.from([0xff, 0xff, 0x81, 0x20]), '认不出编码'],
  ])('tells that %s is no text', async (name, bytes, message) => {
    const cwd = folder({ [name]: bytes, 'sound.txt': SOUND });
    const { status, stderr, stdout } = await call(['check', name, 'sound.txt'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stdout).toContain('检查 1 份报告');
  });

  it('tells what is too large to read', async () => {
    const cwd = folder();
    execFileSync('truncate', ['-s', '65M', join(cwd, 'huge.txt')]);
    const { status, stderr } = await call(['check', 'huge.txt'], { cwd });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'huge.txt：文件太大（65 MB），上限 64 MB；请确认它是报告，或拆开后再查\n' });
  });

  it.skipIf(process.platform !== 'linux')('tells what cannot be read', async () => {
    const { status, stdout, stderr } = await call(['check', '/proc/self/mem', '-'], { stdin: SOUND });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('/proc/self/mem：读取失败（EIO）') });
    expect(stdout).toContain('检查 1 份报告');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('tells what it may not read', async () => {
    const cwd = folder({ 'a.txt': SOUND, 'sub/b.txt': SOUND, 'c.txt': SOUND });
    chmodSync(join(cwd, 'a.txt'), 0);
    chmodSync(join(cwd, 'sub'), 0);
    const { status, stdout, stderr } = await call(['check', '.'], { cwd });
    chmodSync(join(cwd, 'sub'), 0o755);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'sub/：没有读取权限，请检查文件权限\na.txt：没有读取权限，请检查文件权限\n' });
    expect(stdout).toContain('检查 1 份报告');
  });

  it.skipIf(process.platform === 'win32')('reads pipes', async () => {
    const cwd = folder({ 'a.txt': INCOMPLETE });
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const { spawn } = await import('node:child_process');
    spawn('sh', ['-c', 'cat a.txt > pipe'], { cwd });
    // Opening the pipe waits for its writer.
    expect((await call(['check', 'pipe'], { cwd })).stdout).toContain('pipe:1:1');
  });

  it('shows names without anything that disturbs the terminal', async () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'a\u001b[31m\nb'));
    const { stderr } = await call(['check', 'a\u001b[31m\nb/c.txt'], { cwd });
    expect(stderr).toBe('a␛[31m␊b/c.txt：没有这个文件或文件夹，请检查路径\n');
  });
});
