import { describe, expect, it } from 'vitest';
import { OPTIONS } from '../../server/cli/options.js';
import { VERSION } from '../../server/cli/version.js';
import { call, folder } from './helper.js';
import { SOUND } from './samples.js';

describe('a call that cannot be understood', () => {
  it.each([
    [['chekc', 'a.txt'], '没有“chekc”这个命令，是不是 check？', 'fazhi-report --help'],
    [['报告.txt'], '要检查文件，请用 fazhi-report check 报告.txt', 'fazhi-report --help'],
    [['check'], '请给出要检查的文件或文件夹', 'check --help'],
    [['check', 'a.txt', '--fxi'], '没有 --fxi 这个选项，是不是 --fix？', 'check --help'],
    [['check', 'a.txt', '-x'], '没有 -x 这个选项', 'check --help'],
    [['check', 'a.txt', '--toString'], '没有 --toString 这个选项', 'check --help'],
    [['check', 'a.txt', '--fix=yes'], '--fix 不带值', 'check --help'],
    [['check', 'a.txt', '--format'], '--format 后面缺少值', 'check --help'],
    [['check', 'a.txt', '--format='], '--format 后面缺少值', 'check --help'],
    [['check', '--output', '--fix', 'a.txt'], '--output 后面缺少值', 'check --help'],
    [['check', 'a.txt', '--format', 'yaml'], '--format 不能是“yaml”；可用的值：text、json、github', 'check --help'],
    [['check', 'a.txt', '--format', 'jsno'], '是不是 json？', 'check --help'],
    [['check', 'a.txt', '--encoding', 'gbk'], '可用的值：auto、utf-8、gb18030、utf-16le、utf-16be', 'check --help'],
    [['check', 'a.txt', '--fail-on', 'errors'], '是不是 error？', 'check --help'],
    [['check', 'a.txt', '--locale', 'fr'], '可用的值：zh-CN、en', 'check --help'],
    [['check', 'a.txt', '--format', 'text', '--format', 'json'], '--format 只能给一次', 'check --help'],
    [['check', 'a.txt', '--fix', '--diff'], '--fix 和 --diff 不能同时用', 'check --help'],
    [['check', 'a.txt', '--diff', '--format', 'json'], '请用 --output 写到文件', 'check --help'],
    [['check', 'a.txt', '--stdin-filename', 'b.txt'], '请在路径处加上 -', 'check --help'],
    [['check', 'a.txt', '--ext', 'a/b'], '--ext 的写法是扩展名', 'check --help'],
    [['check', 'a.txt', '--ext', ','], '--ext 的写法是扩展名', 'check --help'],
    [['check', 'a.txt', '--rule', 'missing-section'], '--rule 的写法是 规则=级别', 'check --help'],
    [['check', 'a.txt', '--rule', '=off'], '--rule 的写法是 规则=级别', 'check --help'],
    [['check', 'a.txt', '--rule', 'mising-section=off'], '没有“mising-section”这条规则，是不是 missing-section？', 'check --help'],
    [['check', 'a.txt', '--rule', 'x=off'], '全部规则见：fazhi-report rule', 'check --help'],
    [['check', 'a.txt', '--rule', 'missing-section=warn'], '可用的值：error、warning、information、hint、off', 'check --help'],
    [['new', '--fix'], 'new 命令没有 --fix 选项，它属于 check', 'new --help'],
    [['rule', 'a', 'b'], '一次只能说明一条规则，请去掉“b”', 'rule --help'],
  ])('%j: %s', async (argv, message, help) => {
    const { status, stdout, stderr } = await call(argv, { cwd: folder({ 'a.txt': SOUND }) });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^错误：/u);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`用法见：fazhi-report ${help.replace('fazhi-report ', '')}`);
  });

  const later = Object.entries(OPTIONS).filter(([, spec]) => spec.later === true);
  it.each(later)('--%s is of a later version', async (name, spec) => {
    const { status, stderr } = await call(['check', 'a.txt', `--${name}`, ...(spec.takes === 'value' ? ['x'] : [])]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(`此版本尚不支持 --${name}`) });
  });

  it.each(['sarif', 'junit', 'csv', 'html'])('--format %s is of a later version', async (format) => {
    const { status, stderr } = await call(['check', 'a.txt', '--format', format]);
    expect(status).toBe(2);
    expect(stderr).toContain(`此版本尚不支持 --format ${format}；可用的格式：text、json、github`);
  });

  it('is told in English where asked', async () => {
    const { status, stderr } = await call(['check', '--fxi', '--locale', 'en']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'error: there is no option --fxi; did you mean --fix?\nUsage: fazhi-report check --help\n',
    });
  });

  it('never lets an argument disturb the terminal', async () => {
    expect((await call(['\u001b[2J'])).stderr).not.toContain('\u001b');
  });
});

describe('help and version', () => {
  it('prints the version', async () => {
    expect(await call(['--version'])).toMatchObject({ status: 0, stdout: `fazhi-report ${VERSION}\n`, stderr: '' });
  });

  it('prints the help of the command line', async () => {
    const { status, stdout } = await call(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('fazhi-report check [选项] 路径…');
    expect((await call(['-h'])).stdout).toBe(stdout);
  });

  it('prints it to standard error where no command is given', async () => {
    expect(await call([])).toMatchObject({ status: 2, stdout: '', stderr: (await call(['--help'])).stdout });
  });

  it.each(['check', 'new', 'rule'])('names every option of %s, in both languages', async (command) => {
    for (const locale of ['zh-CN', 'en']) {
      const { status, stdout } = await call([command, '--help', '--locale', locale]);
      expect(status).toBe(0);
      const options = Object.entries(OPTIONS).filter(
        ([name, spec]) => name !== 'help' && name !== 'version' && spec.commands.some((of) => of === command),
      );
      for (const [name, { later }] of options) expect(stdout.includes(`--${name} `), `--${name} in ${locale}`).toBe(later !== true);
    }
  });

  it('has no line wider than 100 columns', async () => {
    const { displayWidth } = await import('../../server/cli/display-width.js');
    for (const argv of [['--help'], ['check', '--help'], ['new', '--help'], ['rule', '--help']]) {
      for (const locale of ['zh-CN', 'en']) {
        const { stdout } = await call([...argv, '--locale', locale]);
        for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(100);
      }
    }
  });
});
