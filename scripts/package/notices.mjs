/** The notices that the licences of bundled packages ask for: of what esbuild says is in the bundles, and of nothing else. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from '../build/bundles.mjs';
import { bundledFiles } from '../build/contents.mjs';
import { esbuildOptions, PROJECT } from '../build/esbuild-options.mjs';

/** Licences that let the code go along under the notice of its authors. Another one is for a person to look at first. */
const ALLOWED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];
const LICENSE_FILE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/iu;

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license SPDX identifier, as its package.json has it
 * @property {string} text the licence
 */

/**
 * What the packages' THIRD-PARTY-NOTICES.md says.
 * @returns {Promise<string>} Markdown
 * @throws {Error} when a bundled package has no licence text, or a licence that is not allowed
 */
export async function thirdPartyNotices() {
  const results = await Promise.all(
    BUNDLES.map((bundle) =>
      build({ ...esbuildOptions(bundle, { sourcemap: false, minify: true, compiled: false }), write: false, logLevel: 'error' }),
    ),
  );
  const folders = new Set(results.flatMap(({ metafile }) => bundledFiles(metafile).flatMap(packageFolder)));
  return noticesOf([...folders].map((folder) => readPackage(join(PROJECT, folder))));
}

/**
 * @param {string} file path of a bundled file, with `/`
 * @returns {string[]} the folder of its package; none where the file is the project's own
 */
export function packageFolder(file) {
  const [folder] = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file) ?? [];
  return folder === undefined ? [] : [folder];
}

/**
 * @param {string} folder of an installed package
 * @returns {BundledPackage}
 * @throws {Error} see `thirdPartyNotices`
 */
export function readPackage(folder) {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) throw new Error(`${folder} 里没有 package.json（is no package）`);
  const { name, version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (!ALLOWED.includes(license)) {
    throw new Error(`${name} ${version} 的许可证是 ${license}，不在允许之列（${ALLOWED.join('、')}）（its licence is not an allowed one）`);
  }
  const file = readdirSync(folder).find((entry) => LICENSE_FILE.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} 没有许可证原文（has no licence text）`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, version, license, text };
}

/**
 * @param {readonly BundledPackage[]} packages
 * @returns {string} Markdown; packages with the very same text stand together
 */
export function noticesOf(packages) {
  const sorted = [...packages].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  /** @type {Map<string, BundledPackage[]>} */
  const byText = new Map();
  for (const one of sorted) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const sections = [...byText].map(([text, group]) => {
    const title = group.map(({ name, version }) => `${name} ${version}`).join('、');
    const fence = '`'.repeat(Math.max(3, 1 + Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length))));
    return `## ${title}\n\n${[...new Set(group.map(({ license }) => license))].join('、')}\n\n${fence}text\n${text}\n${fence}\n`;
  });
  return [
    '<!-- 由 npm run generate 按实际打包的内容生成（generated from what is bundled）, do not edit -->\n',
    '# 第三方软件声明 Third-party notices\n',
    '本软件的程序文件里含有以下开源软件的代码，各按其许可证使用。\n',
    'The bundles of this software contain code of these packages, used under their licences.\n',
    ...sections,
  ].join('\n');
}

/** @param {string} a @param {string} b by code units: the same order everywhere */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
