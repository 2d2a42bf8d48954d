import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../server/cli/encoding.js';

/** A clean report or a sample with its text. */
export interface CorpusFile {
  /** File name, or the folder of samples and the file name. */
  readonly name: string;
  readonly text: string;
}

/** One row of the samples' table. */
export interface SampleRow {
  readonly file: string;
  readonly line: number;
  readonly character: number;
  readonly rule: string;
  readonly severity: string;
  readonly fragment: string;
  readonly note: string;
}

/** All that the bench reads from the disk. */
export interface Corpus {
  readonly clean: readonly CorpusFile[];
  readonly samples: readonly CorpusFile[];
  readonly rows: readonly SampleRow[];
}

function filesOf(folder: string): CorpusFile[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .sort()
    .map((name) => ({ name, text: decode(readFileSync(path.join(folder, name))).text ?? '' }));
}

/** @param root the project's folder. */
export function readCorpus(root: string): Corpus {
  const [, ...rows] = readFileSync(path.join(root, 'test/samples/seed-annotations.tsv'), 'utf8').trimEnd().split(/\r?\n/u);
  return {
    clean: [...filesOf(path.join(root, 'test/reports/clean')), ...filesOf(path.join(root, 'test/quality/reports'))],
    samples: filesOf(path.join(root, 'seeds')),
    rows: rows.map((row) => {
      const [file = '', line = '', character = '', rule = '', severity = '', fragment = '', note = ''] = row.split('\t');
      return { file, line: Number(line), character: Number(character), rule, severity, fragment, note };
    }),
  };
}
