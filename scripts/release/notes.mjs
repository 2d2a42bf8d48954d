/**
 * Program: prints the section of CHANGELOG.md that tells of a version, without its heading, as the notes of a release.
 *
 *   node scripts/release/notes.mjs v1.2.3 [CHANGELOG]
 *
 * Exit status 0; 1 where there is no such section or nothing in it.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [tag = '', path = fileURLToPath(new URL('../../CHANGELOG.md', import.meta.url))] = process.argv.slice(2);
const version = tag.replace(/^v/u, '');
const sections = readFileSync(path, 'utf8').split(/^## /mu).slice(1);
// `## 1.2.3`, `## [1.2.3] - 2026-01-01`, `## 1.2.3（2026年1月1日）`.
const section = sections.find((text) => /^\[?v?([\w.-]+)/u.exec(text)?.[1] === version);
const notes = section?.slice(section.indexOf('\n')).trim() ?? '';
if (notes === '') {
  process.stderr.write(`${path} 里没有 ${version} 的更新记录：请把“未发布”改成“${version}”（no section for ${version}）\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${notes}\n`);
}
