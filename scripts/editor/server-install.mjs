/** Getting a VS Code server from the npm registry, ready to run. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { USUAL } from './editors.mjs';
import { installOnce } from './install-once.mjs';
import { ensureNode } from './node-install.mjs';
import { npm, unpackPackage } from './npm.mjs';
import { say } from './say.mjs';

/** Workspace search, for servers that do not bring it. This release has a package with the program for each platform. */
const RIPGREP = { name: `@vscode/ripgrep-${process.platform}-${process.arch}`, version: '1.18.0' };
/** What new servers need for coding agents only: 200 MB. */
const AGENTS = ['@github/copilot-sdk', '@microsoft/mxc-sdk'];
/** Stand-ins for the modules that would have to be compiled; each server has those of its time. */
const STUBS = {
  '@vscode/spdlog': 'spdlog.cjs',
  'native-watchdog': 'native-watchdog.cjs',
  '@vscode/native-watchdog': 'native-watchdog.cjs',
};
const STARTER = 'start-server.cjs';
/** Part of the folder's name: raise it when the recipe below changes. */
const RECIPE = 2;

/**
 * @typedef {object} InstalledServer
 * @property {string} node the Node that runs it
 * @property {string} main path of its program
 */

/**
 * Installs an editor's server into the cache folder unless it is there: 10–40 seconds, 150–400 MB, no compiler needed.
 * @param {import('./editors.mjs').ServerEditor} [editor]
 * @returns {Promise<InstalledServer>}
 * @throws {Explained} when npm cannot get the packages, or there is no Node for it on this platform
 */
export async function ensureServer(editor = USUAL) {
  const node = await ensureNode(editor.node);
  const name = `${editor.server.replace('@', '-')}-${process.platform}-${process.arch}-${RECIPE}`;
  const home = await installOnce(name, async (folder) => {
    say(
      `首次使用：正在从 npm 仓库安装 VS Code ${editor.vscode} 服务器（${editor.server}），约半分钟……`,
      `first use: installing the server of VS Code ${editor.vscode} from the npm registry, about half a minute`,
    );
    const started = Date.now();
    // Only VS Code itself, without code-server's wrapper around it and without source maps.
    await unpackPackage(folder, editor.server, { inside: 'lib/vscode', without: '*.map' });
    await installDependencies(folder);
    replaceNativeModules(folder);
    linkRipgrep(folder);
    if (!editor.starts) copyFileSync(stub(STARTER), join(folder, 'out', STARTER));
    say(`VS Code ${editor.vscode} 服务器已就绪，用时 ${seconds(started)} 秒`, `VS Code server installed in ${seconds(started)} s`);
  });
  return { node, main: join(home, 'out', editor.starts ? 'server-main.js' : STARTER) };
}

/** @param {string} file @returns {string} path of a file in stubs/ */
const stub = (file) => fileURLToPath(new URL(`stubs/${file}`, import.meta.url));

/** @param {number} started */
const seconds = (started) => ((Date.now() - started) / 1000).toFixed(0);

/**
 * The server's shrinkwrap is out of step with its package.json, hence `install`, not `ci`; what its packages say of
 * each other is out of step, too, in the older ones.
 * @param {string} folder
 */
async function installDependencies(folder) {
  const manifest = join(folder, 'package.json');
  const { dependencies, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  const needed = Object.entries(dependencies).filter(([name]) => !AGENTS.includes(name));
  writeFileSync(manifest, JSON.stringify({ ...rest, dependencies: Object.fromEntries(needed) }));
  const ripgrep = '@vscode/ripgrep' in dependencies ? ['--save-optional', `${RIPGREP.name}@${RIPGREP.version}`] : [];
  await npm(folder, ['install', '--ignore-scripts', '--omit=dev', '--legacy-peer-deps', ...ripgrep]);
  symlinkSync('node_modules', join(folder, 'node_modules.asar'), 'junction');
}

/** @param {string} folder */
function replaceNativeModules(folder) {
  for (const [module, file] of Object.entries(STUBS)) {
    const target = join(folder, 'node_modules', module);
    if (!existsSync(target)) continue;
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    copyFileSync(stub(file), join(target, 'index.js'));
    writeFileSync(join(target, 'package.json'), JSON.stringify({ name: module, version: '0.0.0', main: 'index.js' }));
  }
}

/**
 * Without ripgrep for this platform the editor works, but for workspace search.
 * @param {string} folder
 */
function linkRipgrep(folder) {
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const source = join(folder, 'node_modules', RIPGREP.name, 'bin', program);
  const target = join(folder, 'node_modules/@vscode/ripgrep/bin');
  if (!existsSync(source)) return;
  mkdirSync(target, { recursive: true });
  copyFileSync(source, join(target, program));
  chmodSync(join(target, program), 0o755);
}
