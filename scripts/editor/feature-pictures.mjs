/**
 * Program: the pictures of docs/writing.md, taken from the real editor with the packaged extension, light and dark; 1280 × 800.
 *
 *   node scripts/editor/feature-pictures.mjs [--out FOLDER] [--vsix F] [--only NAME]
 *
 * Needs a Chinese font (fonts-wqy-zenhei). Look at the pictures before you keep them.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hintAtFonts } from './browser.mjs';
import { inProject, VSIX } from './paths.mjs';
import { Explained, runMain, say } from './say.mjs';
import { PICTURE_THEMES, takePicture } from './take-picture.mjs';

/** @typedef {import('playwright-core').Page} Page */

const STEP_MILLISECONDS = 15_000;
/** A report with a section missing, and one of the same town for the year before. */
const REPORT = '过马营镇2024年报告.txt';
const LAST_YEAR = '过马营镇2023年报告.txt';

/**
 * What is done before a picture is taken.
 * @type {Readonly<Record<string, (page: Page) => Promise<void>>>}
 */
const SCENES = {
  checklist: async (page) => {
    await openChecklist(page);
    await row(page, '不足和原因').waitFor({ timeout: STEP_MILLISECONDS });
  },
  'quick-fix': async (page) => {
    await openChecklist(page);
    await row(page, '（四）').click({ timeout: STEP_MILLISECONDS });
    await page.locator('.monaco-editor .lightBulbWidget').first().waitFor({ timeout: STEP_MILLISECONDS });
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').nth(1).waitFor({ timeout: STEP_MILLISECONDS });
  },
  figures: async (page) => {
    await run(page, 'Show Figures');
    const panel = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await panel.locator('.summary', { hasText: '比较' }).waitFor({ timeout: STEP_MILLISECONDS });
    await panel.locator('tbody tr').nth(2).click({ timeout: STEP_MILLISECONDS });
  },
  completion: async (page) => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('深入学习《');
    await page.keyboard.type('fzzf', { delay: 120 });
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor({ timeout: STEP_MILLISECONDS });
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-details').waitFor({ timeout: STEP_MILLISECONDS });
  },
  'next-year': async (page) => {
    await run(page, 'Start Next Year');
    await page.locator('.view-line', { hasText: '2025年' }).first().waitFor({ timeout: STEP_MILLISECONDS });
    await page.locator('.view-line', { hasText: '对照清单' }).first().waitFor({ timeout: STEP_MILLISECONDS });
    await page
      .locator('.view-line', { hasText: /____.*去年\s\d/u })
      .first()
      .waitFor({ timeout: STEP_MILLISECONDS });
  },
};

/**
 * @param {Page} page
 * @param {(page: Page) => Promise<void>} act
 */
async function play(page, act) {
  await page.locator('.view-line').first().click({ timeout: STEP_MILLISECONDS });
  await act(page);
  await page.mouse.move(0, 0);
}

/** @param {Page} page */
async function openChecklist(page) {
  // The badge lies above the icon.
  await page
    .locator('.activitybar .action-item:has([aria-label^="Report Check-up"])')
    .first()
    .click({ position: { x: 10, y: 10 }, timeout: STEP_MILLISECONDS });
}

/**
 * A row of the checklist.
 * @param {Page} page
 * @param {string} text
 */
const row = (page, text) => page.locator('.customview-tree .monaco-list-row', { hasText: text }).first();

/**
 * Runs a command by its name.
 * @param {Page} page
 * @param {string} title
 */
async function run(page, title) {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).first().waitFor({ timeout: STEP_MILLISECONDS });
  await page.keyboard.press('Enter');
}

/**
 * Last year's report of the same town: years one less, figures others, so that there is something to compare.
 * @param {string} text
 */
function yearBefore(text) {
  return text
    .replaceAll('2024', '2023')
    .replaceAll('2025', '2024')
    .replace(/(?<![\d.〔—])(\d{1,4})(?= ?余? ?[次场件个名份人条起项])/gu, (figure) =>
      String(Math.max(1, Math.round(Number(figure) * 0.8))),
    );
}

/** @param {string} folder holds copies of the samples; afterwards two reports of one town */
function prepare(folder) {
  const names = readdirSync(folder);
  const sample = names.find((name) => name.startsWith('002'));
  if (sample === undefined) throw new Explained('没有样本 002', 'a sample is missing');
  const text = readFileSync(join(folder, sample), 'utf8');
  for (const name of names) rmSync(join(folder, name));
  writeFileSync(join(folder, REPORT), text);
  writeFileSync(join(folder, LAST_YEAR), yearBefore(text));
}

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: inProject('docs/images') },
      vsix: { type: 'string', default: VSIX },
      only: { type: 'string' },
    },
  });
  await hintAtFonts();
  mkdirSync(values.out, { recursive: true });
  for (const [name, act] of Object.entries(SCENES)) {
    if (values.only !== undefined && values.only !== name) continue;
    for (const theme of PICTURE_THEMES) {
      const path = join(resolve(values.out), `${name}-${theme}.png`);
      writeFileSync(path, await takePicture(theme, resolve(values.vsix), { prepare, shown: REPORT, play: (page) => play(page, act) }));
      say(`截图已保存：${path}`, 'picture saved');
    }
  }
  return 0;
});
