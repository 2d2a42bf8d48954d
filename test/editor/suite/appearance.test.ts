/** How a report looks: the editor's defaults for its language, and its colours. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openAsPerson, openSample, withSettings } from './reports';
import { closeAll, openText, writeFile } from './support';
import { hasWindow, readScreen, waitForText } from './window';

/** Full-width marks beside ASCII, which VS Code takes for slips unless told otherwise; harmless in Chinese text. */
const FULL_WIDTH = 'A4，B5；C6：３';

describe('the look of a report', () => {
  for (const [name, value] of [
    ['editor.unicodeHighlight.ambiguousCharacters', false],
    ['editor.unicodeHighlight.nonBasicASCII', false],
    ['editor.wordWrap', 'on'],
    ['editor.wordBasedSuggestions', 'off'],
    ['editor.bracketPairColorization.enabled', false],
  ] as const) {
    it(`has the default ${name} = ${value}`, async () => {
      const { document } = await openSample('004', 'look');
      const setting = vscode.workspace.getConfiguration(undefined, document).inspect(name);
      assert.equal(setting?.defaultLanguageValue, value);
    });
  }

  it('has no boxes around full-width marks, where other languages have them', async function () {
    if (!hasWindow()) this.skip();
    const everywhere = {
      'editor.unicodeHighlight.ambiguousCharacters': true,
      'editor.unicodeHighlight.allowedLocales': { _os: false, _vscode: false }, // Chinese ones allow these marks
    };
    await withSettings(everywhere, async () => {
      const other = await writeFile('boxes.ini', `${FULL_WIDTH}\n`);
      await openAsPerson(other);
      await waitForText('.cdr.unicode-highlight', '');
      await closeAll();
      // An invisible character is still shown: its box says that the editor has looked for others, too.
      await openText(`${FULL_WIDTH}\u200b\n`);
      await waitForText('.cdr.unicode-highlight', '');
      assert.equal((await readScreen('.cdr.unicode-highlight')).length, 1, 'boxes in the report');
    });
  });

  for (const [theme, mark] of [
    ['Default Light Modern', 'vs'],
    ['Default Dark Modern', 'vs-dark'],
    ['Default High Contrast', 'hc-black'],
  ] as const) {
    it(`tells headings, titles and figures from prose in ${theme}`, async function () {
      if (!hasWindow()) this.skip();
      await withSettings({ 'workbench.colorTheme': theme }, async () => {
        await openSample('004', `colours-${mark}`);
        await waitForText(`.monaco-workbench.${mark}`, '');
        await waitForText('.view-line', '一、主要举措和成效');
        // The class of the theme's plain text colour.
        await waitForText('.view-line .mtk1', '围绕主要目标强化法治意识');
        const plain = (await readScreen('.view-line .mtk1')).map(({ text }) => text);
        for (const wanted of ['法治政府建设的情况报告', '一、主要举措和成效', '567件']) {
          const part = plain.find((text) => text.length > 1 && wanted.includes(text));
          assert.equal(part, undefined, `“${part}” in “${wanted}” looks like prose`);
        }
      });
    });
  }
});
