/** The headless Chromium that comes inside the npm package @sparticuz/chromium (Linux on x86-64), unpacked once. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runGuarded } from './guarded.mjs';
import { installOnce } from './install-once.mjs';
import { inProject } from './paths.mjs';
import { Explained, say } from './say.mjs';

/**
 * The package unpacks into the temporary folder, and its libraries only on the hosts it was made for: so it is run in
 * a process of its own whose temporary folder is ours and whose environment looks like such a host.
 */
const UNPACK = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
const LOOK_LIKE_ITS_HOST = { CODEBUILD_BUILD_IMAGE: 'nodejs20' };

/**
 * @typedef {object} BundledBrowser
 * @property {string} executable
 * @property {NodeJS.ProcessEnv} env what it needs in its environment on this machine
 */

/**
 * @returns {Promise<BundledBrowser>} 3 seconds the first time
 * @throws {Explained} on other systems, or when it cannot run here
 */
export async function ensureBundledBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Explained(
      '找不到浏览器：请安装 Chrome、Edge 或 Chromium，或用环境变量 FAZHI_BROWSER 指明其路径',
      'no browser found: install Chrome, Edge or Chromium, or name one in FAZHI_BROWSER',
    );
  }
  const { version } = JSON.parse(readFileSync(inProject('node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const folder = await installOnce(`chromium-${version}`, async (part) => {
    say(`正在解压 npm 软件包中的浏览器 Chromium ${version}……`, 'unpacking the browser that an npm package carries');
    const env = { ...process.env, ...LOOK_LIKE_ITS_HOST, TMPDIR: part };
    const { status, stderr } = await runGuarded(process.execPath, ['--eval', UNPACK], { cwd: inProject(), env });
    if (status !== 0) throw new Explained(`无法解压 @sparticuz/chromium：${stderr}`, 'cannot unpack the browser');
  });
  const executable = join(folder, 'chromium');
  return { executable, env: await workingEnvironment(folder, executable) };
}

/**
 * The system's own libraries where they suffice, else those in the package.
 * @param {string} folder
 * @param {string} executable
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function workingEnvironment(folder, executable) {
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: writeFontSettings(folder) };
  const own = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  let said = '';
  for (const env of [fonts, { ...fonts, LD_LIBRARY_PATH: own }]) {
    const { status, stderr } = await runGuarded(executable, ['--version'], { env: { ...process.env, ...env } });
    if (status === 0) return env;
    said = stderr.trim();
  }
  throw new Explained(
    `npm 软件包中的 Chromium 在本机无法运行：${said}。请安装系统的 chromium 或用 FAZHI_BROWSER 指明浏览器`,
    'the bundled Chromium does not run here: install a system browser or set FAZHI_BROWSER',
  );
}

/**
 * For systems without fontconfig: the package's one Latin font and whatever lies in the usual places.
 * @param {string} folder
 * @returns {string} path of the settings file
 */
function writeFontSettings(folder) {
  const file = join(folder, 'fonts-here.conf');
  const places = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'].map((place) => `<dir>${place}</dir>`);
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places.join('')}<dir prefix="xdg">fonts</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  return file;
}
