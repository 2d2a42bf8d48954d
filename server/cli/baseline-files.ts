import { dirname, resolve } from 'node:path';
import { canonical, follow, relativeTo } from '../check/addresses.js';
import { decodeText } from '../text/decoding.js';
import { type Baseline, type BaselineEntry, entriesOf, notInBaseline, readBaseline, writeBaseline } from './baseline.js';
import type { CheckedFile } from './check-file.js';
import { addressOf } from './configurations.js';
import type { Problem } from './problem.js';
import { readInput } from './read-input.js';
import { openOutput } from './write-file.js';

/** Why a baseline cannot be used. */
export type BaselineProblem = { readonly kind: 'no-baseline' } | Problem;

/** The baseline of a run: what is left out, and what is to be written. */
export class BaselineFiles {
  readonly #known: Baseline | undefined;
  readonly #found = new Map<string, readonly BaselineEntry[]>();

  /**
   * @param known what `--baseline` names, read by `openBaseline`.
   * @param knownFolder absolute folder of that file.
   * @param writeTo absolute path of `--write-baseline`.
   */
  constructor(
    known: Baseline | undefined,
    private readonly knownFolder: string,
    private readonly writeTo: string | undefined,
  ) {
    this.#known = known;
  }

  /** The file without what is in the baseline. @param path absolute. */
  apply(file: CheckedFile, path: string): CheckedFile {
    const { source } = file.report;
    if (this.writeTo !== undefined) this.#found.set(keyOf(path, dirname(this.writeTo)), entriesOf(file.findings, source));
    const known = this.#known?.files.get(keyOf(path, this.knownFolder));
    if (known === undefined) return file;
    const findings = notInBaseline(file.findings, source, known);
    return { ...file, findings, inBaseline: file.findings.length - findings.length };
  }

  /**
   * Writes the file of `--write-baseline`, where one was asked for.
   *
   * @returns the number of findings in it; undefined where none was asked for.
   * @throws the system's error where it cannot be written.
   */
  write(): number | undefined {
    if (this.writeTo === undefined) return undefined;
    const output = openOutput(this.writeTo);
    try {
      output.write(writeBaseline({ files: this.#found }));
      output.commit();
    } catch (error) {
      output.discard();
      throw error;
    }
    return [...this.#found.values()].flat().reduce((sum, { count }) => sum + count, 0);
  }
}

/** Reads the file of `--baseline`. @param path absolute. */
export function openBaseline(
  path: string,
): { readonly baseline: Baseline; readonly problem?: undefined } | { readonly problem: BaselineProblem; readonly baseline?: undefined } {
  const { bytes, problem } = readInput(path);
  if (problem !== undefined) return { problem };
  const baseline = readBaseline(decodeText(bytes) ?? '');
  return baseline === undefined ? { problem: { kind: 'no-baseline' } } : { baseline };
}

/** How a baseline in a folder names a file: by the way to it, else by its absolute path. */
function keyOf(path: string, folder: string): string {
  const address = addressOf(path);
  const inside = relativeTo(addressOf(folder), address);
  if (inside !== undefined) return inside;
  // Beside or above the folder: ../2024/a.txt.
  for (let up = '..', at = resolve(folder, '..'); ; up += '/..', at = resolve(at, '..')) {
    const way = relativeTo(addressOf(at), address);
    if (way !== undefined && canonical(follow(addressOf(folder), `${up}/${way}`) ?? '') === canonical(address)) return `${up}/${way}`;
    if (resolve(at, '..') === at) return address;
  }
}
