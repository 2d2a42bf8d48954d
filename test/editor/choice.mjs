/** Which editors the suite runs in, and what is needed to start each. */
import { chmodSync } from 'node:fs';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { editorNamed, USUAL } from '../../scripts/editor/editors.mjs';
import { hasNode } from '../../scripts/editor/node-install.mjs';
import { inProject } from '../../scripts/editor/paths.mjs';
import { Explained } from '../../scripts/editor/say.mjs';
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
 * @param {readonly string[]} names of editors.mjs; none: those in FAZHI_EDITOR, separated by commas, or the usual one.
 *   Where the environment asks for the desktop editor there is only that.
 * @returns {Choice[]}
 * @throws {Explained} when a name is not known, or on Windows without a desktop editor
 */
export function chooseEditors(names) {
  const executable = process.env.VSCODE_EXECUTABLE;
  if (executable || process.env.FAZHI_VSCODE === 'desktop') return [desktop(executable)];
  if (process.platform === 'win32') {
    throw new Explained(
      '在 Windows 上请设置 FAZHI_VSCODE=desktop 或 VSCODE_EXECUTABLE',
      'on Windows set FAZHI_VSCODE=desktop or VSCODE_EXECUTABLE',
    );
  }
  const wanted = names.length > 0 ? names : (process.env.FAZHI_EDITOR || USUAL.name).split(',');
  return [...new Set(wanted)].map((name) => fromRegistry(editorNamed(name.trim())));
}

/** @param {string | undefined} named path of the one to use; undefined: it is downloaded @returns {Choice} */
const desktop = (named) => ({
  name: 'desktop',
  version: undefined,
  platform: 'node',
  node: 0,
  runsHere: true,
  prepare: async () => {
    const executable = named ?? (await downloadAndUnzipVSCode({ cachePath: inProject('.vscode-test') }));
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
