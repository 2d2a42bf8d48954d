/**
 * Program: compares what has been packed (npm run package) with the sizes on record in test/package/sizes.json.
 *
 *   node scripts/sizes.mjs             tells both, and fails when something grew or shrank by more than a tenth
 *   node scripts/sizes.mjs --update    writes the record, and the tables made from it
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIST, PROJECT } from './build/esbuild-options.mjs';
import { load } from './load-module.mjs';

const RECORD = join(PROJECT, 'test/package/sizes.json');

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
/** @type {typeof import('../test/package/sizes.js')} */
const { changes, measure } = load('test/package/sizes.ts');
const { name, version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
const now = measure(join(DIST, `${name}.vsix`), join(DIST, `${name}-${version}.tgz`));
if (values.update) {
  writeFileSync(RECORD, `${JSON.stringify(now, null, 2)}\n`);
  process.exitCode = spawnSync(process.execPath, [join(PROJECT, 'scripts/generate.mjs')], { stdio: 'inherit' }).status ?? 1;
} else {
  const found = changes(JSON.parse(readFileSync(RECORD, 'utf8')), now);
  process.stdout.write(found.length === 0 ? '大小与记录相符（sizes are as recorded）\n' : `${found.join('\n')}\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
