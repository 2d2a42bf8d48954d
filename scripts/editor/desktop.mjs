/** The desktop VS Code of this machine, if it has one that can show a window. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Explained } from './say.mjs';

const COMMANDS = ['code', 'code-insiders', 'codium'];
const ANSWER_MILLISECONDS = 15_000;
const windows = process.platform === 'win32';

/**
 * @param {string} command
 * @param {string[]} args
 */
const run = (command, args) =>
  spawnSync(command, windows ? args.map((arg) => `"${arg}"`) : args, {
    encoding: 'utf8',
    timeout: ANSWER_MILLISECONDS,
    shell: windows, // the command is a .cmd there
  });

/**
 * @returns {string | undefined} the command that opens the desktop editor; undefined when there is none, no screen, or
 *   this terminal belongs to a remote editor (whose `code` cannot load an extension from a folder)
 */
export function findDesktopEditor() {
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  if (!hasScreen()) return undefined;
  return COMMANDS.find((command) => {
    const { status, stdout } = run(command, ['--version']);
    return status === 0 && /^\d+\.\d+\.\d+/.test(stdout);
  });
}

/** @returns {boolean} whether a window could be shown */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens a new window with the extension loaded from the project; the person's own editor keeps its extensions and settings.
 * @param {string} command from `findDesktopEditor`
 * @param {{project: string, folder: string, file: string, data: string}} what `data`: where the editor keeps its data
 *   when it runs as root, which it otherwise refuses
 * @throws {Explained} when the editor does not start
 */
export function openDesktopEditor(command, { project, folder, file, data }) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', `--user-data-dir=${join(data, 'user')}`] : [];
  const { status, stderr, error } = run(command, [
    '--new-window',
    `--extensionDevelopmentPath=${project}`,
    ...asRoot,
    folder,
    '--goto',
    file,
  ]);
  if (status !== 0) {
    throw new Explained(
      `无法启动 ${command}：${stderr || error}\n可改用浏览器中的 VS Code：npm start -- --server`,
      'cannot start the desktop editor; npm start -- --server opens one in the browser',
    );
  }
}
