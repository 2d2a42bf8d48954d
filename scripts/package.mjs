/**
 * Program: makes both packages from one build, and says how large they are.
 *
 *   node scripts/package.mjs [--no-build] [--into FOLDER]
 *
 * dist/fazhi-report.vsix          the extension, one for every VS Code
 * dist/fazhi-report-VERSION.tgz   the command line and the language server, for npm
 *
 * Works offline and asks nothing. What goes in is listed in package/contents.mjs, and only that: it is copied to a folder
 * of its own and packed there. The same sources give the same bytes (with the same Node: deflate is its own).
 * `--into`: both with their version in their names, for a release; dist/ keeps what it has.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DIST, PROJECT } from './build/esbuild-options.mjs';
import { buildAll } from './build.mjs';
import { load } from './load-module.mjs';
import { extensionContents, npmContents } from './package/contents.mjs';
import { extensionManifest, npmManifest } from './package/manifests.mjs';
import { stage } from './package/stage.mjs';
import { packForNpm } from './package/tarball.mjs';
import { packExtension } from './package/vsix.mjs';

/** @param {string} path @returns {import('./package/manifests.mjs').Manifest} */
const readJson = (path) => JSON.parse(readFileSync(join(PROJECT, path), 'utf8'));

/** @param {string} vsix @param {string} tarball */
async function pack(vsix, tarball) {
  const staging = mkdtempSync(join(tmpdir(), 'fazhi-package-'));
  try {
    const manifest = readJson('package.json');
    const extension = join(staging, 'extension');
    stage(extension, extensionContents(), extensionManifest(manifest));
    packExtension(extension, vsix);
    const forNpm = npmManifest(manifest, readJson('package.nls.json').description);
    stage(join(staging, 'npm'), npmContents(/** @type {any} */ (manifest)), forNpm);
    await packForNpm(join(staging, 'npm'), { name: manifest.name, version: manifest.version }, tarball);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} files */
function report(files) {
  /** @type {typeof import('../test/package/sizes.js')} */
  const { describeSize, sizeOfPackage } = load('test/package/sizes.ts');
  for (const file of files) process.stdout.write(`${relative(process.cwd(), file)}  ${describeSize(sizeOfPackage(file))}\n`);
}

try {
  const { values } = parseArgs({ options: { 'no-build': { type: 'boolean', default: false }, into: { type: 'string' } } });
  if (!values['no-build']) await buildAll();
  const { name, version } = readJson('package.json');
  const folder = resolve(values.into ?? DIST);
  mkdirSync(folder, { recursive: true });
  const tarball = `${name}-${version}.tgz`;
  const stale = readdirSync(folder).filter((file) => file.endsWith('.tgz') && file.startsWith(`${name}-`) && file !== tarball);
  for (const file of stale) rmSync(join(folder, file));
  const files = [values.into === undefined ? `${name}.vsix` : `${name}-${version}.vsix`, tarball].map((file) => join(folder, file));
  await pack(.../** @type {[string, string]} */ (files));
  report(files);
} catch (error) {
  // esbuild has printed its own errors already.
  if (!(error instanceof Error && 'errors' in error)) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
