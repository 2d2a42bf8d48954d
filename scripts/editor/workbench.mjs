/** VS Code's window in a browser page. */
import { Explained } from './say.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./vscode-server.mjs').RunningServer} RunningServer */

/** A finding in the visible part of the text; hints show only there. */
const SQUIGGLE = ['error', 'warning', 'info', 'hint'].map((severity) => `.monaco-editor .squiggly-${severity}`).join(', ');
/** The counts of errors, warnings and information in the status bar. */
const COUNTS = '.statusbar-item[id="status.problems"]';
/** Shown once the workbench is usable. */
const WORKBENCH = '.monaco-workbench .part.editor';
/** What the window is configured with, in its page. */
const CONFIGURATION = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/;
const THIS_MACHINE = /^(?:127\.0\.0\.1|(?:.+\.)?localhost)$/;
const LOAD_SECONDS = 60;
const FINDING_SECONDS = 30;

/**
 * @param {RunningServer} server
 * @param {string} path absolute path of what to open: a folder, or a .code-workspace file with several
 * @param {[string, string][]} [payload] what VS Code takes from the address: extensionTestsPath, openFile …
 * @returns {string}
 */
export function workbenchAddress(server, path, payload = []) {
  const address = new URL(server.address);
  address.searchParams.set(path.endsWith('.code-workspace') ? 'workspace' : 'folder', path);
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/**
 * A file of the server's machine, as the payload names it.
 * @param {RunningServer} server
 * @param {string} path absolute
 */
export const remoteUri = (server, path) => `vscode-remote://127.0.0.1:${server.port}${path.split('/').map(encodeURIComponent).join('/')}`;

/**
 * Lets a page reach this machine only: what it asks of any other host is refused.
 * @param {Page} page
 */
export async function confine(page) {
  await page.route(
    ({ protocol, hostname }) => protocol.startsWith('http') && !THIS_MACHINE.test(hostname),
    (route) => route.abort(),
  );
}

/**
 * Changes what a window is told by its page. VS Code's server tells it little more when it is being tested, but then the
 * window behaves otherwise than for a person: newer ones show no notifications.
 * @param {Page} page
 * @param {string} origin of the page: `http://127.0.0.1:PORT`
 * @param {(configuration: Record<string, unknown>) => Record<string, unknown>} change from VS Code's configuration of the window
 *   (IWorkbenchConstructionOptions) to the one it gets
 * @returns {Promise<void>}
 */
export async function changeConfiguration(page, origin, change) {
  await page.route(
    (url) => url.origin === origin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(CONFIGURATION, (_, before, text) => {
        const configuration = change(JSON.parse(text.replaceAll('&quot;', '"')));
        return before + JSON.stringify(configuration).replaceAll('"', '&quot;');
      });
      await route.fulfill({ response, body });
    },
  );
}

/**
 * Opens the workbench and waits until it is there.
 * @param {Page} page
 * @param {string} address from `workbenchAddress`
 * @returns {Promise<void>}
 * @throws {Explained} when it does not show up
 */
export async function openWorkbench(page, address) {
  await confine(page);
  await page.goto(address, { waitUntil: 'commit' });
  try {
    await page.waitForSelector(WORKBENCH, { timeout: LOAD_SECONDS * 1000 });
  } catch (error) {
    throw new Explained(`VS Code 界面 ${LOAD_SECONDS} 秒内没有出现`, 'the VS Code window did not show up in time', error);
  }
}

/**
 * Waits until the editor shows a finding.
 * @param {Page} page
 * @returns {Promise<boolean>} false when none came in time
 */
export async function waitForFindings(page) {
  try {
    const finding = page.locator(SQUIGGLE).or(page.locator(COUNTS, { hasText: /[1-9]/ }));
    await finding.first().waitFor({ state: 'attached', timeout: FINDING_SECONDS * 1000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes a picture once the window has stopped changing.
 * @param {Page} page
 * @returns {Promise<Uint8Array>} PNG; after 20 attempts the last one, changing or not
 */
export async function stablePicture(page) {
  /** @type {Uint8Array} */
  let before = new Uint8Array();
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const now = await page.screenshot({ animations: 'disabled' });
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}
