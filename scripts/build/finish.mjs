/** What is done to a bundle when esbuild has written it. */
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findStrangers } from './contents.mjs';

/** @typedef {import('./bundles.mjs').Bundle} Bundle */

/**
 * @param {Bundle} bundle
 * @param {string} file absolute path of what was written
 * @param {import('esbuild').Metafile} metafile
 * @throws {Error} when it holds code that is not its own
 */
export function finish({ outfile, program, never = [], except = [] }, file, metafile) {
  if (program) chmodSync(file, 0o755);
  const strangers = findStrangers(metafile, never, except);
  if (strangers.length > 0) {
    throw new Error(
      `${outfile} 里有不该有的代码（holds code that is not its own）:\n${strangers.map((chain) => `  ${chain.join(' ← ')}`).join('\n')}`,
    );
  }
}

/**
 * Makes a bundle ASCII: esbuild leaves regular expressions as they are.
 * @param {string} file
 */
export function escapeRest(file) {
  const code = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    code.replace(/\P{ASCII}/gu, (character) =>
      // By UTF-16 units: a pair means its character in a regular expression, too.
      [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
    ),
  );
}

/** @param {string} file */
export function report(file) {
  process.stdout.write(`  ${`dist/${basename(file)}`.padEnd(22)} ${(statSync(file).size / 1024).toFixed(1).padStart(8)} KB\n`);
}
