import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, runProgram } from './run-program.js';
import { makeWorld, type World } from './world.js';
import { isEntries, readYaml } from './yaml.js';

interface GitlabJob {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
}

const { 'fazhi-report': job } = readYaml(
  'docs/repository/gitlab-ci.yml',
  (value): value is { readonly 'fazhi-report': GitlabJob } => isEntries(value) && isEntries(value['fazhi-report']),
);

describe.skipIf(process.platform === 'win32')('the GitLab job on the sample repository', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  }, 120_000);
  afterAll(() => world?.end());

  /** Runs the lines of the script one after the other, as GitLab's runner does, until one fails. */
  async function run(cwd: string, variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const env = { ...world.env, ...job.variables, ...variables, CI: 'true' };
    return await runProgram('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', job.script.join('\n')], { cwd, env });
  }

  it('fails for the errors', async () => {
    const { status, stdout } = await run(await world.sample());
    expect(status).toBe(1);
    expect(stdout).toContain('清源镇/2024年法治政府建设情况报告.txt:5:3');
    expect(stdout).toContain('\u001b[31m');
  });

  it('passes where it is told to', async () => {
    expect((await run(await world.sample(), { FAZHI_FAIL_ON: 'never' })).status).toBe(0);
  });

  it('takes the package from the repository', async () => {
    const sample = await world.sample();
    mkdirSync(join(sample, 'tools'));
    copyFileSync(world.tarball, join(sample, `tools/fazhi-report-${world.version}.tgz`));
    const { status, stderr } = await run(sample, {
      FAZHI_PACKAGE: `./tools/fazhi-report-${world.version}.tgz`,
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: world.fresh('cache'),
    });
    expect(status, stderr).toBe(1);
  });
});
