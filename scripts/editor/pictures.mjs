/**
 * Program: the README's pictures, images/editor-light.png and images/editor-dark.png: a sample report in VS Code with
 * the packaged extension, its outline and its findings; 1280 × 800.
 *
 *   node scripts/editor/pictures.mjs [--out FOLDER] [--vsix F]
 *
 * Needs a Chinese font (fonts-wqy-zenhei). Look at the pictures before you keep them.
 */
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hintAtFonts } from './browser.mjs';
import { inProject, VSIX } from './paths.mjs';
import { Explained, runMain, say } from './say.mjs';
import { PICTURE_THEMES, takePicture } from './take-picture.mjs';
import { stablePicture } from './workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

const STEP_MILLISECONDS = 15_000;
/** A click in a menu has to last a moment to count. */
const MENU_MILLISECONDS = 150;
/** Where the parts of the window meet. */
const OUTLINE_TOP = 190;
const SIDE_BAR_WIDTH = 350;
const PANEL_TOP = 540;

/** What the samples are called in the pictures, by the digits that their names begin with. */
const NAMES = {
  '000': '宁河镇2024年报告.txt',
  '001': '赵庄镇2024年报告.txt',
  '002': '过马营镇2024年报告.txt',
  '003': '寅阳镇2023年报告.txt',
  '004': '尼山镇2024年报告.txt',
};
/** The one that is shown: a section missing, numbers that are wrong, marks that differ. */
const SHOWN = NAMES['002'];

/** @type {import('./settings.mjs').Settings} */
const SETTINGS = { 'editor.renderLineHighlight': 'none', 'workbench.activityBar.location': 'hidden' };

/** @param {string} folder holds copies of the samples */
function giveNames(folder) {
  for (const name of readdirSync(folder)) {
    const better = NAMES[/** @type {keyof typeof NAMES} */ (name.slice(0, 3))];
    if (better) renameSync(join(folder, name), join(folder, better));
  }
}

/**
 * @param {Page} page
 * @param {string} selector of something to click
 */
const click = (page, selector) => page.locator(selector).first().click({ timeout: STEP_MILLISECONDS });

/**
 * Moves an edge of a part of the window, as a person does, with the mouse. While the window still settles, the mouse
 * may miss the edge.
 * @param {Page} page
 * @param {string} selector of the part
 * @param {'top' | 'right'} edge
 * @param {number} to where the edge goes, in pixels from the window's
 */
async function moveEdge(page, selector, edge, to) {
  const part = page.locator(selector).first();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await stablePicture(page);
    const { x, y, width, height } = (await part.boundingBox({ timeout: STEP_MILLISECONDS })) ?? { x: 0, y: 0, width: 0, height: 0 };
    const isTop = edge === 'top';
    if (Math.abs((isTop ? y : x + width) - to) <= 3) return;
    const across = isTop ? x + width / 2 : y + height / 3;
    await page.mouse.move(...(isTop ? [across, y - 1] : [x + width, across]));
    await page.mouse.down();
    await page.mouse.move(...(isTop ? [across, to] : [to, across]), { steps: 5 });
    await page.mouse.up();
  }
  throw new Explained(`界面中 ${selector} 的边缘没有移到 ${to}`, 'an edge in the window cannot be moved');
}

/**
 * Lays the window out: outline in the side bar, findings below the text.
 * @param {Page} page
 */
async function layOut(page) {
  await click(page, '.part.sidebar .composite.title [aria-label^="Views and More Actions"]');
  const timeline = page.locator('.context-view .action-menu-item', { hasText: 'Timeline' });
  await timeline.hover({ timeout: STEP_MILLISECONDS });
  await timeline.click({ delay: MENU_MILLISECONDS, timeout: STEP_MILLISECONDS });
  const outline = '.pane:has(> .pane-header[aria-label^="Outline"])';
  await click(page, `${outline} > .pane-header`);
  await page.locator(`${outline} .monaco-list-row`).first().waitFor({ timeout: STEP_MILLISECONDS });
  await moveEdge(page, outline, 'top', OUTLINE_TOP);
  await moveEdge(page, '.part.sidebar', 'right', SIDE_BAR_WIDTH);
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').nth(5).waitFor({ timeout: STEP_MILLISECONDS });
  await moveEdge(page, '.part.panel', 'top', PANEL_TOP);
  await page.keyboard.press('Escape'); // nothing selected in the panel
  await page.keyboard.press('Control+1');
  await page.keyboard.press('End'); // the editor asks for fixes where the cursor comes to rest
  await page.mouse.move(0, 0);
  await page.locator('.monaco-editor .lightBulbWidget').first().waitFor({ timeout: STEP_MILLISECONDS });
}

/** @type {import('./take-picture.mjs').Scene} */
const SCENE = { prepare: giveNames, shown: SHOWN, line: 3, settings: SETTINGS, play: layOut };

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: inProject('images') },
      vsix: { type: 'string', default: VSIX },
    },
  });
  await hintAtFonts();
  mkdirSync(values.out, { recursive: true });
  for (const theme of PICTURE_THEMES) {
    const path = join(resolve(values.out), `editor-${theme}.png`);
    writeFileSync(path, await takePicture(theme, resolve(values.vsix), SCENE));
    say(`截图已保存：${path}`, 'picture saved');
  }
  return 0;
});
