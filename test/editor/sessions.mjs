/** The windows that the suite is run in, one after the other: what each opens, under which settings, and its tests. */
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inProject } from '../../scripts/editor/paths.mjs';
import { createRunFolder, ODD_NAME } from '../../scripts/editor/run-folder.mjs';
import { Explained } from '../../scripts/editor/say.mjs';
import { QUIET_SETTINGS, READING_SETTINGS } from '../../scripts/editor/settings.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @typedef {import('../../scripts/editor/run-folder.mjs').RunFolder} RunFolder */

/**
 * @typedef {object} Session
 * @property {string} name what `--session` asks for
 * @property {string} tests folder with its *.test.ts
 * @property {string} out below the editor's folder of pictures and logs
 * @property {Readonly<import('../../scripts/editor/settings.mjs').Settings>} settings
 * @property {() => RunFolder} createFolder
 * @property {(run: RunFolder) => string} opens path of the folder or the .code-workspace file
 */

const UNTRUSTED_SETTINGS = Object.freeze({
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
});

/** @type {readonly Session[]} */
const SESSIONS = Object.freeze([
  {
    name: 'folder',
    tests: here('suite'),
    out: '',
    settings: { ...QUIET_SETTINGS, ...READING_SETTINGS },
    createFolder: () => createRunFolder([inProject('seeds'), here('workspace')], ODD_NAME),
    opens: ({ workspace }) => workspace,
  },
  {
    // Two folders that nobody has said to trust. The desktop editor trusts them: @vscode/test-electron tells it to.
    name: 'workspaces',
    tests: here('workspaces'),
    out: 'workspaces',
    settings: {
      ...QUIET_SETTINGS,
      ...READING_SETTINGS,
      ...UNTRUSTED_SETTINGS,
    },
    createFolder: () => createRunFolder(here('workspaces/folders'), ODD_NAME),
    opens: ({ workspace }) => join(workspace, '两个 文件夹#1.code-workspace'),
  },
  {
    // Files that must not be written, and nobody has said to trust the folder either.
    name: 'readonly',
    tests: here('readonly'),
    out: 'readonly',
    settings: {
      ...QUIET_SETTINGS,
      ...READING_SETTINGS,
      ...UNTRUSTED_SETTINGS,
      'files.readonlyFromPermissions': true,
      'files.readonlyInclude': { '**/终稿（只读）/**': true },
    },
    createFolder: () => locked(createRunFolder(here('readonly/folders'), ODD_NAME), /^(?:锁定|配置锁定.*json)/),
    opens: ({ workspace }) => join(workspace, '不能写 的报告#1.code-workspace'),
  },
]);

/**
 * Takes from everybody the permission to write files. (Not from folders, which could then not be removed.)
 * @param {RunFolder} run
 * @param {RegExp} which files, by their path in the workspace
 */
function locked(run, which) {
  for (const name of readdirSync(run.workspace, { encoding: 'utf8', recursive: true })) {
    const path = join(run.workspace, name);
    if (which.test(name) && statSync(path).isFile()) chmodSync(path, 0o444);
  }
  return run;
}

/**
 * @param {readonly string[]} names none: all
 * @returns {readonly Session[]}
 * @throws {Explained} when a name is not known
 */
export function chooseSessions(names) {
  const known = SESSIONS.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Explained(`没有名为 ${unknown} 的一组测试，可用：${known.join('、')}`, `no such session; there are ${known.join(', ')}`);
  }
  return names.length === 0 ? SESSIONS : SESSIONS.filter(({ name }) => names.includes(name));
}
