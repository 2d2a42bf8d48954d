/** The npm client, as the person has it set up. */
import { copyFileSync, existsSync } from 'node:fs';
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

/** The npm command's name, for the shell to find. */
const npmOnPath = () => (process.platform === 'win32' ? 'npm.cmd' : 'npm');
