import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProtocolConnection, type InitializeResult, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { RICH } from '../protocol/harness.js';
import { readText, ROOT, seeds } from '../support/files.js';
import { commandFile, type Ended, LonelyNpm } from './lonely-npm.js';
import { readNpmPackage, TARBALL, VERSION } from './made.js';

const CLI = path.join(ROOT, 'dist/cli.js');
const NAME = path.basename(TARBALL);
const REPORTS = '范 例';

describe('the npm package where there is nothing else', { timeout: 120_000 }, () => {
  let npm: LonelyNpm;
  let reference: Ended;

  beforeAll(async () => {
    npm = await LonelyNpm.start();
    copyFileSync(TARBALL, path.join(npm.folder, NAME));
    cpSync(path.join(ROOT, 'seeds'), path.join(npm.folder, REPORTS), { recursive: true });
    reference = await npm.run(process.execPath, [CLI, 'check', REPORTS]);
    // What is compared must be worth it.
    expect(reference.status).toBe(1);
    for (const { name } of seeds()) expect(reference.stdout).toContain(name);
  }, 60_000);
  afterAll(() => npm.stop());

  it('checks with npx, straight from the file', async () => {
    const checked = await npm.npm('npx', ['--yes', `./${NAME}`, 'check', REPORTS]);
    expect(checked).toEqual(reference);
    expect(npm.asked).toEqual([]);
  });

  it('would be seen asking the registry', async () => {
    const stranger = await LonelyNpm.start();
    expect((await stranger.npm('npm', ['view', 'fazhi-report', 'version'])).status).not.toBe(0);
    expect(stranger.asked).toEqual(['GET /fazhi-report']);
    stranger.stop();
  });

  describe('when it is installed', () => {
    let project: string;
    const installed = (...names: readonly string[]): string => path.join(project, 'node_modules', ...names);

    beforeAll(async () => {
      project = path.join(npm.folder, '项目');
      mkdirSync(project);
      writeFileSync(path.join(project, 'package.json'), '{}\n');
      const { status, stderr } = await npm.npm('npm', ['install', `../${NAME}`], project);
      expect(stderr).toBe('');
      expect(status).toBe(0);
    }, 60_000);

    it('is the package and nothing else, fetched from nowhere', () => {
      for (const [name, { bytes }] of readNpmPackage()) {
        expect(readFileSync(installed('fazhi-report', name)).equals(bytes), name).toBe(true);
      }
      const { packages } = JSON.parse(readFileSync(path.join(project, 'package-lock.json'), 'utf8'));
      expect(Object.keys(packages)).toEqual(['', 'node_modules/fazhi-report']);
      expect(packages['node_modules/fazhi-report']).not.toHaveProperty('hasInstallScript');
      expect(npm.asked).toEqual([]);
    });

    it('checks the samples like the sources do', async () => {
      const checked = await npm.npm('npx', ['fazhi-report', 'check', path.join(npm.folder, REPORTS)], project);
      const here = await npm.run(process.execPath, [CLI, 'check', path.join(npm.folder, REPORTS)], project);
      expect(checked).toEqual(here);
      expect(npm.asked).toEqual([]);
    });

    it('checks many files side by side, and in English', async () => {
      const args = ['check', '--jobs', '3', '--locale', 'en', '--fail-on', 'never', path.join(npm.folder, REPORTS)];
      const checked = await npm.run(process.execPath, [installed('fazhi-report/dist/cli.js'), ...args], project);
      expect(checked).toEqual(await npm.run(process.execPath, [CLI, ...args], project));
      expect(checked).toMatchObject({ status: 0, stderr: '' });
    });

    it('mends a file in GB18030 and leaves it one', async () => {
      const [sample] = seeds();
      const text = `${readText(sample?.file ?? '')}\n𠮷祥村€,村规民约已经备案。\n`;
      const file = path.join(project, '国标 报告.txt');
      writeFileSync(file, iconv.encode(text, 'gb18030'));
      await npm.npm('npx', ['fazhi-report', 'check', '--fix', path.basename(file)], project);
      const bytes = readFileSync(file);
      const mended = iconv.decode(bytes, 'gb18030');
      expect(mended).toContain('𠮷祥村€');
      expect(mended).not.toBe(text);
      expect(iconv.encode(mended, 'gb18030').equals(bytes)).toBe(true);
    });

    it('serves an editor', async () => {
      const server = npm.start(installed('.bin', commandFile('fazhi-report-language-server')), ['--stdio'], project);
      const end = once(server, 'exit');
      const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
      connection.listen();
      const params = { processId: process.pid, rootUri: null, capabilities: RICH };
      const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', params);
      expect(serverInfo).toEqual({ name: 'fazhi-report', version: VERSION });
      await connection.sendNotification('initialized', {});
      const uri = 'file:///%E6%8A%A5%20%E5%91%8A.txt';
      const text = '清源镇2024年法治政府建设情况报告\n\n一、2024年法治政府建设主要举措和成效\n\n开展普法活动××次。\n';
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
      const answer = await connection.sendRequest<{ items: { code: unknown }[] }>('textDocument/diagnostic', { textDocument: { uri } });
      expect(answer.items.map(({ code }) => code)).toEqual(expect.arrayContaining(['missing-section', 'placeholder']));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      expect((await end)[0]).toBe(0);
    });

    it('has a manifest that npm finds nothing to mend in', async () => {
      const before = readFileSync(installed('fazhi-report/package.json'), 'utf8');
      expect((await npm.npm('npm', ['pkg', 'fix'], installed('fazhi-report'))).status).toBe(0);
      expect(JSON.parse(readFileSync(installed('fazhi-report/package.json'), 'utf8'))).toEqual(JSON.parse(before));
    });

    it('shows its schemas, and no code to import', async () => {
      const ask = (name: string): Promise<Ended> =>
        npm.run(process.execPath, ['-e', `console.log(require.resolve(${JSON.stringify(name)}))`], project);
      const schema = await ask('fazhi-report/schemas/project.schema.json');
      expect(schema.stdout.trim()).toBe(installed('fazhi-report/schemas/project.schema.json'));
      expect((await ask('fazhi-report')).stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
    });
  });

  it('is a command everywhere when it is installed globally', async () => {
    const prefix = path.join(npm.folder, '全局 程序');
    mkdirSync(prefix);
    expect((await npm.npm('npm', ['install', '--global', '--prefix', prefix, `./${NAME}`])).status).toBe(0);
    const folder = process.platform === 'win32' ? prefix : path.join(prefix, 'bin');
    expect(await npm.run(path.join(folder, commandFile('fazhi-report')), ['check', REPORTS])).toEqual(reference);
    const told = await npm.run(path.join(folder, commandFile('fazhi-report-language-server')), ['--version']);
    expect(told).toEqual({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
    expect(npm.asked).toEqual([]);
  });

  it('may be packed from the sources as well, as pre-commit does', async () => {
    const { stdout } = await npm.npm('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], ROOT);
    const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
    expect(packed?.filename).toBe(NAME);
    expect(packed?.files.map((file) => file.path).sort()).toEqual([...readNpmPackage().keys()].sort());
    expect(existsSync(path.join(ROOT, NAME))).toBe(false);
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(scripts.prepack).toBe('npm run build');
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
  });
});
