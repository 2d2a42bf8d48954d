/** A VS Code for the Web of our own: a server that only hands out files; VS Code and its extensions run in the browser. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { startGuarded } from './guarded.mjs';
import { followStart } from './listening.mjs';
import { inProject } from './paths.mjs';
import { BUILD, ensureWebBuild } from './web-install.mjs';

const HOST = '127.0.0.1';
/** How the browser knows it: webviews live below names of this one. */
const HOST_NAME = 'localhost';
const PROGRAM = inProject('scripts/editor/web-server-main.mjs');
const READY = /^Listening on /;
/** Where @vscode/test-web shows the folder. */
const MOUNT = 'vscode-test-web://mount';

/**
 * @typedef {object} WebSuite
 * @property {string} extension folder of an extension, for the suite to run beside
 * @property {string} tests the suite's one file
 * @property {Record<string, string>} env what the suite finds as `process.env`
 */

/**
 * @typedef {object} WebServerOptions
 * @property {import('./editors.mjs').WebEditor} editor
 * @property {string} folder what is shown at `MOUNT`; nothing is written to it
 * @property {string} extension folder of the unpacked extension
 * @property {WebSuite} [suite]
 * @property {string} dataDir for what is made for this run
 * @property {string[]} [remove] folders to delete once the server has ended, however this process ends
 */

/**
 * @typedef {object} RunningWebServer
 * @property {string} url `http://localhost:PORT`
 * @property {Promise<string>} exited resolves with what it said when it has ended
 * @property {() => Promise<void>} stop
 */

/**
 * Starts @vscode/test-web without a browser and waits until it listens.
 * @param {WebServerOptions} options
 * @returns {Promise<RunningWebServer>}
 * @throws {import('./say.mjs').Explained} when the build cannot be installed, or the server ends at once or does not listen in time
 */
export async function startWebServer({ editor, folder, extension, suite, dataDir, remove = [] }) {
  const builds = await ensureWebBuild(editor);
  const port = await freePort();
  /** @type {Partial<import('@vscode/test-web').Options>} */
  const served = {
    ...BUILD,
    testRunnerDataDir: builds,
    host: HOST,
    port,
    folderPath: folder,
    extensionPaths: [extension],
    ...(suite ? servedSuite(suite, join(dataDir, 'suite')) : {}),
  };
  const server = startGuarded(process.execPath, [PROGRAM, JSON.stringify(served)], { remove });
  const { listening, exited } = followStart(server, READY, '网页版 VS Code 的服务器');
  await listening;
  return { url: `http://${HOST_NAME}:${port}`, exited, stop: async () => void (await server.stop()) };
}

/**
 * Puts extension and suite into one folder, as they are served from one, and the environment before the suite's code.
 * @param {WebSuite} suite
 * @param {string} folder to make
 * @returns {Pick<import('@vscode/test-web').Options, 'extensionDevelopmentPath' | 'extensionTestsPath'>}
 */
function servedSuite({ extension, tests, env }, folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(extension, folder, { recursive: true });
  cpSync(`${tests}.map`, join(folder, `${basename(tests)}.map`));
  const file = join(folder, basename(tests));
  writeFileSync(file, `globalThis.process = ${JSON.stringify({ env })};${readFileSync(tests, 'utf8')}`);
  return { extensionDevelopmentPath: folder, extensionTestsPath: file };
}

/** @returns {Promise<number>} a port that nobody listens on now: @vscode/test-web does not say which it took */
function freePort() {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, HOST, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * The address that opens a folder or a .code-workspace file.
 * @param {RunningWebServer} server
 * @param {string} folder the one that is served
 * @param {string} path it, or a .code-workspace file directly in it
 * @returns {string}
 */
export function webAddress(server, folder, path) {
  const address = new URL(server.url);
  if (path !== folder) address.searchParams.set('workspace', `${MOUNT}/${encodeURIComponent(basename(path))}`);
  else address.searchParams.set('folder', `${MOUNT}/`);
  return address.href;
}

/** @param {string} path of a folder, or of a .code-workspace file @returns {string} the folder to serve */
export const folderOf = (path) => (path.endsWith('.code-workspace') ? dirname(path) : path);
