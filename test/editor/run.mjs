/**
 * Program: the editor suite, in a real VS Code with the packaged extension installed.
 *
 *   node test/editor/run.mjs [--editor NAME]… [--session folder|workspaces|readonly]… [--grep TEXT] [--no-package]
 *
 * Which editors: those that --editor or FAZHI_EDITOR=oldest,web-newest names (oldest, usual, newest, web-oldest, web-newest),
 * one after the other with the same package, or the usual one. They are parts from the npm registry
 * (scripts/editor/vscode-shim.mjs; scripts/editor/editors.mjs says which versions), which works in a closed network.
 * With FAZHI_VSCODE=desktop, and on Windows, they are desktop editors that @vscode/test-electron downloads: `oldest` the oldest
 * that `engines.vscode` allows, `usual` and `newest` the newest there is. Where that cannot be downloaded the registry's is
 * taken, but not on Windows and not with FAZHI_REQUIRE_CLIENTS=1. VSCODE_EXECUTABLE=PATH is a desktop one on this machine.
 * Pictures and logs of each are in out/NAME/.
 * In each editor all sessions of sessions.mjs are run, each in a window of its own, or those that --session names.
 * In the first session of the first editor the package is installed over itself before, and uninstalled afterwards.
 * FAZHI_VSIX names another package than dist/fazhi-report.vsix, which is otherwise made anew (--no-package: taken as it is).
 * Of several, one that there is not for this platform is skipped; the only one is a failure.
 * The last line is `editor: N passed, N failed`; the exit status is 0 only when tests ran and all passed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { showGuarded } from '../../scripts/editor/guarded.mjs';
import { inProject, VSIX } from '../../scripts/editor/paths.mjs';
import { Explained, runMain, say } from '../../scripts/editor/say.mjs';
import { writeSettings } from '../../scripts/editor/settings.mjs';
import { bundleSuite } from './bundle.mjs';
import { HERE as CIRCUMSTANCES } from './circumstances.mjs';
import { chooseEditors } from './choice.mjs';
import { install, placeOf, placeOptions, uninstall } from './installing.mjs';
import { chooseSessions } from './sessions.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = join(HERE, 'out');

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
  const make = () => showGuarded(process.execPath, [inProject('scripts/package.mjs')], { cwd: inProject() });
  if (!options['no-package'] && (await make()) !== 0) throw new Explained('打包失败', 'the extension cannot be packaged');
  if (!existsSync(VSIX)) throw new Explained(`没有 ${VSIX}`, 'the package is missing: run scripts/package.mjs');
  return VSIX;
}

/**
 * @param {Commands} commands
 * @param {BundledSession} session
 * @param {{vsix: string, out: string, result: string, comesAndGoes: boolean}} what `comesAndGoes`: the extension is installed over
 *   itself before, and uninstalled afterwards
 * @returns {Promise<string | undefined>} why VS Code did not end well; undefined when it did
 */
async function runSession(commands, session, { vsix, out, result, comesAndGoes }) {
  const run = session.createFolder();
  const { executable, env } = commands;
  try {
    writeSettings(placeOf(run).userDataDir, session.settings);
    await install(commands, vsix, run);
    if (comesAndGoes) await install(commands, vsix, run);
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: join(HERE, 'helper'),
      extensionTestsPath: session.extensionTestsPath,
      launchArgs: [session.opens(run), ...placeOptions(placeOf(run))].map(inShell),
      extensionTestsEnv: {
        ...env,
        FAZHI_EDITOR_RUN: run.root,
        FAZHI_EDITOR_KEEP: comesAndGoes ? '1' : '',
        FAZHI_EDITOR_RESULT: result,
        FAZHI_EDITOR_OUT: out,
        FAZHI_EDITOR_GREP: options.grep ?? '',
        FAZHI_EDITOR_COLOR: process.stdout.isTTY && !process.env.NO_COLOR ? '1' : '',
      },
    });
    if (comesAndGoes) await uninstall(commands, run);
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.message;
    throw error;
  } finally {
    run.remove();
  }
}

/**
 * @param {string} argument of the editor, a path or `--name=path`
 * @returns {string} it as @vscode/test-electron has to be given it: on Windows it goes through cmd.exe, which takes it apart at blanks
 */
const inShell = (argument) => (process.platform === 'win32' ? argument.replace(/^(--[\w-]+=)?(.*)$/s, '$1"$2"') : argument);

/** @param {string} path @returns {Result | undefined} what suite/index.ts wrote; undefined when it did not get there */
const readResult = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/**
 * Runs the sessions in one editor and tells what came of them.
 * @param {Choice} editor
 * @param {string} vsix
 * @param {readonly BundledSession[]} sessions
 * @param {boolean} comesAndGoes see `runSession`; in the first session
 * @returns {Promise<Counts>} at least one failure unless tests ran and all passed
 */
async function tryIn(editor, vsix, sessions, comesAndGoes) {
  const started = Date.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  let version;
  rmSync(join(OUT, editor.name), { recursive: true, force: true });
  process.stdout.write(`\n── VS Code ${editor.version ?? ''} (${editor.name}) ──\n`);
  for (const session of sessions) {
    const result = await trySession(editor, vsix, session, comesAndGoes && session === sessions[0]);
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
 * @param {boolean} comesAndGoes see `runSession`
 * @returns {Promise<Counts & {version: string | undefined}>} at least one failure when VS Code did not end well
 */
async function trySession(editor, vsix, session, comesAndGoes) {
  const out = join(OUT, editor.name, session.out);
  const result = join(out, 'result.json');
  mkdirSync(out, { recursive: true });
  const problem = await editor
    .prepare()
    .then((commands) => runSession(commands, session, { vsix, out, result, comesAndGoes }))
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
  const editors = await chooseEditors(options.editor, CIRCUMSTANCES);
  const here = editors.filter(({ runsHere }) => runsHere);
  const vsix = await packageExtension();
  const total = { passed: 0, failed: 0, skipped: 0 };
  let tests = 0;
  for (const [index, editor] of (here.length > 0 ? here : editors).entries()) {
    const counts = await tryIn(editor, vsix, await bundleAll(editor.platform), index === 0);
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
