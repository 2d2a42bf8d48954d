/**
 * Lets a test suite inside the editor use the editor's window from outside (take a picture, press keys, read what is on the
 * screen), and lets a suite in a browser do what only Node can. HTTP on this machine, at an address that nobody can guess: the
 * suite may run in a browser's worker, which has no other way out. The suite's side is test/editor/suite/control.ts.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { checkOnCommandLine } from './command-line.mjs';

/** @typedef {import('playwright-core').Page} Page */
/**
 * Each command reads its own part.
 * @typedef {object} Request
 * @property {string} name
 * @property {string} keys
 * @property {string} text
 * @property {string} selector
 * @property {string[]} [frames] selectors of the frames in which `selector` is looked for, outermost first; absent for the window itself
 * @property {number} timeout milliseconds
 * @property {number[]} bytes
 * @property {string[]} options
 * @property {string} encoding
 * @property {string[]} endings of addresses
 */
/**
 * @typedef {object} Run
 * @property {string} out folder for pictures
 * @property {ReadonlySet<string>} requested the addresses that the window and its workers have asked for
 */

/**
 * What a suite can ask for, by name; each takes and gives JSON.
 * @type {Record<string, (page: Page, request: Request, run: Run) => Promise<unknown>>}
 */
const COMMANDS = {
  /** `{name}` → path of the picture */
  screenshot: async (page, { name }, { out }) => {
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
  /** `{selector, text, timeout}` → null, once a visible element that matches contains the text; fails with what there is instead */
  waitFor: async (page, request) => {
    const { text, timeout } = request;
    const matching = locate(page, request);
    try {
      await matching.filter({ hasText: text }).first().waitFor({ timeout });
    } catch (error) {
      const there = (await matching.evaluateAll(describeElements)).map((element) => element.text).filter(Boolean);
      throw new Error(`there is ${there.length === 0 ? 'none with a text' : there.join(' | ')}`, { cause: error });
    }
  },
  /** `{}` → the name of each worker that runs, those of workers included, and when it began, by which it is known */
  workers: async (page) => {
    const asked = await Promise.allSettled(
      page.workers().map((worker) => worker.evaluate('({ name: self.name, id: performance.timeOrigin })')),
    );
    // One that does not answer has ended meanwhile.
    return asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  },
  /** → the addresses that the window and its workers have asked for */
  requested: async (_page, _request, { requested }) => [...requested],
  /** `{endings}` → null; from now on addresses that end so, and only they, cannot be reached */
  cutOff: async (page, { endings }) => {
    await page.context().unrouteAll();
    if (endings.length === 0) return;
    await page.context().route(
      ({ pathname }) => endings.some((ending) => pathname.endsWith(ending)),
      (route) => route.abort(),
    );
  },
  /** `{name, bytes, options}` → what the command line says of a file of that name with these bytes, under no project file */
  check: async (_page, { name, bytes, options }) => checkOnCommandLine(name, Uint8Array.from(bytes), options),
  /** `{text, encoding}` → its bytes */
  encode: async (_page, { text, encoding }) => [...iconv.encode(text, encoding)],
  /** `{passed, failed, …}` → null; what came of the suite, for whoever reads the file that FAZHI_EDITOR_RESULT names */
  result: async (_page, result) => {
    const file = process.env.FAZHI_EDITOR_RESULT;
    if (file) writeFileSync(file, JSON.stringify(result));
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
 * @param {string} out folder for pictures
 * @returns {Promise<string>} the address at which it answers, until this process ends
 */
export async function offerControl(page, out) {
  /** @type {Set<string>} */
  const requested = new Set();
  page.on('request', (request) => requested.add(request.url()));
  const prefix = `/${randomBytes(16).toString('hex')}/`;
  const server = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { url = '' } = request;
    const command = url.startsWith(prefix) ? COMMANDS[url.slice(prefix.length)] : undefined;
    try {
      if (!command) throw new Error(`no such command: ${url}`);
      const result = await command(page, JSON.parse(body || '{}'), { out, requested });
      response.end(JSON.stringify({ result: result ?? null }));
    } catch (error) {
      response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined)));
  server.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}${prefix}`;
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
