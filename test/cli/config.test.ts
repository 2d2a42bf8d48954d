import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { call, folder, type Outcome } from './helper.js';
import { INCOMPLETE, NOTE, SOUND, UNNUMBERED } from './samples.js';

const CONFIG = '.fazhi-report.json';
const BLANK = SOUND.replace('召开专题会议4次', '召开专题会议××次');

/** Rules found, by file. */
async function found(argv: readonly string[], cwd: string): Promise<Record<string, string[]>> {
  const { stdout } = await call(['check', '--format', 'json', ...argv], { cwd });
  const { files } = JSON.parse(stdout) as { files: { file: string; diagnostics: { rule: string; severity: string }[] }[] };
  return Object.fromEntries(files.map(({ file, diagnostics }) => [file, diagnostics.map(({ rule, severity }) => `${rule} ${severity}`)]));
}

const check = (argv: readonly string[], cwd: string): Promise<Outcome> => call(['check', ...argv], { cwd });

describe('the nearest project file', () => {
  it('governs each file', async () => {
    const cwd = folder({
      [CONFIG]: '{ "rules": { "heading-number-missing": "hint" } }',
      'a.txt': UNNUMBERED,
      'sub/deep/b.txt': UNNUMBERED,
      [`other/${CONFIG}`]: '{ "rules": { "heading-number-missing": "warning" } }',
      'other/c.txt': UNNUMBERED,
    });
    expect(await found(['.'], cwd)).toEqual({
      'a.txt': ['heading-number-missing hint'],
      'other/c.txt': ['heading-number-missing warning'],
      'sub/deep/b.txt': ['heading-number-missing hint'],
    });
    expect(await found(['b.txt'], join(cwd, 'sub/deep'))).toEqual({ 'b.txt': ['heading-number-missing hint'] });
  });

  it('governs standard input by its name', async () => {
    const cwd = folder({ [`a/${CONFIG}`]: '{ "rules": { "heading-number-missing": "off" } }' });
    const { status } = await call(['check', '-', '--stdin-filename', 'a/x.txt'], { cwd, stdin: UNNUMBERED });
    expect(status).toBe(0);
    expect((await call(['check', '-'], { cwd, stdin: UNNUMBERED })).status).toBe(1);
  });

  it('gives way to --rule, --config and --no-config', async () => {
    const cwd = folder({
      [CONFIG]: '{ "rules": { "heading-number-missing": "hint" } }',
      'other.json': '{ "rules": { "heading-number-missing": "information" } }',
      'a.txt': UNNUMBERED,
    });
    expect(await found(['a.txt', '--rule', 'heading-number-missing=warning'], cwd)).toEqual({
      'a.txt': ['heading-number-missing warning'],
    });
    expect(await found(['a.txt', '--config', 'other.json'], cwd)).toEqual({ 'a.txt': ['heading-number-missing information'] });
    expect(await found(['a.txt', '--no-config'], cwd)).toEqual({ 'a.txt': ['heading-number-missing error'] });
    expect((await check(['a.txt', '--no-config', '--config', 'other.json'], cwd)).status).toBe(2);
    const missing = await check(['a.txt', '--config', 'none.json'], cwd);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('--config 指定的 none.json 不能用');
  });

  it('may be written by a program that writes GB18030', async () => {
    const cwd = folder({ [CONFIG]: encode('{ "agency": { "name": "云桥镇" } }', 'gb18030'), 'a.txt': SOUND });
    expect((await check(['a.txt', '--fail-on', 'hint'], cwd)).stderr).toBe('');
  });

  it('says what the agency and the headings are', async () => {
    const text = SOUND.replace('二、存在的不足和原因', '二、回头看');
    const cwd = folder({ 'a.txt': text, [CONFIG]: '{ "sections": { "shortcomings": { "headings": ["回头看"] } } }' });
    expect(await found(['a.txt'], cwd)).toEqual({ 'a.txt': [] });
    expect((await found(['a.txt', '--no-config'], cwd))['a.txt']).not.toEqual([]);
  });
});

describe('a mistake in a project file', () => {
  it.each([
    ['{ "rules": { "heading-number-missing": "loud" } }', ':1:40 错误：“rules.heading-number-missing”不能是“loud”'],
    ['{ "rules": ', ':1:12 错误：这里缺少值'],
    ['{\n  "rulse": {}\n}', ':2:3 警告：没有“rulse”这个设置，不起作用：是不是“rules”？'],
    ['{ "extends": "https://example.cn/x.json" }', ':1:14 错误：“extends”只能是相对路径'],
    ['{ "ignore": [ {} ] }', ':1:15 错误：缺少“ignore[0].rule”'],
  ])('is told with its place, and every file is still checked: %s', async (text, message) => {
    const cwd = folder({ [CONFIG]: text, 'a.txt': SOUND, 'b.txt': SOUND });
    const { status, stderr, stdout } = await check(['.'], cwd);
    expect(status).toBe(2);
    expect(stderr).toContain(`${CONFIG}${message}`);
    expect(stdout).toContain('检查 2 份报告');
  });

  it('leaves the rest of the file in force', async () => {
    const cwd = folder({ [CONFIG]: '{ "x": 1, "rules": { "heading-number-missing": "off" } }', 'a.txt': UNNUMBERED });
    expect(await found(['a.txt'], cwd)).toEqual({ 'a.txt': [] });
  });

  it('is told in the JSON output, and in English', async () => {
    const cwd = folder({ [CONFIG]: '{ "x": 1 }', 'a.txt': SOUND });
    const { stdout, stderr } = await check(['a.txt', '--format', 'json', '--locale', 'en'], cwd);
    expect(JSON.parse(stdout).configuration).toEqual([
      {
        file: CONFIG,
        code: 'config-unknown-key',
        severity: 'warning',
        message: expect.stringContaining('There is no setting "x"'),
        range: { start: { line: 0, character: 2 }, end: { line: 0, character: 5 } },
      },
    ]);
    expect(stderr).toContain(`${CONFIG}:1:3 warning: There is no setting "x"`);
  });

  it('is told once for all that extend the file', async () => {
    const cwd = folder({
      'county.json': '{ "x": 1 }',
      [`a/${CONFIG}`]: '{ "extends": "../county.json" }',
      [`b/${CONFIG}`]: '{ "extends": "../county.json" }',
      'a/a.txt': SOUND,
      'b/b.txt': SOUND,
    });
    const { stderr } = await check(['.'], cwd);
    expect(stderr.match(/county\.json:1:3/gu)).toHaveLength(1);
  });
});

describe('extends', () => {
  const files = {
    'county.json': '{ "rules": { "heading-number-missing": "hint" } }',
    [`town/${CONFIG}`]: '{ "extends": "../county.json" }',
    'town/a.txt': UNNUMBERED,
  };

  it('takes the rules of the file above', async () => {
    const cwd = folder(files);
    expect(await found(['town'], cwd)).toEqual({ 'town/a.txt': ['heading-number-missing hint'] });
  });

  it('stays inside what is checked', async () => {
    const { status, stderr } = await check(['a.txt'], join(folder(files), 'town'));
    expect(status).toBe(2);
    expect(stderr).toContain('在工作区之外');
  });
});

describe('files.include and files.exclude', () => {
  it('choose what a folder walk takes', async () => {
    const cwd = folder({
      [CONFIG]: '{ "files": { "include": ["**/*.txt", "记录/*.log"], "exclude": ["范文", "draft-*"] } }',
      'a.txt': SOUND,
      'a.md': SOUND,
      '记录/b.log': SOUND,
      '范文/c.txt': SOUND,
      'x/draft-1.txt': SOUND,
    });
    expect(Object.keys(await found(['.'], cwd))).toEqual(['a.txt', '记录/b.log']);
    expect(Object.keys(await found(['范文/c.txt'], cwd))).toEqual(['范文/c.txt']);
  });
});

describe('ignore', () => {
  const config = (...entries: readonly object[]): string => JSON.stringify({ ignore: entries }, undefined, 1);

  it('leaves out what the quote names', async () => {
    const cwd = folder({ [CONFIG]: config({ rule: 'placeholder', text: '专题会议××次', reason: '待统计' }), 'a.txt': BLANK });
    const { status, stderr } = await check(['a.txt'], cwd);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('holds for one file where it names one', async () => {
    const entry = { rule: 'placeholder', text: '会议××次', file: 'sub/a.txt' };
    const cwd = folder({ [CONFIG]: config(entry), 'sub/a.txt': BLANK, 'b.txt': BLANK });
    expect(await found(['.'], cwd)).toEqual({ 'b.txt': ['placeholder error'], 'sub/a.txt': [] });
  });

  it.each([
    ['for one file, where that was checked', { file: 'a.txt' }, ['a.txt'], true],
    ['for one file, where another one was checked', { file: 'a.txt' }, ['b.txt'], false],
    ['for a file that is gone, where all were checked', { file: 'gone.txt' }, ['.'], true],
    ['for all files, where all were checked', {}, ['.'], true],
    ['for all files, where one was checked', {}, ['a.txt'], false],
    ['for all files, where something could not be read', {}, ['.', 'none.txt'], false],
  ])('is told to be idle: %s', async (_, more, paths, isTold) => {
    const cwd = folder({ [CONFIG]: config({ rule: 'placeholder', text: '没有这句', ...more }), 'a.txt': SOUND, 'b.txt': SOUND });
    const { stderr, status } = await check(paths, cwd);
    expect(stderr.includes(`${CONFIG}:3:3 警告：这一条已经不起作用`)).toBe(isTold);
    if (!paths.includes('none.txt')) expect(status).toBe(0);
  });

  it('is not idle where a file of another folder needs it', async () => {
    const cwd = folder({
      'county.json': config({ rule: 'placeholder', text: '会议××次' }),
      [`a/${CONFIG}`]: '{ "extends": "../county.json" }',
      [`b/${CONFIG}`]: '{ "extends": "../county.json" }',
      'a/a.txt': SOUND,
      'b/b.txt': BLANK,
    });
    expect((await check(['.'], cwd)).stderr).toBe('');
  });
});

describe('--print-config', () => {
  const files = {
    'county.json': '{ "rules": { "stale-year": "off" } }',
    [`town/${CONFIG}`]:
      '{\n  "extends": "../county.json",\n  "agency": { "name": "宁河镇" },\n  "ignore": [{ "rule": "placeholder", "text": "x" }]\n}',
    'town/a.txt': SOUND,
  };

  it('shows each value and where it comes from', async () => {
    const { status, stdout } = await check(['--print-config', 'town/a.txt', '--rule', 'placeholder=hint'], folder(files));
    expect(status).toBe(0);
    expect(stdout).toContain(`town/a.txt：由 town/${CONFIG} 管\n`);
    expect(stdout).toContain(`  agency.name = 宁河镇  ← town/${CONFIG}:3\n`);
    expect(stdout).toContain('  rules.stale-year = off  ← county.json:1\n');
    expect(stdout).toContain('  rules.placeholder = hint  ← 命令行 --rule\n');
    expect(stdout).toContain('  rules.missing-section = error  ← 默认\n');
  });

  it('shows it as JSON, of folders too', async () => {
    const { stdout } = await check(['--print-config', '--format', 'json', 'town', '.'], folder(files));
    const { configurations, problems } = JSON.parse(stdout);
    expect(problems).toEqual([]);
    expect(configurations).toMatchObject([
      { path: 'town', projectFile: `town/${CONFIG}` },
      { path: '.', projectFile: null },
    ]);
    expect(configurations[0].values).toContainEqual({
      key: 'ignore[0]',
      value: { rule: 'placeholder', text: 'x' },
      origin: { from: 'project-file', file: `town/${CONFIG}`, line: 3, character: 13 },
    });
  });

  it('needs no path, and tells mistakes', async () => {
    const { status, stdout, stderr } = await check(['--print-config'], folder({ [CONFIG]: '{ "x": 1 }' }));
    expect(status).toBe(2);
    expect(stdout).toContain(`.：由 ${CONFIG} 管`);
    expect(stderr).toContain(`${CONFIG}:1:3`);
  });
});

it('a project file beside files that are no reports does no harm', async () => {
  const { status } = await check(['.'], folder({ [CONFIG]: '{}', 'a.txt': NOTE, 'b.txt': INCOMPLETE }));
  expect(status).toBe(1);
});
