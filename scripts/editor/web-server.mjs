/** A VS Code for the Web of our own: a server that only hands out files; VS Code and its extensions run in the browser. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { startGuarded } from './guarded.mjs';
import { inProject } from './paths.mjs';
import { Explained } from './say.mjs';
import { BUILD, ensureWebBuild } from './web-install.mjs';

const HOST = '127.0.0.1';
/** How the browser knows it: webviews live below names of this one. */
const HOST_NAME = 'localhost';
const PROGRAM = inProject('scripts/editor/web-server-main.mjs');
const READY = /^Listening on /;
/** Where @vscode/test-web shows the folder. */
export const MOUNT = 'vscode-test-web://mount';

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
 * @throws {Explained} when the build cannot be installed, or the server ends at once
 */
export async function startWebServer({ editor, folder, extension, suite, dataDir }) {
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
  const server = startGuarded(process.execPath, [PROGRAM, JSON.stringify(served)]);
  /** @type {string[]} */
  const lines = [];
  const exited = server.exited.then(() => lines.join('\n'));
  await new Promise((resolve, reject) => {
    for (const input of [server.stdout, server.stderr]) {
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        if (READY.test(line)) resolve(undefined);
      });
    }
    void exited.then((text) => reject(new Explained(`网页版 VS Code 的服务器启动后立即退出：\n${text}`, 'the web server ended at once')));
  });
  return { url: `http://${HOST_NAME}:${port}`, exited, stop: async () => void (await server.stop()) };
}

/**
 * Puts extension and suite into one folder, as they are served from one, and the environment before the suite's code.
 * @param {WebSuite} suite
 * @param {string} folder
 */
function servedSuite({ extension, tests, env }, folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(extension, folder, { recursive: true });
  for (const file of [tests, `${tests}.map`]) cpSync(file, join(folder, basename(file)));
  const file = join(folder, basename(tests));
  writeFileSync(file, `globalThis.process = ${JSON.stringify({ env })};${readFileSync(tests, 'utf8')}`);
  return { extensionDevelopmentPath: folder, extensionTestsPath: file };
}

/** @returns {Promise<number>} */
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
