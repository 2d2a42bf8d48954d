import type { CheckOptions } from './check-options.js';
import type { FileOutcome } from './file-outcome.js';
import type { InputFile } from './input-files.js';
import type { TimeSpent } from './timing.js';

/** What another thread must know to check files as this one does; all of it can be copied. */
export interface HelperStart {
  readonly options: CheckOptions;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The stream that findings go to; undefined where they go to a file. */
  readonly stream: { readonly isTTY: boolean; readonly columns: number | undefined } | undefined;
}

/** Files to check, in order. */
export interface Errand {
  /** Place of the first one among all files. */
  readonly first: number;
  readonly files: readonly InputFile[];
}

/** What some files of an errand came to; an errand is answered by one or several, in order. */
export interface Answer {
  /** Place of the first one among all files. */
  readonly first: number;
  readonly outcomes: readonly FileOutcome[];
  /** Time spent since the last answer, where somebody asks for it. */
  readonly spent?: TimeSpent | undefined;
}

/** Another thread that checks files. */
export interface Helper {
  readonly send: (errand: Errand) => void;
  readonly stop: () => void;
}

/**
 * Starts a thread.
 *
 * @param answer called with what it found.
 * @param gone called once where it cannot be started or ends before it is stopped; what it was sent and has not answered is lost.
 */
export type StartHelper = (start: HelperStart, answer: (answer: Answer) => void, gone: () => void) => Promise<Helper>;

/** The other threads that a program can have. */
export interface Helpers {
  readonly start: StartHelper;
  /** How many threads run side by side on this machine. */
  readonly cores: () => Promise<number>;
}
