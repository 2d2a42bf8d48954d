/** The npm client, as the person has it set up. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runGuarded } from './guarded.mjs';
import { inProject } from './paths.mjs';
import { Explained } from './say.mjs';

const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
const IMPATIENT = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * Runs npm in a folder, with the project's own .npmrc (a registry of the house may be named there).
 * @param {string} folder
 * @param {string[]} args
 * @returns {Promise<void>}
 * @throws {Explained} when npm fails, with the end of what it said
 */
export async function npm(folder, args) {
  const settings = inProject('.npmrc');
  if (existsSync(settings) && !existsSync(join(folder, '.npmrc'))) copyFileSync(settings, join(folder, '.npmrc'));
  const cli = process.env.npm_execpath;
  const [command, first] = cli && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, [cli]] : [npmOnPath(), []];
  const { status, stdout, stderr } = await runGuarded(command, [...first, ...args, ...QUIET, ...IMPATIENT], {
    cwd: folder,
  });
  if (status === 0) return;
  const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-12).join('\n');
  throw new Explained(
    `npm 没有成功：npm ${args.join(' ')}。请检查 npm 能否访问软件包仓库（npm ping、npm config get registry）。\n${said}\n`,
    `npm failed; check that it reaches a package registry: npm ping, npm config get registry`,
  );
}

/**
 * Unpacks a package from the registry, its dependencies not included.
 * @param {string} folder
 * @param {string} wanted name and version: `code-server@4.100.3`
 * @param {{inside?: string, without?: string}} [part] only what lies in this folder of the package; without the files
 *   that match this pattern
 * @returns {Promise<void>}
 * @throws {Explained} when npm cannot get it
 */
export async function unpackPackage(folder, wanted, { inside = '', without } = {}) {
  const download = mkdtempSync(join(folder, '.download-'));
  await npm(download, ['pack', wanted]);
  const archive = readdirSync(download).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new Explained(`npm pack ${wanted} 没有给出文件`, 'npm pack gave no file');
  const path = ['package', ...inside.split('/')].filter(Boolean);
  const { status, stderr } = await runGuarded(
    'tar',
    ['-xzf', join(download, archive), `--strip-components=${path.length}`, ...(without ? [`--exclude=${without}`] : []), path.join('/')],
    { cwd: folder },
  );
  if (status !== 0) throw new Explained(`无法解压 ${archive}：${stderr}`, 'cannot unpack the archive with tar');
  rmSync(download, { recursive: true });
}

/** The npm command's name, for the shell to find. */
const npmOnPath = () => (process.platform === 'win32' ? 'npm.cmd' : 'npm');
