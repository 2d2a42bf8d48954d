import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../support/files.js';
import { readAction, readWorkflow, type Step } from './steps.js';

const WORKFLOWS = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`);
const SAMPLE = 'test/repository/sample/.github/workflows/reports.yml';
const EVERY_FILE = [...WORKFLOWS, 'action.yml', SAMPLE];

const manifest: { readonly version: string; readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);

function stepsOf(path: string): readonly Step[] {
  return path === 'action.yml' ? readAction().runs.steps : Object.values(readWorkflow(path).jobs).flatMap(({ steps }) => steps);
}

/** What the text of a workflow says, comments left out. */
function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8').replace(/^\s*#.*$/gmu, '');
}

function matchesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

describe('the workflows', () => {
  it('are the two that there should be', () => {
    expect(WORKFLOWS.toSorted()).toEqual(['.github/workflows/ci.yml', '.github/workflows/release.yml']);
  });

  it.each(WORKFLOWS)('%s calls npm scripts that exist', (path) => {
    const called = stepsOf(path).flatMap(({ run = '' }) => matchesIn(run, /npm run ([\w:-]+)/gu));
    expect(called.length).toBeGreaterThan(0);
    for (const script of called) expect(Object.keys(manifest.scripts)).toContain(script);
  });

  it.each(WORKFLOWS)('%s names files that exist', (path) => {
    const named = stepsOf(path).flatMap(({ run = '' }) => matchesIn(run, /(?<![\w/$"}.-])((?:\.ci|scripts|test)\/[\w./-]+)/gu));
    expect(named.length + (path.includes('ci.yml') ? 0 : 1)).toBeGreaterThan(0);
    for (const file of named) expect(existsSync(join(ROOT, file)), file).toBe(true);
  });

  it.each(EVERY_FILE)('%s pins every action by hash, and says which version that is', (path) => {
    const uses = textOf(path).match(/^.*\buses:.*$/gmu) ?? [];
    expect(uses.length).toBe(stepsOf(path).filter((step) => step.uses !== undefined).length);
    for (const line of uses) {
      if (path === SAMPLE && line.includes('uses: fazhi-report/fazhi-report@')) continue;
      expect(line).toMatch(/uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
    }
  });

  it('pin an action in one version', () => {
    const pins = EVERY_FILE.flatMap((path) => matchesIn(textOf(path), /uses: (\S+@[0-9a-f]{40} # v\S+)/gu));
    const actions = new Map(pins.map((pin) => [pin.slice(0, pin.indexOf('@')), pin]));
    expect(new Set(pins)).toEqual(new Set(actions.values()));
  });

  it('know three secrets, each in the one step that needs it', () => {
    const secrets = WORKFLOWS.flatMap((path) => matchesIn(textOf(path), /secrets\.(\w+)/gu));
    expect(secrets.toSorted()).toEqual(['NPM_TOKEN', 'OVSX_PAT', 'VSCE_PAT']);
    const { jobs } = readWorkflow('.github/workflows/release.yml');
    for (const job of Object.values(jobs)) expect(JSON.stringify(job.env ?? {})).not.toContain('secrets');
    for (const path of EVERY_FILE) expect(textOf(path)).not.toMatch(/secrets:\s*inherit/u);
  });

  it.each(EVERY_FILE)('%s puts nothing from outside into a program', (path) => {
    for (const { run = '' } of stepsOf(path)) expect(run).not.toContain('${{');
    expect(textOf(path)).not.toMatch(/pull_request_target|workflow_run|github\.(?:event|head_ref)/u);
  });

  it.each([...WORKFLOWS, SAMPLE])('%s may read, and only where it must more', (path) => {
    const { permissions, jobs } = readWorkflow(path);
    expect(permissions).toEqual({ contents: 'read' });
    const more = Object.entries(jobs).flatMap(([name, job]) => (job.permissions === undefined ? [] : [[name, job.permissions]]));
    const expected = path.endsWith('release.yml') ? { release: { contents: 'write' }, npm: { contents: 'read', 'id-token': 'write' } } : {};
    expect(Object.fromEntries(more)).toEqual(expected);
  });

  it.each(WORKFLOWS)('%s ends by itself, and one run makes way for another', (path) => {
    const { jobs, concurrency } = readWorkflow(path);
    expect(concurrency).toHaveProperty('group');
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('publish only what was tested', () => {
    const { jobs } = readWorkflow('.github/workflows/release.yml');
    const { package: first, ...others } = jobs;
    const runs = first?.steps.flatMap(({ run }) => run ?? []) ?? [];
    expect(runs.indexOf('npm run package -- --into release')).toBeGreaterThan(runs.indexOf('.ci/run'));
    expect(runs.indexOf('.ci/run')).toBeGreaterThanOrEqual(0);
    for (const job of Object.values(others)) {
      expect(job.needs).toBe('package');
      expect(job.steps.some(({ uses = '' }) => uses.startsWith('actions/download-artifact@'))).toBe(true);
      expect(job.steps.flatMap(({ run = '' }) => matchesIn(run, /(npm run|\.ci\/run)/gu))).toEqual([]);
    }
  });

  it('take other tools in an exact version', () => {
    const packages = EVERY_FILE.flatMap((path) => stepsOf(path).flatMap(({ run = '' }) => matchesIn(run, /npx --yes ([^-\s]\S*)/gu)));
    expect(packages).toEqual([expect.stringMatching(/^ovsx@\d+\.\d+\.\d+$/u)]);
  });
});

describe.skipIf(process.platform === 'win32')('a publishing job without its secret', () => {
  const { jobs } = readWorkflow('.github/workflows/release.yml');
  const publishing = Object.entries(jobs).flatMap(([name, { steps }]) =>
    steps.flatMap(({ run, env = {} }) => {
      const secret = Object.keys(env).find((variable) => /^\$\{\{ secrets\./u.test(env[variable] ?? ''));
      return run === undefined || secret === undefined ? [] : [[name, secret, run] as const];
    }),
  );

  it('is each of the three', () => {
    expect(publishing.map(([name, secret]) => [name, secret])).toEqual([
      ['marketplace', 'VSCE_PAT'],
      ['open-vsx', 'OVSX_PAT'],
      ['npm', 'NPM_TOKEN'],
    ]);
  });

  it.each(publishing)('%s says that it is skipped', (_, secret, run) => {
    const folder = mkdtempSync(join(tmpdir(), 'fazhi-release-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    // Nothing is to be called: neither npm nor npx is on this path.
    const { status, stdout, stderr } = spawnSync('/bin/bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run], {
      cwd: folder,
      env: { PATH: folder, [secret]: '', GITHUB_REF_NAME: 'v0.1.0' },
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^::notice::没有设置 ${secret}，跳过`, 'u'));
  });
});

describe('a release', () => {
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts/release', script), ...args], { encoding: 'utf8' });

  it('has the same version everywhere', () => {
    expect(run('versions.mjs')).toMatchObject({ status: 0, stderr: '' });
    const lock: { readonly version: string } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    expect(lock.version).toBe(manifest.version);
    expect(readAction().inputs['version']?.default).toBe(manifest.version);
  });

  it('has the version for its tag', () => {
    expect(run('check-tag.mjs', `v${manifest.version}`)).toMatchObject({ status: 0, stderr: '' });
    for (const tag of [manifest.version, 'v99.0.0', `v${manifest.version}-rc.1`, '']) {
      const { status, stderr } = run('check-tag.mjs', tag);
      expect(status).toBe(1);
      expect(stderr).toContain(`标签是“${tag}”`);
    }
  });

  it('has its new version written everywhere by `npm version`', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fazhi-version-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const told = ['action.yml', '.pre-commit-hooks.yaml', 'docs/repository.md', 'docs/repository', 'test/repository/sample'];
    for (const path of ['scripts/release', ...told]) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '9.8.7-rc.1' }));
    const here = (script: string, ...args: string[]) =>
      spawnSync(process.execPath, [join(folder, 'scripts/release', script), ...args], { encoding: 'utf8' });
    expect(here('versions.mjs').stderr).toContain(`action.yml 写的是 ${manifest.version}，应为 9.8.7-rc.1`);
    expect(here('versions.mjs', '--write')).toMatchObject({ status: 0, stderr: '' });
    expect(here('check-tag.mjs', 'v9.8.7-rc.1')).toMatchObject({ status: 0, stderr: '' });
    for (const path of told.filter((name) => /\.\w+$/u.test(name))) {
      const [before, after] = [ROOT, folder].map((top) => readFileSync(join(top, path), 'utf8'));
      expect(after).toBe(before?.replaceAll(manifest.version, '9.8.7-rc.1'));
    }
    expect(manifest.scripts['version']).toContain('scripts/release/versions.mjs --write');
  });

  it('has the section of its version in the change log as notes', () => {
    const { status, stdout } = run('notes.mjs', 'v0.1.0');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^第一个版本。\n/u);
    expect(stdout).not.toContain('## ');
  });

  it.each([
    ['## 1.2.0\n\n新\n\n## 1.1.0\n\n旧\n', 'v1.2.0', '新\n'],
    ['# 更新记录\n\n## [1.2.0] - 2026-01-02\n\n- 甲\n\n### 小节\n\n- 乙\n\n## 1.1.0\n', 'v1.2.0', '- 甲\n\n### 小节\n\n- 乙\n'],
    ['## 1.2.0（2026年1月2日）\r\n\r\n新\r\n', '1.2.0', '新\n'],
    ['## 1.2.0-rc.1\n\n试\n\n## 1.2.0\n\n新\n', 'v1.2.0', '新\n'],
    ['## 未发布\n\n新\n', 'v1.2.0', undefined],
    ['## 1.2.0\n\n## 1.1.0\n\n旧\n', 'v1.2.0', undefined],
    ['## 11.2.0\n\n新\n', 'v1.2.0', undefined],
  ])('reads %j', (log, tag, notes) => {
    const folder = mkdtempSync(join(tmpdir(), 'fazhi-notes-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'CHANGELOG.md'), log);
    const { status, stdout, stderr } = run('notes.mjs', tag, join(folder, 'CHANGELOG.md'));
    expect(status).toBe(notes === undefined ? 1 : 0);
    expect(stdout).toBe(notes ?? '');
    if (notes === undefined) expect(stderr).toContain('没有 1.2.0 的更新记录');
  });
});
