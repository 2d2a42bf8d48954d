/**
 * Program: packs a folder as a .vsix.
 *
 *   node scripts/package/vsix.mjs FOLDER VSIX
 *
 * A process of its own: times in the archive are those of the time zone, and the order of files is that of the language,
 * that a process is started with. See `packExtension`.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const THIS = fileURLToPath(import.meta.url);

/**
 * @param {string} folder absolute path; all of it goes in
 * @param {string} vsix absolute path
 * @throws {Error} with what vsce finds amiss, be it only worth a warning
 */
export function packExtension(folder, vsix) {
  // Everything here goes in; vsce wants to be told.
  writeFileSync(join(folder, '.vscodeignore'), '');
  // 2026-01-01
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C', SOURCE_DATE_EPOCH: '1767225600' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [THIS, folder, vsix], { env, encoding: 'utf8' });
  if (status !== 0 || /\bWARNING\b|^::warning/mu.test(stderr)) throw new Error(`vsce 没有成功（vsce failed）：\n${stdout}${stderr}`);
}

if (process.argv[1] === THIS) {
  const [, , cwd = '', packagePath = ''] = process.argv;
  const { createVSIX } = await import('@vscode/vsce');
  await createVSIX({ cwd, packagePath, dependencies: false });
}
