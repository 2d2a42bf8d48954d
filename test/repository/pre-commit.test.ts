import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/files.js';
import { type Ended, mustRun, runProgram } from './run-program.js';
import { makeWorld, type World } from './world.js';

const WRONG = '清源镇/2024年法治政府建设情况报告.txt';
const GBK = '白塔街道/2024年法治政府建设情况报告.txt';
const ADDRESS = 'https://github.com/fazhi-report/fazhi-report';

const isThere = process.platform !== 'win32' && spawnSync('pre-commit', ['--version']).status === 0;
const isRequired = process.env['FAZHI_REQUIRE_CLIENTS'] === '1';
if (!isThere) process.stderr.write('跳过提交前钩子的测试：没有安装 pre-commit（pre-commit is not installed, its tests are skipped）\n');

it.runIf(isRequired)('pre-commit is installed', () => {
  expect(isThere).toBe(true);
});

describe.skipIf(!isThere)('the hooks for pre-commit', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
    await publish();
  }, 120_000);
  afterAll(() => world?.end());

  /** Puts the hooks' definition, tagged, where the configuration of the sample looks for it. */
  async function publish(): Promise<void> {
    const work = world.fresh('发布');
    mkdirSync(work);
    for (const file of ['.pre-commit-hooks.yaml', 'package.json']) copyFileSync(join(ROOT, file), join(work, file));
    await world.git(work, 'init', '--quiet');
    await world.git(work, 'add', '--all');
    await world.git(work, 'commit', '--quiet', '--message', 'release');
    await world.git(work, 'tag', `v${world.version}`);
    const bare = world.fresh('hooks.git');
    await world.git(work, 'clone', '--quiet', '--bare', work, bare);
    await world.git(work, 'config', '--global', `url.${pathToFileURL(bare).href}.insteadOf`, ADDRESS);
  }

  async function sampleWithHooks(): Promise<string> {
    const folder = await world.sample();
    await mustRun('pre-commit', ['install'], { cwd: folder, env: world.env });
    return folder;
  }

  async function commit(folder: string): Promise<Ended> {
    await world.git(folder, 'add', '--all');
    return await runProgram('git', ['commit', '--message', '修改'], { cwd: folder, env: world.env });
  }

  it('let a change to an ordinary text through', async () => {
    const folder = await sampleWithHooks();
    appendFileSync(join(folder, 'README.md'), '\n有问题请联系县司法局。\n');
    writeFileSync(join(folder, '会议通知.txt'), '会议通知\n\n明天下午三点开会，请准时参加。\n');
    writeFileSync(join(folder, '说明.md'), '# 怎样提交报告\n\n先改好,再提交。\n');
    const { status, stdout, stderr } = await commit(folder);
    expect(status, stdout + stderr).toBe(0);
    expect(readFileSync(join(folder, '说明.md'), 'utf8')).toContain('先改好,再提交');
  });

  it('mend a report, then stop it for what only a person can mend', async () => {
    const folder = await sampleWithHooks();
    const report = join(folder, WRONG);
    appendFileSync(report, '\n');
    const first = await commit(folder);
    expect(first.status).toBe(1);
    expect(first.stderr).toContain('files were modified by this hook');
    expect(readFileSync(report, 'utf8')).toContain('三、2025年推进法治政府建设的主要安排');
    expect(readFileSync(report, 'utf8')).toContain('开展行政检查312次，办理');
    const second = await commit(folder);
    expect(second.status).toBe(1);
    expect(second.stderr).not.toContain('files were modified by this hook');
    expect(second.stderr).toContain('“××”是未填写的占位');
    expect((await world.git(folder, 'log', '--format=%s')).trim()).toBe('2024 年度报告');
  });

  it('keep the encoding of a report that they mend', async () => {
    const folder = await sampleWithHooks();
    const report = join(folder, GBK);
    const text = iconv.decode(readFileSync(report), 'gb18030');
    writeFileSync(report, iconv.encode(text.replace('联合检查58次，', '联合检查58次,'), 'gb18030'));
    await world.git(folder, 'commit', '--quiet', '--no-verify', '--all', '--message', '半角');
    appendFileSync(report, '\n');
    expect((await commit(folder)).status).toBe(1);
    expect(iconv.decode(readFileSync(report), 'gb18030')).toBe(`${text}\n`);
    const { status, stdout, stderr } = await commit(folder);
    expect(status, stdout + stderr).toBe(0);
  });

  it('check only what is staged', async () => {
    const folder = await sampleWithHooks();
    appendFileSync(join(folder, WRONG), '\n');
    writeFileSync(join(folder, '通知.txt'), '会议通知\n');
    await world.git(folder, 'add', '通知.txt');
    const { status, stderr } = await runProgram('git', ['commit', '--message', '通知'], { cwd: folder, env: world.env });
    expect(status, stderr).toBe(0);
  });

  it('can be tried before they are set up', async () => {
    const folder = await world.sample();
    const { status, stdout } = await runProgram('pre-commit', ['try-repo', ADDRESS, 'fazhi-report', '--all-files'], {
      cwd: folder,
      env: world.env,
    });
    expect(status).toBe(1);
    expect(stdout).toContain(`错误 ${WRONG}:5:3 `);
    expect(stdout).not.toContain(GBK);
  });

  /** Runs a configuration of its own over the whole sample. */
  async function withHook(lines: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
    const folder = await world.sample();
    const hook = [
      '- id: fazhi-report',
      '  name: 检查法治政府建设年度报告',
      '  types_or: [plain-text, markdown]',
      ...lines.map((line) => `  ${line}`),
    ];
    const config = ['repos:', '  - repo: local', '    hooks:', ...hook.map((line) => `      ${line}`), ''].join('\n');
    writeFileSync(join(folder, '.pre-commit-config.yaml'), config);
    await world.git(folder, 'add', '--all');
    return await runProgram('pre-commit', ['run', '--all-files'], { cwd: folder, env });
  }

  it('are not needed where the program is installed: no network at all', async () => {
    const prefix = world.fresh('installed');
    await mustRun('npm', ['install', '--global', '--prefix', prefix, world.tarball], { cwd: ROOT, env: world.env });
    const env = {
      ...world.env,
      PATH: [join(prefix, 'bin'), world.env['PATH']].join(delimiter),
      npm_config_registry: 'http://127.0.0.1:9/',
      PRE_COMMIT_HOME: world.fresh('pre-commit'),
    };
    const { status, stdout } = await withHook(['language: system', 'entry: fazhi-report check --only-reports'], env);
    expect(status).toBe(1);
    expect(stdout).toContain(`错误 ${WRONG}:5:3 `);
  });

  it('are not needed where pre-commit installs the package itself', async () => {
    const { status, stdout, stderr } = await withHook(
      [
        'language: node',
        'language_version: system',
        `additional_dependencies: ['fazhi-report@${world.version}']`,
        'entry: fazhi-report check --only-reports',
      ],
      world.env,
    );
    expect(status, stdout + stderr).toBe(1);
    expect(stdout).toContain(`错误 ${WRONG}:5:3 `);
  });
});
