/** The window that a test suite runs in, and how an extension gets into it: the same questions to each kind of editor. */
import { rmSync } from 'node:fs';
import { readSettings } from './settings.mjs';
import { installExtension, startServer, uninstallExtension } from './vscode-server.mjs';
import { folderOf, startWebServer, webAddress } from './web-server.mjs';
import { unpackExtension, unpackedExtension } from './web-extension.mjs';
import { changeConfiguration, workbenchAddress } from './workbench.mjs';

/** @typedef {import('./editors.mjs').ServerEditor} ServerEditor */
/** @typedef {import('./editors.mjs').WebEditor} WebEditor */
/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Run
 * @property {string} opens absolute path of a folder or a .code-workspace file
 * @property {Required<import('./vscode-server.mjs').ServerFolders>} folders
 * @property {{extension: string, tests: string}} suite absolute paths: a folder with an extension, a program to run in there
 * @property {Record<string, string>} env what the suite is told
 * @property {string[]} remove folders to delete when all has ended
 */

/**
 * @typedef {object} SuiteWindow
 * @property {string} address
 * @property {Promise<string>} exited resolves with the last lines of its output when its server has ended
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} Kind
 * @property {(vsix: string, folders: Run['folders']) => Promise<void>} install puts the packaged extension in
 * @property {(id: string, folders: Run['folders']) => Promise<void>} uninstall takes it out
 * @property {(page: Page, run: Run) => Promise<SuiteWindow>} start gets everything ready; the page has not gone to the address yet
 */

/** @param {import('./editors.mjs').Editor} editor @returns {Kind} */
export const windowsOf = (editor) => (editor.kind === 'web' ? inBrowser(editor) : onServer(editor));

/** @param {ServerEditor} editor @returns {Kind} */
const onServer = (editor) => ({
  install: (vsix, folders) => installExtension(vsix, folders, editor),
  uninstall: (id, folders) => uninstallExtension(id, folders, editor),
  start: async (page, { opens, folders, suite, env, remove }) => {
    const server = await startServer({ ...folders, editor, env, remove });
    const uri = (/** @type {string} */ path) => ({ scheme: 'vscode-remote', authority: `127.0.0.1:${server.port}`, path });
    const developmentOptions = { extensions: [uri(suite.extension)], extensionTestsPath: uri(suite.tests) };
    await changeConfiguration(page, server.url, (configuration) => ({ ...configuration, developmentOptions }));
    return { address: workbenchAddress(server, opens, [['skipWelcome', 'true']]), exited: server.exited, stop: server.stop };
  },
});

/** @param {WebEditor} editor @returns {Kind} */
const inBrowser = (editor) => ({
  install: (vsix, { extensionsDir }) => unpackExtension(vsix, unpackedExtension(extensionsDir)),
  // There is only this one.
  uninstall: async (_id, { extensionsDir }) => rmSync(unpackedExtension(extensionsDir), { recursive: true }),
  start: async (page, { opens, folders, suite, env, remove }) => {
    const folder = folderOf(opens);
    const server = await startWebServer({
      editor,
      folder,
      extension: unpackedExtension(folders.extensionsDir),
      suite: { ...suite, env },
      dataDir: folders.dataDir,
      remove,
    });
    const configurationDefaults = readSettings(folders.userDataDir);
    await changeConfiguration(page, server.url, (configuration) => ({ ...configuration, configurationDefaults }));
    return { address: webAddress(server, folder, opens), exited: server.exited, stop: server.stop };
  },
});
