/**
 * Program: the version of package.json, wherever else it is told.
 *
 *   node scripts/release/versions.mjs            exit status 1 where a file tells another one, with its name
 *   node scripts/release/versions.mjs --write    writes it there; `npm version` does so
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROJECT = new URL('../../', import.meta.url);

/** Files that tell users which version to take. */
const FILES = [
  'action.yml',
  '.pre-commit-hooks.yaml',
  'docs/repository.md',
  'docs/repository/gitlab-ci.yml',
  'test/repository/sample/.pre-commit-config.yaml',
  'test/repository/sample/.github/workflows/reports.yml',
];

/** `fazhi-report@0.1.0`, `fazhi-report@v0.1.0`, `fazhi-report-0.1.0.tgz`, `rev: v0.1.0`, an input's `default: 0.1.0`. */
const TOLD = /((?:fazhi-report@v?|fazhi-report-|rev: v|default: ))(\d+\.\d+\.\d+(?:-[0-9A-Za-z]+(?:\.\d+)*)?)/gu;

/** The version of the package. @returns {string} */
export function packageVersion() {
  return JSON.parse(readFileSync(new URL('package.json', PROJECT), 'utf8')).version;
}

/** @returns {string[]} what tells another version than that of the package, or none, a line each; empty where all agree */
export function differences() {
  const version = packageVersion();
  return FILES.flatMap((file) => {
    const told = [...readFileSync(new URL(file, PROJECT), 'utf8').matchAll(TOLD)].map(([, , found]) => found);
    if (told.length === 0) return [`${file} 没有写明版本（tells no version）`];
    const others = [...new Set(told.filter((found) => found !== version))];
    return others.map((found) => `${file} 写的是 ${found}，应为 ${version}（tells ${found}）`);
  });
}

/** Writes the version of the package into every file that tells one. */
function write() {
  const version = packageVersion();
  for (const file of FILES) {
    const url = new URL(file, PROJECT);
    const text = readFileSync(url, 'utf8');
    const next = text.replace(TOLD, (_, before) => before + version);
    if (next !== text) writeFileSync(url, next);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--write')) write();
  const wrong = differences();
  for (const line of wrong) process.stderr.write(`${line}\n`);
  if (wrong.length > 0) process.exitCode = 1;
}
