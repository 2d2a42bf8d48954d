/**
 * Program: refuses a tag that is not the version of the package, and a version that is not told the same everywhere.
 *
 *   node scripts/release/check-tag.mjs v1.2.3
 *
 * Exit status 0 where all agree; 1 with what differs.
 */
import { differences, packageVersion } from './versions.mjs';

const tag = process.argv[2] ?? '';
const version = packageVersion();
const wrong = differences();
if (tag !== `v${version}`)
  wrong.unshift(`标签是“${tag}”，package.json 的版本是 ${version}，应打标签 v${version}（tag and version differ）`);
for (const line of wrong) process.stderr.write(`${line}\n`);
if (wrong.length > 0) process.exitCode = 1;
else process.stdout.write(`${tag}\n`);
