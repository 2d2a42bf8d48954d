import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from '../support/files.js';
import { type PackageFacts, type Registry, startRegistry } from './registry.js';
import { mustRun } from './run-program.js';

/** A machine of its own for these tests: a home, git, Node with npm, and a registry that has only this checkout's package. */
export interface World {
  /** The packed package. */
  readonly tarball: string;
  readonly version: string;
  readonly registry: Registry;
  /** The environment of every program. */
  readonly env: Readonly<Record<string, string>>;
  /** A copy of the sample repository with one commit, in a folder whose name has blanks and Chinese characters. */
  readonly sample: () => Promise<string>;
  /** A path for something new. */
  readonly fresh: (name: string) => string;
  readonly git: (cwd: string, ...args: string[]) => Promise<string>;
  readonly end: () => Promise<void>;
}

/** Makes the machine; the bundles are built where they are not. */
export async function makeWorld(): Promise<World> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'fazhi-repository-')));
  const home = join(root, 'home');
  mkdirSync(home);
  writeFileSync(
    join(home, '.gitconfig'),
    '[user]\n\tname = test\n\temail = test@example.invalid\n[init]\n\tdefaultBranch = main\n[core]\n\tquotePath = false\n[protocol "file"]\n\tallow = always\n',
  );
  const facts: PackageFacts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const basic = {
    HOME: home,
    USERPROFILE: home,
    PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    LANG: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    npm_config_cache: join(root, 'npm-cache'),
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
  };
  if (!existsSync(join(ROOT, 'dist/cli.js'))) await mustRun(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, env: basic });
  await mustRun('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', root], { cwd: ROOT, env: basic });
  const { version } = facts;
  const tarball = join(root, `fazhi-report-${version}.tgz`);
  const registry = await startRegistry(facts, tarball);
  const env = { ...basic, npm_config_registry: registry.url };
  let count = 0;
  const fresh = (name: string): string => join(root, `${++count} ${name}`);
  const git = (cwd: string, ...args: string[]): Promise<string> => mustRun('git', args, { cwd, env });
  const sample = async (): Promise<string> => {
    const folder = join(fresh('工作 目录'), '安澜县 年度报告');
    cpSync(join(ROOT, 'test/repository/sample'), folder, { recursive: true });
    await git(folder, 'init', '--quiet');
    await git(folder, 'add', '--all');
    await git(folder, 'commit', '--quiet', '--message', '2024 年度报告');
    return folder;
  };
  const end = async (): Promise<void> => {
    await registry.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { tarball, version, registry, env, sample, fresh, git, end };
}
