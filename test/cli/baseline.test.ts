import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBaseline, writeBaseline } from '../../server/cli/baseline.js';
import { call, folder, type Outcome } from './helper.js';
import { INCOMPLETE, SOUND, UNNUMBERED } from './samples.js';

const BLANKS = SOUND.replace('专题会议4次', '专题会议××次').replace('学法6次', '学法××次');
const check = (argv: readonly string[], cwd: string): Promise<Outcome> => call(['check', ...argv], { cwd });

describe('a baseline', () => {
  it('leaves out what is in it', async () => {
    const cwd = folder({ 'a.txt': BLANKS, 'sub/b.txt': INCOMPLETE });
    const written = await check(['--write-baseline', 'base.json', '.'], cwd);
    expect(written.status).toBe(0);
    expect(written.stderr).toContain('基线已写入 base.json，记下 3 处');
    const { status, stdout } = await check(['--baseline', 'base.json', '.'], cwd);
    expect(status).toBe(0);
    expect(stdout).toContain('没有发现问题');
    expect(stdout).toContain('另有 3 处已在基线中');
    const { summary } = JSON.parse((await check(['--baseline', 'base.json', '--format', 'json', '.'], cwd)).stdout);
    expect(summary).toMatchObject({ error: 0, inBaseline: 3 });
  });

  it('lets lines move and other sentences change, and nothing new through', async () => {
    const cwd = folder({ 'a.txt': BLANKS });
    await check(['--write-baseline', 'base.json', 'a.txt'], cwd);
    const moved = BLANKS.replace('一、2024', '（见附件）\n\n一、2024').replace('行政检查312次', '行政检查313次');
    writeFileSync(join(cwd, 'a.txt'), moved.replaceAll('\n', '\r\n'));
    expect((await check(['--baseline', 'base.json', 'a.txt', '--rule', 'missing-section=off'], cwd)).stdout).toContain(
      '另有 2 处已在基线中',
    );
    writeFileSync(join(cwd, 'a.txt'), moved.replace('案件18件', '案件××件'));
    const { status, stdout } = await check(['--baseline', 'base.json', 'a.txt'], cwd);
    expect(status).toBe(1);
    expect(stdout.match(/\[placeholder\]/gu)).toHaveLength(1);
  });

  it('counts alike findings', async () => {
    const one = SOUND.replace('专题会议4次', '专题会议××次');
    const cwd = folder({ 'a.txt': one });
    await check(['--write-baseline', 'base.json', 'a.txt'], cwd);
    writeFileSync(join(cwd, 'a.txt'), one.replace('专题会议××次', '专题会议××次').replace('学法6次', '学法××次'));
    expect((await check(['--baseline', 'base.json', 'a.txt'], cwd)).status).toBe(1);
  });

  it('is the same bytes for the same findings, by path from its own folder', async () => {
    const cwd = folder({ 'x/b.txt': UNNUMBERED, 'x/a.txt': BLANKS, 'other.txt': UNNUMBERED });
    mkdirSync(join(cwd, 'x/state'));
    await check(['--write-baseline', 'x/state/base.json', 'other.txt', 'x'], cwd);
    await check(['--write-baseline', join(cwd, 'x/state/again.json'), '../other.txt', 'a.txt', 'b.txt'], join(cwd, 'x'));
    const text = readFileSync(join(cwd, 'x/state/base.json'), 'utf8');
    expect(readFileSync(join(cwd, 'x/state/again.json'), 'utf8')).toBe(text);
    expect([...(readBaseline(text)?.files.keys() ?? [])]).toEqual(['../../other.txt', '../a.txt', '../b.txt']);
    expect(writeBaseline(readBaseline(text) ?? { files: new Map() })).toBe(text);
    renameSync(join(cwd, 'x'), join(cwd, 'y'));
    expect((await check(['--baseline', 'y/state/base.json', 'y'], cwd)).status).toBe(0);
  });

  it.each([
    ['{', '不是基线文件'],
    ['{"version": 2, "files": {}}', '不是基线文件'],
    ['{"version": 1, "files": {"a.txt": [1]}}', '不是基线文件'],
  ])('that cannot be used is told, and nothing is checked: %s', async (text, message) => {
    const { status, stderr, stdout } = await check(['--baseline', 'base.json', 'a.txt'], folder({ 'base.json': text, 'a.txt': SOUND }));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--baseline 指定的 base.json 不能用');
    expect(stderr).toContain(message);
  });

  it('that does not exist is told', async () => {
    expect((await check(['--baseline', 'none.json', 'a.txt'], folder({ 'a.txt': SOUND }))).status).toBe(2);
  });

  it('never takes the place of a report', async () => {
    const cwd = folder({ 'a.txt': UNNUMBERED });
    expect((await check(['--write-baseline', 'a.txt', 'a.txt'], cwd)).status).toBe(2);
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(UNNUMBERED);
    const nowhere = await check(['--write-baseline', 'none/base.json', 'a.txt'], cwd);
    expect(nowhere.status).toBe(2);
    expect(nowhere.stderr).toContain('文件夹不存在');
  });
});
