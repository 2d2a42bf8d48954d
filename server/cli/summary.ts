import { SEVERITIES, type Severity } from '../rules/rule.js';
import type { CheckedFile } from './check-file.js';
import type { ShownProblem } from './shown-problem.js';
import { byName } from './input-files.js';
import type { SkippedFile } from './problem.js';

/** What a run comes to. */
export interface Summary {
  /** Files that were checked. */
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings that `--fix` can mend. */
  readonly fixable: number;
  /** Findings that can be mended after a choice. */
  readonly choices: number;
  /** Fixes that were applied in this run. */
  readonly fixed: number;
  /** Findings left out because they are in the baseline; undefined where there is none. */
  readonly inBaseline: number | undefined;
  /** Mistakes in project files, by place. */
  readonly configuration: readonly ShownProblem[];
  /** By name. */
  readonly skipped: readonly SkippedFile[];
  readonly milliseconds: number;
}

/** What one file adds to a run; plain data, for it may come from another thread. */
export interface FileSums {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly fixable: number;
  readonly choices: number;
  readonly fixed: number;
  readonly inBaseline: number;
}

/** Adds up a run, file by file, and keeps none of them. */
export class Tally {
  private files = 0;
  private fixable = 0;
  private choices = 0;
  private fixed = 0;
  private inBaseline = 0;
  private readonly counts: Record<Severity, number> = noCounts();
  private readonly skipped: SkippedFile[];

  constructor(skipped: readonly SkippedFile[]) {
    this.skipped = [...skipped];
  }

  /** Counts a checked file. */
  add(file: FileSums): void {
    this.files++;
    this.fixed += file.fixed;
    this.inBaseline += file.inBaseline;
    this.fixable += file.fixable;
    this.choices += file.choices;
    for (const severity of SEVERITIES) this.counts[severity] += file.counts[severity];
  }

  /** Counts a file that was not checked. */
  skip(file: SkippedFile): void {
    this.skipped.push(file);
  }

  /**
   * @param milliseconds time used so far.
   * @param hasBaseline whether known findings were left out.
   */
  summary(milliseconds: number, configuration: readonly ShownProblem[] = [], hasBaseline = false): Summary {
    return {
      files: this.files,
      counts: { ...this.counts },
      fixable: this.fixable,
      choices: this.choices,
      fixed: this.fixed,
      inBaseline: hasBaseline ? this.inBaseline : undefined,
      configuration,
      skipped: [...this.skipped].sort(byName),
      milliseconds: Math.max(0, Math.round(milliseconds)),
    };
  }
}

/** What a checked file adds to a run. */
export function sumsOf(file: CheckedFile): FileSums {
  let fixable = 0;
  let choices = 0;
  for (const finding of file.findings) {
    if (finding.fixable === 'safe') fixable++;
    else if (finding.fixable === 'choice') choices++;
  }
  return { counts: countsOf(file), fixable, choices, fixed: file.fixed, inBaseline: file.inBaseline };
}

/** Findings of a file by severity. */
export function countsOf(file: CheckedFile): Readonly<Record<Severity, number>> {
  const counts = noCounts();
  for (const finding of file.findings) counts[finding.severity]++;
  return counts;
}

/** Whether a severity is at least as grave as a threshold. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

function noCounts(): Record<Severity, number> {
  return { error: 0, warning: 0, information: 0, hint: 0 };
}
