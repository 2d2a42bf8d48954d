/** A picture of a report in VS Code with the packaged extension, 1280 × 800, light or dark. */
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { inProject } from './paths.mjs';
import { createRunFolder } from './run-folder.mjs';
import { Explained } from './say.mjs';
import { READING_SETTINGS } from './settings.mjs';
import { startServer } from './vscode-server.mjs';
import { openWorkbench, remoteUri, stablePicture, waitForFindings, workbenchAddress } from './workbench.mjs';

const SIZE = { width: 1280, height: 800 };

/** The editor's themes by the kinds of pictures. */
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** @typedef {keyof typeof THEMES} Theme */

/** Each kind of picture. */
export const PICTURE_THEMES = /** @type {readonly Theme[]} */ (Object.keys(THEMES));

/** @type {import('./settings.mjs').Settings} */
const SETTINGS = {
  ...READING_SETTINGS,
  'editor.fontSize': 14,
  'editor.lineHeight': 1.6,
  'editor.cursorBlinking': 'solid',
  'editor.stickyScroll.enabled': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills it in
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'workbench.layoutControl.enabled': false,
};

/**
 * @typedef {object} Scene
 * @property {(folder: string) => void} prepare gets the folder with copies of the samples before the editor opens it
 * @property {string} shown name of the file in that folder that the editor shows
 * @property {number} [line] where the caret is at first, from 1
 * @property {import('./settings.mjs').Settings} [settings] on top of the usual ones
 * @property {(page: import('playwright-core').Page) => Promise<void>} play what is done before the picture is taken
 */

/**
 * Takes a picture in an editor of its own.
 * @param {Theme} theme
 * @param {string} vsix path of the package
 * @param {Scene} scene
 * @returns {Promise<Uint8Array>} PNG
 * @throws {Explained} when the editor shows no finding
 */
export async function takePicture(theme, vsix, { prepare, shown, line = 1, settings = {}, play }) {
  const run = createRunFolder(inProject('seeds'));
  prepare(run.workspace);
  const server = await startServer({
    dataDir: run.data,
    temporaryDir: run.sockets,
    extensions: [vsix],
    settings: { ...SETTINGS, ...settings, 'workbench.colorTheme': THEMES[theme] },
    remove: [run.root],
  });
  const context = await launchBrowser(run.browser, { colorScheme: theme });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.setViewportSize(SIZE);
    const opened = `${remoteUri(server, join(run.workspace, shown))}:${line}`;
    await openWorkbench(
      page,
      workbenchAddress(server, run.workspace, [
        ['gotoLineMode', 'true'],
        ['openFile', opened],
      ]),
    );
    if (!(await waitForFindings(page))) throw new Explained('编辑器没有显示任何问题', 'the editor showed no finding');
    await play(page);
    return await stablePicture(page);
  } finally {
    await context.close().catch(() => {});
    await server.stop();
  }
}
