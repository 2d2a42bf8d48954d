/**
 * Program: makes dist/fazhi-report.vsix, the one package for every VS Code.
 *
 *   node scripts/package.mjs [--no-build]
 *
 * Works offline and asks nothing. What goes in is listed here, and only that: it is copied to a folder of its own and
 * packed there, because `files` in package.json says what goes into the npm package, which is something else.
 * The same sources give the same bytes.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { buildAll } from './build.mjs';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const STAGE = join(PROJECT, 'dist/vsix');
const VSIX = join(PROJECT, 'dist/fazhi-report.vsix');

/** Files and folders of the extension. */
const REQUIRED = [
  'package.nls.json',
  'package.nls.en.json',
  'language-configuration.json',
  'syntaxes',
  'snippets',
  'schemas/project.schema.json',
  'docs/rules',
  'images/icon.png',
  'images/checklist.svg',
  'images/report-light.svg',
  'images/report-dark.svg',
  'images/walkthrough',
  'dist/client.js',
  'dist/languageClient.js',
  'dist/reportFeatures.js',
  'dist/figuresPanel.js',
  'dist/figuresPanel.css',
  'dist/client.web.js',
  'dist/server.js',
  'dist/serverProper.js',
  'dist/server.web.js',
];
const WHERE_PRESENT = ['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.md'];

/** What of package.json is for developers and for npm. */
const NOT_IN_THE_PACKAGE = ['scripts', 'devDependencies', 'bin', 'files', 'private'];

function stage() {
  const missing = REQUIRED.filter((path) => !existsSync(join(PROJECT, path)));
  if (missing.length > 0) throw new Error(`打包缺少文件（missing files）: ${missing.join(', ')}`);
  rmSync(STAGE, { recursive: true, force: true });
  for (const path of [...REQUIRED, ...WHERE_PRESENT]) {
    if (!existsSync(join(PROJECT, path))) continue;
    mkdirSync(dirname(join(STAGE, path)), { recursive: true });
    cpSync(join(PROJECT, path), join(STAGE, path), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  for (const key of NOT_IN_THE_PACKAGE) delete manifest[key];
  writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  // Everything here goes in; vsce wants to be told.
  writeFileSync(join(STAGE, '.vscodeignore'), '');
}

try {
  const { values } = parseArgs({ options: { 'no-build': { type: 'boolean', default: false } } });
  if (!values['no-build']) await buildAll();
  stage();
  process.env['SOURCE_DATE_EPOCH'] ??= '1767225600'; // 2026-01-01: times in the archive, the same on every machine
  await createVSIX({ cwd: STAGE, packagePath: VSIX, dependencies: false, skipLicense: true });
  rmSync(STAGE, { recursive: true, force: true });
  process.stdout.write(`dist/fazhi-report.vsix  ${(statSync(VSIX).size / 1024).toFixed(1)} KB\n`);
} catch (error) {
  if (!(error instanceof Error && 'errors' in error)) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
