/**
 * Program: the least that a check of files can be. Reads each file, decodes it as UTF-8, runs one regular expression over it.
 *
 *   floor.cjs FOLDER
 */
import { readFileSync } from 'node:fs';
import { reportFiles } from '../corpus/cache.js';
import { runRegex } from '../regex.js';

let count = 0;
for (const file of reportFiles(process.argv[2] ?? '.')) count += runRegex(readFileSync(file).toString('utf8'));
process.stdout.write(`${count}\n`);
