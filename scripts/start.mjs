/**
 * Program behind `npm start`: checks the sample reports on the command line, then opens a real VS Code on a copy of them.
 *
 *   node scripts/start.mjs [--no-editor] [--server] [--port N] [--exit-after-ready]
 *
 * The editor is the desktop VS Code where there is one, else (or with --server) a VS Code server from the npm registry,
 * shown in the browser until Ctrl+C. --exit-after-ready, or CI in the environment: the server is started, its page is
 * opened in a headless browser until a sample shows a finding, and the program ends.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './editor/browser.mjs';
import { findDesktopEditor, openDesktopEditor } from './editor/desktop.mjs';
import { openAddress } from './editor/open-address.mjs';
import { inProject, PROJECT, VSIX } from './editor/paths.mjs';
import { createRunFolder } from './editor/run-folder.mjs';
import { Explained, runMain, say } from './editor/say.mjs';
import { READING_SETTINGS } from './editor/settings.mjs';
import { ensureServer, startServer } from './editor/vscode-server.mjs';
import { openWorkbench, remoteUri, waitForFindings, workbenchAddress } from './editor/workbench.mjs';

/** @typedef {import('./editor/run-folder.mjs').RunFolder} RunFolder */
/** @typedef {import('./editor/vscode-server.mjs').RunningServer} RunningServer */

/**
 * Runs one of the project's programs, its output going to ours.
 * @param {string[]} args path inside the project, then arguments
 */
function runProgram([path = '', ...args]) {
  const { status } = spawnSync(process.execPath, [inProject(path), ...args], { stdio: 'inherit', cwd: PROJECT });
  if (status !== 0) throw new Explained(`${path} 失败，退出状态 ${status}`, `${path} failed`);
}

/** @param {RunFolder} run @returns {string} the sample to begin with: the last one, which has most to show */
const firstSample = (run) => join(run.workspace, readdirSync(run.workspace).sort().at(-1) ?? '');

/** @param {string} command */
function showInDesktop(command) {
  const run = createRunFolder(inProject('seeds'));
  openDesktopEditor(command, { project: PROJECT, folder: run.workspace, file: firstSample(run), data: run.data });
  say(`已在 VS Code 中打开范例的副本：${run.workspace}`, 'opened a copy of the samples in VS Code; change whatever you like');
}

/** @param {RunFolder} run @param {number} port */
const serve = (run, port) =>
  startServer({
    port,
    dataDir: run.data,
    temporaryDir: run.sockets,
    folder: run.workspace,
    extensions: [VSIX],
    settings: READING_SETTINGS,
    remove: [run.root],
  });

/** @param {RunningServer} server @param {RunFolder} run the address that opens the first sample, too */
const sampleAddress = (server, run) => workbenchAddress(server, run.workspace, [['openFile', remoteUri(server, firstSample(run))]]);

/** @param {RunningServer} server */
function printAddress(server) {
  const line = '─'.repeat(72);
  process.stdout.write(
    `\n${line}\n  VS Code 已就绪，请在浏览器中打开（VS Code is ready, open in a browser）：\n\n  ${server.address}\n${line}\n`,
  );
}

/** Waits for Ctrl+C, or for whatever else asks this process to end. @returns {Promise<void>} */
const askedToEnd = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve());
  });

/** @param {number} port */
async function showInBrowser(port) {
  const run = createRunFolder(inProject('seeds'));
  const server = await serve(run, port);
  printAddress(server);
  say('打开的是范例的副本，可随意修改；按 Ctrl+C 结束', 'it shows a copy of the samples: change whatever you like; Ctrl+C ends it');
  openAddress(sampleAddress(server, run));
  const died = server.exited.then((text) => {
    throw new Explained(`VS Code 服务器意外退出：\n${text}`, 'the VS Code server ended');
  });
  await Promise.race([askedToEnd(), died]);
  died.catch(() => {}); // from here on its end is our doing
  await server.stop();
  say('VS Code 服务器已停止', 'VS Code server stopped');
}

/** @param {number} port */
async function verify(port) {
  const run = createRunFolder(inProject('seeds'));
  const server = await serve(run, port);
  printAddress(server);
  const context = await launchBrowser(run.browser);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await openWorkbench(page, sampleAddress(server, run));
    if (!(await waitForFindings(page))) throw new Explained('VS Code 中没有显示任何问题', 'VS Code shows no finding');
    say('界面已加载，范例中的问题已显示；验证完毕', 'the window loads and shows findings in a sample: verified');
  } finally {
    await context.close().catch(() => {});
    await server.stop();
  }
}

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      'no-editor': { type: 'boolean', default: false },
      server: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'exit-after-ready': { type: 'boolean', default: Boolean(process.env.CI) },
    },
  });
  runProgram(['dist/cli.js', 'check', 'seeds', '--fail-on', 'never']);
  if (values['no-editor']) return 0;
  const desktop = values.server || values['exit-after-ready'] ? undefined : findDesktopEditor();
  if (desktop) {
    showInDesktop(desktop);
    return 0;
  }
  runProgram(['scripts/package.mjs']);
  await ensureServer();
  await (values['exit-after-ready'] ? verify : showInBrowser)(Number(values.port));
  return 0;
});
