import { describe, expect, it } from 'vitest';
import { call, folder } from './helper.js';
import { INCOMPLETE, NOTE, SOUND } from './samples.js';

const TITLED = '# 安澜县法治政府建设年度报告\n\n各镇的报告放在各自的文件夹里。\n';

describe('--only-reports', () => {
  it('passes by files that are no report, and is content with none', async () => {
    const cwd = folder({ 'notes.md': NOTE, 'README.md': TITLED, 'data.csv': '1,2\n' });
    const named = ['notes.md', 'README.md', 'data.csv'];
    expect((await call(['check', ...named], { cwd })).status).not.toBe(0);
    const { status, stderr, stdout } = await call(['check', '--only-reports', ...named], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('notes.md');
  });

  it('checks those that are', async () => {
    const cwd = folder({ 'notes.md': NOTE, '清源镇 报告.txt': INCOMPLETE });
    const { status, stdout } = await call(['check', '--only-reports', 'notes.md', '清源镇 报告.txt'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('清源镇 报告.txt:');
  });

  it('passes by what the project excludes', async () => {
    const cwd = folder({ '范文/a.txt': INCOMPLETE, 'b.txt': SOUND, '.fazhi-report.json': '{ "files": { "exclude": ["范文/**"] } }' });
    expect((await call(['check', '范文/a.txt', 'b.txt'], { cwd })).status).toBe(1);
    const { status, stdout } = await call(['check', '--only-reports', '范文/a.txt', 'b.txt'], { cwd });
    expect(status).toBe(0);
    expect(stdout).not.toContain('范文');
  });

  it('still says where a file is not there', async () => {
    const { status, stderr } = await call(['check', '--only-reports', 'nosuch.txt'], { cwd: folder() });
    expect(status).toBe(2);
    expect(stderr).toContain('nosuch.txt：没有这个文件');
  });
});

describe('a walk', () => {
  it('passes by README files, whatever their title', async () => {
    const cwd = folder({ 'README.md': TITLED, 'sub/readme.txt': TITLED, README: TITLED, 'readmes.txt': SOUND });
    const { files, skipped } = JSON.parse((await call(['check', '--format', 'json', '.'], { cwd })).stdout);
    expect(files.map(({ file }: { file: string }) => file)).toEqual(['readmes.txt']);
    expect(skipped).toEqual([]);
    expect((await call(['check', 'README.md'], { cwd })).status).toBe(1);
  });
});
