/**
 * Program: a picture of a report in VS Code with the packaged extension, 1440 × 900.
 *
 *   node scripts/editor/screenshot.mjs FILE [--folder F] [--theme light|dark] [--out PNG] [--line N]
 *        [--keys KEYS]… [--wait-for SELECTOR]… [--without-findings] [--vsix F]
 *
 * FILE is opened in a copy of F (default: FILE's folder). After the first finding has shown, each --keys is done in
 * turn: keys as Playwright names them (Control+Shift+M), `text:…` to type, `click:SELECTOR` to click,
 * `command:Title` to run a command from the palette. Then each SELECTOR has to show up. --without-findings: do not
 * expect any.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hintAtFonts, launchBrowser } from './browser.mjs';
import { VSIX } from './paths.mjs';
import { createRunFolder } from './run-folder.mjs';
import { Explained, runMain, say } from './say.mjs';
import { READING_SETTINGS } from './settings.mjs';
import { startServer } from './vscode-server.mjs';
import { openWorkbench, remoteUri, stablePicture, waitForFindings, workbenchAddress } from './workbench.mjs';

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const STEP_MILLISECONDS = 15_000;

/**
 * @param {import('playwright-core').Page} page
 * @param {string} step one value of --keys
 */
async function perform(page, step) {
  const [, kind, rest = ''] = /^(text|click|command):(.*)$/su.exec(step) ?? [];
  if (kind === 'text') await page.keyboard.type(rest);
  else if (kind === 'click') await page.locator(rest).first().click({ timeout: STEP_MILLISECONDS });
  else if (kind === 'command') await runCommand(page, rest);
  else await page.keyboard.press(step);
  await stablePicture(page);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').waitFor({ timeout: STEP_MILLISECONDS });
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click({ timeout: STEP_MILLISECONDS });
}

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string' },
      theme: { type: 'string', default: 'light' },
      out: { type: 'string', default: 'screenshot.png' },
      line: { type: 'string', default: '1' },
      keys: { type: 'string', multiple: true, default: [] },
      'wait-for': { type: 'string', multiple: true, default: [] },
      'without-findings': { type: 'boolean', default: false },
      vsix: { type: 'string', default: VSIX },
    },
  });
  const [file] = positionals;
  const theme = values.theme === 'dark' ? 'dark' : 'light';
  if (!file) throw new Explained('用法：node scripts/editor/screenshot.mjs 文件 [选项]', 'a file is needed');
  const source = resolve(values.folder ?? dirname(file));
  const run = createRunFolder(source);
  const server = await startServer({
    dataDir: run.data,
    temporaryDir: run.sockets,
    extensions: [resolve(values.vsix)],
    settings: {
      ...READING_SETTINGS,
      'workbench.colorTheme': THEMES[theme],
      'editor.cursorBlinking': 'solid',
    },
    remove: [run.root],
  });
  await hintAtFonts();
  const context = await launchBrowser(run.browser, { colorScheme: theme });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const opened = `${remoteUri(server, join(run.workspace, relative(source, resolve(file))))}:${values.line}`;
    await openWorkbench(
      page,
      workbenchAddress(server, run.workspace, [
        ['gotoLineMode', 'true'],
        ['openFile', opened],
      ]),
    );
    const found = values['without-findings'] || (await waitForFindings(page));
    for (const step of values.keys) await perform(page, step);
    for (const selector of values['wait-for']) await page.locator(selector).first().waitFor({ timeout: STEP_MILLISECONDS });
    const out = resolve(values.out);
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, await stablePicture(page));
    say(`截图已保存：${out}`, 'picture saved');
    if (!found) throw new Explained('截图时编辑器没有显示任何问题', 'the editor showed no finding');
    return 0;
  } finally {
    await context.close().catch(() => {});
    await server.stop();
  }
});
