import type { CheckConfiguration } from '../check/configuration.js';
import type { CheckedFile } from './check-file.js';
import type { Problem } from './problem.js';
import type { Reporter } from './reporter.js';
import { type FileSums, sumsOf } from './summary.js';

/**
 * What one file came to, once everything that needs its text is done. Plain data without the text: it may have been made
 * in another thread, and many of them may wait for their turn to be written.
 */
export type FileOutcome = CheckedOutcome | SkippedOutcome;

/** A file that was checked. */
export interface CheckedOutcome {
  readonly problem?: undefined;
  /** By the reporter's `render`. */
  readonly rendered: string;
  readonly sums: FileSums;
  /** Entries of `ignore` that match nothing in the file: their places in the file's configuration. */
  readonly unmatched: readonly number[];
}

/** A file that was not checked. */
export interface SkippedOutcome {
  readonly problem: Problem;
  /** Whether it was read, so that its project file had to be read, too. */
  readonly wasRead: boolean;
}

/** What a checked file came to. */
export function outcomeOf(checked: CheckedFile, { ignore }: CheckConfiguration, render: Reporter['render']): CheckedOutcome {
  return {
    rendered: render(checked),
    sums: sumsOf(checked),
    unmatched: checked.unmatched.map((entry) => ignore.indexOf(entry)),
  };
}

/** An unexpected error in the work on one file: a mistake of ours that must not cost the others. */
export function failedOutcome(error: unknown): SkippedOutcome {
  return { problem: { kind: 'internal', detail: whereOf(error) }, wasRead: true };
}

/** An unexpected error with the place it comes from, on one line. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.stack ?? error.message)
    .split('\n', 2)
    .map((line) => line.trim())
    .join(' ');
}
