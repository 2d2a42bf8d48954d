import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { call, folder, plain } from './helper.js';
import { INCOMPLETE, NOTE, SOUND, UNNUMBERED } from './samples.js';

type Encoded = (text: string) => Buffer;
const ENCODINGS: readonly (readonly [string, Encoded])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['GB18030', (text) => iconv.encode(text, 'gb18030')],
  ['UTF-16LE with byte order mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16BE with byte order mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-16LE without byte order mark', (text) => Buffer.from(text, 'utf16le')],
];
const LINE_ENDS = [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
] as const;

describe('--fix', () => {
  describe.each(ENCODINGS)('in %s', (_, encoded) => {
    it.each(LINE_ENDS)('with %s keeps every other byte', async (_name, lineEnd) => {
      const put = (text: string): Buffer => encoded(text.replaceAll('\n', lineEnd));
      const cwd = folder({ 'a.txt': put(UNNUMBERED) });
      const { status, stdout } = await call(['check', '--fix', 'a.txt'], { cwd });
      expect(status).toBe(0);
      expect(stdout).toContain('已修复 1 处');
      expect(readFileSync(join(cwd, 'a.txt')).equals(put(SOUND))).toBe(true);
      // Once fixed, nothing is left to fix.
      const again = await call(['check', '--fix', 'a.txt'], { cwd });
      expect(again.stdout).not.toContain('修复');
    });
  });

  it('leaves files alone in which there is nothing to mend', async () => {
    const cwd = folder({ 'a.txt': INCOMPLETE, 'r/note.txt': NOTE });
    const before = statSync(join(cwd, 'a.txt'));
    expect((await call(['check', '--fix', '.'], { cwd })).status).toBe(1);
    const after = statSync(join(cwd, 'a.txt'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'r']);
  });

  it('keeps the mode, follows links and leaves nothing behind', async () => {
    const cwd = folder({ 'real/a.txt': UNNUMBERED });
    chmodSync(join(cwd, 'real/a.txt'), 0o640);
    symlinkSync('real/a.txt', join(cwd, 'link.txt'));
    expect((await call(['check', '--fix', 'link.txt'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'real/a.txt'), 'utf8')).toBe(SOUND);
    expect(lstatSync(join(cwd, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, 'real/a.txt')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(cwd, 'real'))).toEqual(['a.txt']);
  });

  it('writes files with the longest names that the disk takes', async () => {
    const name = `${'报'.repeat(83)}.txt`;
    const cwd = folder({ [name]: UNNUMBERED });
    expect((await call(['check', '--fix', '.'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(SOUND);
  });

  it('leaves a read-only file and says so, with what is wrong in it', async () => {
    const cwd = folder({ 'a.txt': UNNUMBERED, 'b.txt': UNNUMBERED });
    chmodSync(join(cwd, 'a.txt'), 0o444);
    const { status, stdout, stderr } = await call(['check', '--fix', '.'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toBe('a.txt：没有修复，文件未改动：没有写入权限或文件只读\n');
    expect(stdout).toContain('a.txt:');
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(UNNUMBERED);
    expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).toBe(SOUND);
  });

  it('leaves a file whose bytes would not come out again', async () => {
    // 0x80 is read as € but never written so.
    const bytes = Buffer.concat([iconv.encode(UNNUMBERED, 'gb18030'), Buffer.from([0x80, 0x0a])]);
    const cwd = folder({ 'a.txt': bytes });
    const { status, stderr } = await call(['check', '--fix', 'a.txt'], { cwd });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'a.txt：没有修复，文件未改动：文件含有不规范的编码字节，写回会改动别处；请先另存为 UTF-8\n',
    });
    expect(readFileSync(join(cwd, 'a.txt')).equals(bytes)).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('never replaces a pipe by a file', async () => {
    const cwd = folder({ 'a.txt': UNNUMBERED });
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const { spawn } = await import('node:child_process');
    spawn('sh', ['-c', 'cat a.txt > pipe'], { cwd });
    const { status, stderr } = await call(['check', '--fix', 'pipe'], { cwd });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'pipe：没有修复，文件未改动：不是普通文件\n' });
    expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
  });

  it('does not fix what is switched off', async () => {
    const cwd = folder({ 'a.txt': UNNUMBERED });
    await call(['check', '--fix', '--rule', 'heading-number-missing=off', 'a.txt'], { cwd });
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(UNNUMBERED);
  });
});

describe('--fix on standard input', () => {
  it('prints the fixed text in its own encoding, and findings beside it', async () => {
    for (const [name, encoded] of ENCODINGS) {
      const { status, bytes, stderr } = await call(['check', '--fix', '-'], { stdin: encoded(UNNUMBERED) });
      expect(status, name).toBe(0);
      expect(bytes.equals(encoded(SOUND)), name).toBe(true);
      expect(stderr).toContain('检查 1 份报告');
    }
  });

  it('gives back what there is nothing to mend in', async () => {
    const { status, stdout, stderr } = await call(['check', '--fix', '-'], { stdin: INCOMPLETE });
    expect({ status, stdout }).toEqual({ status: 1, stdout: INCOMPLETE });
    expect(stderr).toContain('[missing-section]');
  });

  it('gives back what it cannot read', async () => {
    const noText = Buffer.from([0x81, 0x20, 0xff]);
    const { status, bytes, stderr } = await call(['check', '--fix', '-'], { stdin: noText });
    expect(status).toBe(2);
    expect(bytes.equals(noText)).toBe(true);
    expect(stderr).toContain('标准输入：认不出编码');
  });

  it('keeps findings apart from the text in JSON, too', async () => {
    const { stdout, stderr } = await call(['check', '--fix', '--format', 'json', '-'], { stdin: UNNUMBERED });
    expect(stdout).toBe(SOUND);
    expect(JSON.parse(stderr)).toMatchObject({ files: [{ file: '-' }], summary: { fixable: 0, error: 0 } });
  });
});

describe('--diff', () => {
  const CHANGE = ['-2025年推进法治政府建设的主要安排', '+四、2025年推进法治政府建设的主要安排'];

  it('shows what --fix would do and changes nothing', async () => {
    const cwd = folder({ 'x/a.txt': UNNUMBERED, 'x/b.txt': SOUND });
    const { status, stdout, stderr } = await call(['check', '--diff', 'x'], { cwd });
    expect(status).toBe(1);
    expect(stdout.split('\n').slice(0, 2)).toEqual(['--- a/x/a.txt', '+++ b/x/a.txt']);
    expect(stdout.split('\n').filter((line) => /^[-+][^-+]/u.test(line))).toEqual(CHANGE);
    expect(stderr).toContain('检查 2 份报告：1 错误');
    expect(readFileSync(join(cwd, 'x/a.txt'), 'utf8')).toBe(UNNUMBERED);
  });

  it.each(LINE_ENDS.slice(0, 2))('is a patch with %s', async (_name, lineEnd) => {
    const cwd = folder({ '名 称/a b.txt': UNNUMBERED.replaceAll('\n', lineEnd) });
    const { stdout } = await call(['check', '--diff', '.'], { cwd });
    writeFileSync(join(cwd, 'p'), stdout);
    execFileSync('git', ['apply', 'p'], { cwd });
    expect(readFileSync(join(cwd, '名 称/a b.txt'), 'utf8')).toBe(SOUND.replaceAll('\n', lineEnd));
  });

  it('knows texts without a last line end', async () => {
    const cwd = folder({ 'a.txt': UNNUMBERED.trimEnd() });
    writeFileSync(join(cwd, 'p'), (await call(['check', '--diff', 'a.txt'], { cwd })).stdout);
    execFileSync('git', ['apply', 'p'], { cwd });
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(SOUND.trimEnd());
  });

  it('shows lines that end in carriage returns as lines', async () => {
    const { stdout } = await call(['check', '--diff', '-'], { stdin: UNNUMBERED.replaceAll('\n', '\r') });
    expect(stdout.split('\n').filter((line) => /^[-+][^-+]/u.test(line))).toEqual(CHANGE);
  });

  it('is coloured on a terminal, what changed most of all', async () => {
    const { stdout } = await call(['check', '--diff', '-'], { stdin: UNNUMBERED, tty: true });
    expect(stdout).toContain('\u001b[32m\u001b[7m四、\u001b[27m\u001b[39m');
    expect(plain(stdout)).toBe((await call(['check', '--diff', '-'], { stdin: UNNUMBERED })).stdout);
  });

  it('leaves findings to --output', async () => {
    const cwd = folder({ 'a.txt': UNNUMBERED });
    const { stdout } = await call(['check', '--diff', '--format', 'json', '--output', 'o.json', 'a.txt'], { cwd });
    expect(stdout).toContain(CHANGE[1]);
    expect(JSON.parse(readFileSync(join(cwd, 'o.json'), 'utf8'))).toMatchObject({ summary: { error: 1, fixable: 1 } });
  });

  it('takes no harm from a folder it may not write', async () => {
    const cwd = folder({ 'x/a.txt': UNNUMBERED });
    mkdirSync(join(cwd, 'y'));
    chmodSync(join(cwd, 'x'), 0o555);
    expect((await call(['check', '--diff', 'x'], { cwd })).status).toBe(1);
    chmodSync(join(cwd, 'x'), 0o755);
  });
});
