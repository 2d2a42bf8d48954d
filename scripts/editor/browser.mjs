/** Finding a browser and starting it headless. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBundledBrowser } from './browser-install.mjs';
import { runGuarded } from './guarded.mjs';
import { Explained, say } from './say.mjs';

/** @typedef {import('playwright-core').LaunchOptions} LaunchOptions */

const WINDOW = { width: 1440, height: 900 };

/** Nothing but the local editor is to be shown: no sandbox (needed as root), no graphics card, no calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-pings',
  '--host-resolver-rules=MAP localhost 127.0.0.1, MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** What a person would be asked for: pasting, and that the page of a webview, which has a name of its own, is on this machine. */
const PERMISSIONS = ['clipboard-read', 'clipboard-write', 'local-network-access'];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) =>
      join(process.env[variable] ?? '', path),
    ),
  ),
];

/**
 * In this order: FAZHI_BROWSER (a path, or `bundled`), a browser of the system, the one in an npm package.
 * @returns {Promise<LaunchOptions>} options for playwright-core's `chromium.launch` and its like
 * @throws {Explained} when there is none for this system
 */
export async function findBrowser() {
  const wanted = process.env.FAZHI_BROWSER;
  const executablePath = wanted === 'bundled' ? undefined : wanted || (await systemBrowser());
  if (executablePath) return { executablePath, headless: true, args: FLAGS };
  const { executable, env } = await ensureBundledBrowser();
  return { executablePath: executable, headless: true, args: FLAGS, env: definedOnly({ ...process.env, ...env }) };
}

/**
 * Starts the browser with an empty profile.
 * @param {string} folder where its files go; whoever gives it removes it
 * @param {{colorScheme?: 'light' | 'dark'}} [look]
 * @returns {Promise<import('playwright-core').BrowserContext>} closing it ends the browser
 * @throws {Explained} when it does not start
 */
export async function launchBrowser(folder, { colorScheme = 'light' } = {}) {
  const options = await findBrowser();
  try {
    return await chromium.launchPersistentContext(join(folder, 'profile'), {
      ...options,
      artifactsDir: join(folder, 'artifacts'),
      viewport: WINDOW,
      deviceScaleFactor: 1,
      colorScheme,
      locale: 'zh-CN',
      permissions: PERMISSIONS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    const said =
      String(error)
        .split('\n')
        .filter((line) => line.includes('[err]'))
        .slice(0, 5)
        .join('\n') || error;
    throw new Explained(
      `浏览器 ${options.executablePath} 无法启动：\n${said}\n可用 FAZHI_BROWSER 指明另一个`,
      'the browser does not start',
    );
  }
}

/** Tells, before pictures are taken, when Chinese text would show as boxes. */
export async function hintAtFonts() {
  if (process.platform !== 'linux') return;
  const { status, stdout } = await runGuarded('fc-list', [':lang=zh', 'family']);
  if (status === 0 && stdout.trim() !== '') return;
  say(
    '提示：没有找到中文字体，截图中的汉字会显示为方框；可安装 fonts-wqy-zenhei 或 fonts-noto-cjk',
    'hint: no Chinese font found, Chinese in pictures will show as boxes; install fonts-wqy-zenhei or fonts-noto-cjk',
  );
}

/** @returns {Promise<string | undefined>} path of the first browser that runs */
async function systemBrowser() {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...NAMES.flatMap((name) => onPath.map((folder) => join(folder, name))), ...PLACES];
  for (const candidate of candidates.filter((path) => existsSync(path))) {
    if (process.platform !== 'linux') return candidate; // elsewhere --version would open a window
    if ((await runGuarded(candidate, ['--version'])).status === 0) return candidate;
  }
  return undefined;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function definedOnly(env) {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
