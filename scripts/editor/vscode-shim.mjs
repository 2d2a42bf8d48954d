#!/usr/bin/env node
/**
 * Program: a VS Code made of parts from the npm registry (a server, or the files of one for the Web, and a headless browser),
 * with as much of the desktop editor's command line as @vscode/test-electron uses:
 *
 *   vscode-shim.mjs FOLDER|FILE.code-workspace --extensionDevelopmentPath=P --extensionTestsPath=T --user-data-dir=U --extensions-dir=E …
 *   vscode-shim.mjs --install-extension F.vsix --user-data-dir=U --extensions-dir=E
 *   vscode-shim.mjs --uninstall-extension ID --user-data-dir=U --extensions-dir=E
 *
 * The exit status of the first is the suite's; what the suite prints goes to standard output. Other options of the
 * desktop editor are accepted and have no effect. Environment: FAZHI_EDITOR names the editor (editors.mjs),
 * FAZHI_EDITOR_SECONDS limits a run (480), FAZHI_EDITOR_OUT is the folder for pictures and the editor's log,
 * FAZHI_EDITOR_RUN one to remove when all has ended, however it ended, unless there is a FAZHI_EDITOR_KEEP; sockets are made
 * in there.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { offerControl } from './control.mjs';
import { editorNamed, USUAL } from './editors.mjs';
import { Explained, runMain } from './say.mjs';
import { windowsOf } from './suite-window.mjs';
import { openWorkbench } from './workbench.mjs';

/** What the suite prints begins with this; everything else that arrives is the editor's own log. */
const SUITE_MARK = '\u2063suite\u2063';

const DEFAULT_SECONDS = 480;

const editor = editorNamed(process.env.FAZHI_EDITOR || USUAL.name);

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string' },
    'uninstall-extension': { type: 'string' },
  },
});

/**
 * @param {string} name
 * @returns {string} the option's value as an absolute path
 * @throws {Explained} when it is missing
 */
function pathOption(name) {
  const value = values[name];
  if (typeof value !== 'string') throw new Explained(`缺少参数 --${name}`, `missing option --${name}`);
  return resolve(value);
}

/** Ends the run when whoever started it is gone, even killed: its end of our standard input closes. */
function followParent() {
  process.stdin
    .on('end', () => process.exit(1))
    .on('error', () => process.exit(1))
    .resume();
  process.stdout.on('error', () => process.exit(1));
}

/**
 * @param {import('./suite-window.mjs').Run['folders']} folders
 * @returns {Promise<number>} the suite's exit status
 */
async function runSuite(folders) {
  const out = resolve(process.env.FAZHI_EDITOR_OUT || '.');
  for (const folder of [out, folders.dataDir, folders.temporaryDir]) mkdirSync(folder, { recursive: true });
  const context = await launchBrowser(join(folders.dataDir, 'browser'));
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.exposeFunction('codeAutomationLog', logPrinter(createWriteStream(join(out, 'editor.log'))));
    const window = await windowsOf(editor).start(page, {
      opens: resolve(positionals[0] ?? '.'),
      folders,
      suite: { extension: pathOption('extensionDevelopmentPath'), tests: pathOption('extensionTestsPath') },
      env: { ...suiteEnvironment(), FAZHI_EDITOR_CONTROL: await offerControl(page, out), FAZHI_EDITOR_MARK: SUITE_MARK },
      remove: process.env.FAZHI_EDITOR_RUN && !process.env.FAZHI_EDITOR_KEEP ? [process.env.FAZHI_EDITOR_RUN] : [],
    });
    try {
      const [status] = await Promise.all([outcome(page, window), openWorkbench(page, window.address)]);
      return status;
    } finally {
      await page.screenshot({ path: join(out, 'last.png'), timeout: 5000 }).catch(() => {});
      await window.stop();
    }
  } finally {
    await context.close().catch(() => {});
  }
}

/** What of our environment is for the suite. */
const suiteEnvironment = () =>
  Object.fromEntries(
    ['FAZHI_EDITOR_RESULT', 'FAZHI_EDITOR_GREP', 'FAZHI_EDITOR_RETRIES', 'FAZHI_EDITOR_COLOR', 'CI'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/**
 * Waits for the suite's end.
 * @param {import('playwright-core').Page} page
 * @param {import('./suite-window.mjs').SuiteWindow} window
 * @returns {Promise<number>} the suite's exit status
 * @throws {Explained} when the time is over, or the server or the page is gone
 */
function outcome(page, window) {
  const seconds = Number(process.env.FAZHI_EDITOR_SECONDS || DEFAULT_SECONDS);
  return new Promise((resolveStatus, reject) => {
    /** @param {string} chinese @param {string} english */
    const fail = (chinese, english) => reject(new Explained(chinese, english));
    setTimeout(
      () => fail(`编辑器测试超过 ${seconds} 秒，已中止`, `the editor suite took over ${seconds} s and was stopped`),
      seconds * 1000,
    );
    void window.exited.then((text) => fail(`VS Code 服务器意外退出：\n${text}`, 'the VS Code server ended'));
    page.on('crash', () => fail('浏览器页面崩溃', 'the browser page crashed'));
    page.on('close', () => fail('浏览器意外关闭', 'the browser closed'));
    page.exposeFunction('codeAutomationExit', (/** @type {number} */ status) => resolveStatus(status)).catch(reject);
  });
}

/**
 * Tells what the suite prints from what the editor logs: suite/index.ts puts FAZHI_EDITOR_MARK before its lines.
 * @param {import('node:fs').WriteStream} log gets the editor's lines
 * @returns {(type: string, args: unknown[]) => void}
 */
function logPrinter(log) {
  return (type, args) => {
    const text = format(...args);
    if (text.startsWith(SUITE_MARK)) process.stdout.write(`${text.slice(SUITE_MARK.length)}\n`);
    else log.write(`[${type}] ${text}\n`);
  };
}

await runMain(async () => {
  const userDataDir = pathOption('user-data-dir');
  const dataDir = join(userDataDir, 'server');
  const temporaryDir = join(process.env.FAZHI_EDITOR_RUN || dataDir, 't');
  const folders = { dataDir, temporaryDir, userDataDir, extensionsDir: pathOption('extensions-dir') };
  const vsix = values['install-extension'];
  if (typeof vsix === 'string') {
    await windowsOf(editor).install(resolve(vsix), folders);
    return 0;
  }
  const id = values['uninstall-extension'];
  if (typeof id === 'string') {
    await windowsOf(editor).uninstall(id, folders);
    return 0;
  }
  followParent();
  return runSuite(folders);
});
