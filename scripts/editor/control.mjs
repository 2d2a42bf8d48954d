/**
 * Lets a test suite inside the editor use the editor's window from outside: take a picture, press keys, read what is
 * on the screen. The suite's side is test/editor/suite/window.ts. HTTP over a socket in the run's folder.
 */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** @typedef {import('playwright-core').Page} Page */
/**
 * Each command reads its own part.
 * @typedef {{name: string, keys: string, text: string, selector: string, frames?: string[], timeout: number}} Request
 * `frames`: selectors of the frames in which `selector` is looked for, outermost first; absent for the window itself
 */

/**
 * What a suite can ask for, by name; each takes and gives JSON.
 * @type {Record<string, (page: Page, request: Request, out: string) => Promise<unknown>>}
 */
const COMMANDS = {
  /** `{name}` → path of the picture */
  screenshot: async (page, { name }, out) => {
    mkdirSync(out, { recursive: true });
    const path = join(out, `${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}.png`);
    await page.screenshot({ path, caret: 'initial' });
    return path;
  },
  /** `{keys}` → null; keys as Playwright names them: `Control+Shift+M` */
  press: async (page, { keys }) => page.keyboard.press(keys),
  /** `{text}` → null; types into whatever has the focus */
  type: async (page, { text }) => page.keyboard.type(text),
  /** `{selector}` → null; clicks the first element that matches */
  click: async (page, request) => locate(page, request).first().click({ timeout: request.timeout }),
  /** `{selector}` → the text of each visible element that matches, with its label for screen readers and its id */
  read: async (page, request) => locate(page, request).evaluateAll(describeElements),
  /** `{selector, text, timeout}` → null, once a visible element that matches contains the text */
  waitFor: async (page, request) => {
    const { text, timeout } = request;
    await locate(page, request).filter({ hasText: text }).first().waitFor({ timeout });
  },
};

/**
 * @param {Page} page
 * @param {Request} request
 * @returns {import('playwright-core').Locator}
 */
function locate(page, { selector, frames = [] }) {
  const [outermost, ...inner] = frames;
  if (outermost === undefined) return page.locator(selector);
  const frame = inner.reduce((outer, next) => outer.frameLocator(next).first(), page.frameLocator(outermost).first());
  return frame.locator(selector);
}

/**
 * @param {Page} page
 * @param {string} socket path of the socket to make
 * @param {string} out folder for pictures
 * @returns {Promise<void>} resolves when it listens; it ends with this process
 */
export async function offerControl(page, socket, out) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const command = COMMANDS[(request.url ?? '').slice(1)];
    try {
      if (!command) throw new Error(`no such command: ${request.url}`);
      const result = await command(page, JSON.parse(body || '{}'), out);
      response.end(JSON.stringify({ result: result ?? null }));
    } catch (error) {
      response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(socket, () => resolve(undefined)));
  server.unref();
}

/**
 * Runs in the page.
 * @param {(HTMLElement | SVGElement)[]} elements
 */
function describeElements(elements) {
  return elements
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => ({
      id: element.id,
      text: (element.textContent ?? '').trim(),
      label: element.getAttribute('aria-label') ?? '',
    }));
}
