import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionRun, runAction } from './run-action.js';
import { runProgram } from './run-program.js';
import { makeWorld, type World } from './world.js';

const WRONG = '清源镇/2024年法治政府建设情况报告.txt';
const GBK = '白塔街道/2024年法治政府建设情况报告.txt';

function annotationsIn(stdout: string): string[] {
  return stdout.split('\n').flatMap((line) => /^::(?:error|warning|notice) file=([^,]*),line=/u.exec(line)?.[1] ?? []);
}

describe.skipIf(process.platform === 'win32')('the action on the sample repository', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  }, 120_000);
  afterAll(() => world?.end());

  async function run(workspace: string, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
    return await runAction(inputs, workspace, world.fresh('runner'), world.env);
  }

  it('fails for the errors, on the files that have them', async () => {
    const result = await run(await world.sample());
    expect(result.status, result.stderr).toBe(1);
    expect(new Set(annotationsIn(result.stdout))).toContain(WRONG);
    expect(annotationsIn(result.stdout)).not.toContain(GBK);
    expect(result.stdout).toContain(
      `::error file=${WRONG},line=5,endLine=5,col=3,endColumn=8,title=year-mismatch::标题为2024年度，此处写作2023年`,
    );
    expect(result.outputs).toMatchObject({ files: '4', errors: '4', warnings: '2', hints: '0', fixable: '2', 'in-baseline': '0' });
    expect(result.summary).toContain('## 法治政府建设报告检查\n');
    expect(result.summary).toContain(`| \`${WRONG}\` | 清源镇 | 2024 | 4 | 2 | 0 | 0 |\n`);
    expect(result.summary).toContain(`| \`${GBK}\` | 白塔街道 | 2024 | 0 | 0 | 0 | 0 |\n`);
    // The one thing that came from outside is the package.
    expect(world.registry.asked.every((path) => path.startsWith('/fazhi-report'))).toBe(true);
  });

  it('sets up Node unless it is told not to', async () => {
    const sample = await world.sample();
    const { used } = await run(sample);
    expect(used).toEqual([
      { uses: expect.stringMatching(/^actions\/setup-node@/u), with: { 'node-version': '22', 'package-manager-cache': 'false' } },
    ]);
    expect((await run(sample, { 'node-version': '' })).used).toEqual([]);
  });

  it('passes what it is told to check, and where nothing is wrong', async () => {
    const sample = await world.sample();
    const passing = await run(sample, { paths: `县司法局\n\n${GBK}\r\n` });
    expect(passing.status, passing.stderr).toBe(0);
    expect(passing.outputs).toMatchObject({ files: '2', errors: '0' });
    expect((await run(sample, { 'fail-on': 'never' })).status).toBe(0);
    const strict = await run(sample, { paths: '县司法局', 'fail-on': 'hint', locale: 'en' });
    expect(strict.summary).toContain('## Check of reports on law-based government\n');
  });

  it('takes any path, option and value as it stands', async () => {
    const sample = await world.sample();
    const strange = ['-报告 $(touch ran) `touch ran`.txt', '引号"和\'还有; touch ran.txt', '; touch ran.txt'];
    for (const name of strange) copyFileSync(join(sample, WRONG), join(sample, name));
    const result = await run(sample, {
      paths: strange.join('\n'),
      args: '--rule=year-mismatch=off\n--rule=placeholder=off',
      version: world.version,
    });
    expect(result.status, result.stderr).toBe(1);
    expect(result.outputs).toMatchObject({ files: '3', errors: '6' });
    expect(await world.git(sample, 'status', '--porcelain', 'ran')).toBe('');
    // A value that is none of those allowed is complained of, and nothing else.
    const bad = await run(sample, { 'fail-on': '$(touch ran); --fix' });
    expect(bad.status).toBe(2);
    expect(bad.stderr).toContain('--fail-on 不能是“$(touch ran); --fix”');
    expect(bad.outputs['errors']).toBe('');
    expect(await world.git(sample, 'status', '--porcelain', 'ran')).toBe('');
  });

  it('leaves out what is in the baseline, and finds what is new', async () => {
    const sample = await world.sample();
    const written = await runProgram('npx', ['--yes', 'fazhi-report', 'check', '--write-baseline', '基线 2024.json', '.'], {
      cwd: sample,
      env: world.env,
    });
    expect(written.status, written.stderr).toBe(0);
    const known = await run(sample, { baseline: '基线 2024.json' });
    expect(known.status, known.stderr).toBe(0);
    expect(known.outputs).toMatchObject({ errors: '0', warnings: '0', 'in-baseline': '7' });
    expect(annotationsIn(known.stdout)).toEqual([]);
    const report = join(sample, '县司法局/2024年法治政府建设情况报告.txt');
    writeFileSync(report, readFileSync(report, 'utf8').replace('案卷120本', '案卷××本'));
    const found = await run(sample, { baseline: '基线 2024.json' });
    expect(found.status).toBe(1);
    expect(found.outputs).toMatchObject({ errors: '1' });
    expect(annotationsIn(found.stdout)).toEqual(['县司法局/2024年法治政府建设情况报告.txt']);
  });

  it('uses the configuration that it is given', async () => {
    const sample = await world.sample();
    writeFileSync(join(sample, '宽松 配置.json'), '{ "rules": { "missing-section": "off" } }');
    expect((await run(sample, { config: '宽松 配置.json' })).outputs).toMatchObject({ errors: '3' });
    expect((await run(sample, { config: '没有.json' })).status).toBe(2);
  });

  it('needs no registry where the package is in the repository', async () => {
    const sample = await world.sample();
    mkdirSync(join(sample, '工具 箱'));
    copyFileSync(world.tarball, join(sample, `工具 箱/fazhi-report-${world.version}.tgz`));
    const before = world.registry.asked.length;
    const env = { ...world.env, npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: world.fresh('cache') };
    const result = await runAction({ package: `./工具 箱/fazhi-report-${world.version}.tgz` }, sample, world.fresh('runner'), env);
    expect(result.status, result.stderr).toBe(1);
    expect(result.outputs).toMatchObject({ files: '4', errors: '4' });
    expect(world.registry.asked.length).toBe(before);
  });
});
