/**
 * Program: what the engine costs inside one process, as lines of JSON (`LibraryLine`).
 *
 *   library.cjs ROOT REPORTS COUNT RUNS SIZES HOSTILE
 *
 * REPORTS: folder of reports, COUNT of which are used. SIZES: octets of the single documents, with commas. HOSTILE: octets
 * of the hostile line; 0 for none.
 */
import { readFileSync } from 'node:fs';
import { check } from '../../../server/check/check.js';
import { parseReport } from '../../../server/report/parse-report.js';
import { NO_PROJECT } from '../../../server/report/project.js';
import type { Report } from '../../../server/report/report.js';
import { SourceText } from '../../../server/text/source-text.js';
import { readPools } from '../corpus/blocks.js';
import { reportFiles } from '../corpus/cache.js';
import { documentOf, HOSTILE_UNITS, hostileReport } from '../corpus/documents.js';
import { mediansOf } from '../measure.js';
import { runRegex } from '../regex.js';

/** What the program tells. Times are medians in milliseconds. */
export interface LibraryLine {
  /** `reports`; octets of a document; or a hostile unit. */
  readonly what: string;
  readonly octets: number;
  /** UTF-16 code units. */
  readonly length: number;
  readonly findings: number;
  readonly characters: number;
  readonly decoding: number;
  readonly regex: number;
  readonly parse: number;
  readonly check: number;
}

/** Small texts are worked through several times a measurement: together they have at least so many octets. */
const ENOUGH = 1_000_000;

function measure(what: string, given: readonly Buffer[], runs: number): LibraryLine {
  const octets = given.reduce((sum, { length }) => sum + length, 0);
  const times = Math.max(1, Math.floor(ENOUGH / octets));
  const bytes = Array.from({ length: times }, () => given).flat();
  // A text of its own each time: nothing can be remembered from one to the next.
  const texts = bytes.map((buffer) => buffer.toString('utf8'));
  let sum = 0;
  const sumOfCharacters = (text: string): number => {
    let all = 0;
    for (let at = 0; at < text.length; at++) all += text.charCodeAt(at);
    return all;
  };
  const read = (text: string): Report => parseReport(new SourceText(text), NO_PROJECT);
  const medians = mediansOf(
    {
      characters: () => {
        for (const text of texts) sum += sumOfCharacters(text);
      },
      decoding: () => {
        for (const buffer of bytes) sum += buffer.toString('utf8').length;
      },
      regex: () => {
        for (const text of texts) sum += runRegex(text);
      },
      parse: () => {
        for (const text of texts) sum += read(text).paragraphs.length;
      },
      check: () => {
        for (const text of texts) sum += check(read(text)).length;
      },
    },
    runs,
  );
  const each = Object.fromEntries(Object.entries(medians).map(([name, time]) => [name, time / times])) as typeof medians;
  const findings = given.reduce((all, buffer) => all + check(read(buffer.toString('utf8'))).length, 0);
  const length = texts.reduce((all, text) => all + text.length, 0) / times;
  return { what, octets, length: Number.isNaN(sum) ? 0 : length, findings, ...each };
}

const [root = '', folder = '', count = '', runs = '', sizes = '', hostile = ''] = process.argv.slice(2);
const tell = (line: LibraryLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const pools = readPools(root);
const reports = reportFiles(folder)
  .slice(0, Number(count))
  .map((file) => readFileSync(file));
tell(measure('reports', reports, Number(runs)));
for (const size of sizes.split(',').filter((each) => each !== '')) {
  tell(measure(size, [Buffer.from(documentOf(pools, Number(size), 0))], Number(size) > ENOUGH ? 1 : Number(runs)));
}
if (Number(hostile) > 0) {
  for (const unit of HOSTILE_UNITS) tell(measure(unit, [Buffer.from(hostileReport(pools, unit, Number(hostile)))], 1));
}
