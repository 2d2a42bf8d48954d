/** A VS Code server of our own: its own data, its own temporary files, gone when we are gone. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { USUAL } from './editors.mjs';
import { runGuarded, startGuarded } from './guarded.mjs';
import { followStart } from './listening.mjs';
import { Explained } from './say.mjs';
import { ensureServer } from './server-install.mjs';
import { QUIET_SETTINGS, writeSettings } from './settings.mjs';

export { ensureServer };

const HOST = '127.0.0.1';
const READY = /Extension host agent listening on (\d+)/;

/** @typedef {import('./editors.mjs').ServerEditor} Editor */
/** @typedef {import('./server-install.mjs').InstalledServer} InstalledServer */

/**
 * @typedef {object} ServerFolders
 * @property {string} dataDir everything of the server lives in here
 * @property {string} [userDataDir] default `dataDir/user`; settings are read from its `User/settings.json`
 * @property {string} [extensionsDir] default `dataDir/extensions`
 * @property {string} [temporaryDir] default `dataDir/tmp`; sockets lie in it: its path may have 50 bytes at most
 */

/**
 * @typedef {object} ServerOptions
 * @property {Editor} [editor] default: the usual one
 * @property {number} [port] default 0: a free one
 * @property {string} [folder] what the bare address opens
 * @property {string[]} [extensions] .vsix files to install before starting
 * @property {import('./settings.mjs').Settings} [settings] on top of the quiet ones; omitted: the settings file stays as it is
 * @property {NodeJS.ProcessEnv} [env] additional environment of the server and so of the extension host
 * @property {string[]} [remove] folders to delete once the server has ended, however this process ends
 */

/**
 * @typedef {object} RunningServer
 * @property {string} url `http://127.0.0.1:PORT`
 * @property {number} port
 * @property {string} address `url` with the token without which nobody gets in; it opens `folder`
 * @property {Promise<string>} exited resolves with the last lines of its output when the server has ended
 * @property {() => Promise<void>} stop ends the server and everything it started
 */

/**
 * Starts a server and waits until it listens.
 * @param {ServerFolders & ServerOptions} options
 * @returns {Promise<RunningServer>}
 * @throws {Explained} when it cannot be installed, ends at once, or does not listen in time
 */
export async function startServer(options) {
  const { editor = USUAL, extensions = [], settings, remove = [] } = options;
  try {
    if (settings) writeSettings(foldersOf(options).userDataDir, { ...QUIET_SETTINGS, ...settings });
    for (const vsix of extensions) await installExtension(vsix, options, editor);
    return await launch(await ensureServer(editor), options);
  } catch (error) {
    for (const path of remove) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {InstalledServer} installed
 * @param {ServerFolders & ServerOptions} options
 * @returns {Promise<RunningServer>}
 */
async function launch({ node, main }, options) {
  const { port = 0, folder, remove = [] } = options;
  const token = randomBytes(16).toString('hex');
  const server = startGuarded(
    node,
    [
      main,
      `--host=${HOST}`,
      `--port=${port}`,
      `--connection-token=${token}`,
      '--disable-telemetry',
      '--disable-websocket-compression',
      '--force-disable-user-env',
      ...(folder === undefined ? [] : [`--default-folder=${folder}`]),
      ...commonArguments(options),
    ],
    { env: serverEnvironment(options), remove },
  );
  const { listening, exited } = followStart(server, READY, 'VS Code 服务器');
  const actual = Number((await listening)[1]);
  const url = `http://${HOST}:${actual}`;
  return {
    url,
    port: actual,
    address: `${url}/?tkn=${token}`,
    exited,
    stop: async () => void (await server.stop()),
  };
}

/**
 * Installs a packaged extension, as a person would.
 * @param {string} vsix path of the package
 * @param {ServerFolders} folders
 * @param {Editor} [editor]
 * @returns {Promise<void>}
 * @throws {Explained} when VS Code refuses the package
 */
export async function installExtension(vsix, folders, editor = USUAL) {
  const failure = await failureOf(['--install-extension', vsix, '--force'], folders, editor);
  if (failure !== undefined) throw new Explained(`VS Code 无法安装 ${vsix}：\n${failure}`, 'VS Code cannot install the extension');
}

/**
 * Uninstalls an extension, as a person would.
 * @param {string} id `publisher.name`
 * @param {ServerFolders} folders
 * @param {Editor} [editor]
 * @returns {Promise<void>}
 * @throws {Explained} when VS Code does not, as it is not installed
 */
export async function uninstallExtension(id, folders, editor = USUAL) {
  const failure = await failureOf(['--uninstall-extension', id], folders, editor);
  if (failure !== undefined) throw new Explained(`VS Code 无法卸载 ${id}：\n${failure}`, 'VS Code cannot uninstall the extension');
}

/**
 * @param {string[]} args for the server's program, which then does only that
 * @param {ServerFolders} folders
 * @param {Editor} editor
 * @returns {Promise<string | undefined>} what it said when it failed
 */
async function failureOf(args, folders, editor) {
  const { node, main } = await ensureServer(editor);
  const { status, stdout, stderr } = await runGuarded(node, [main, ...args, ...commonArguments(folders)], {
    env: serverEnvironment(folders),
  });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}

/** @param {ServerFolders} folders */
function foldersOf({ dataDir, userDataDir, extensionsDir }) {
  return {
    userDataDir: userDataDir ?? join(dataDir, 'user'),
    extensionsDir: extensionsDir ?? join(dataDir, 'extensions'),
  };
}

/** @param {ServerFolders} folders */
function commonArguments(folders) {
  const { userDataDir, extensionsDir } = foldersOf(folders);
  return [
    '--accept-server-license-terms',
    `--server-data-dir=${folders.dataDir}`,
    `--user-data-dir=${userDataDir}`,
    `--extensions-dir=${extensionsDir}`,
  ];
}

/**
 * Our environment without what another VS Code left in it, with a temporary folder of its own and no extension gallery.
 * @param {ServerFolders & Pick<ServerOptions, 'env'>} options
 * @returns {NodeJS.ProcessEnv}
 */
function serverEnvironment({ dataDir, temporaryDir: temporary = join(dataDir, 'tmp'), env = {} }) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|XDG_RUNTIME_DIR$)/.test(name));
  mkdirSync(temporary, { recursive: true });
  return {
    ...Object.fromEntries(inherited),
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...env,
  };
}
