import type { CheckedFile } from './check-file.js';
import type { Summary } from './summary.js';

/** Puts the results of a check into one format, file by file. */
export interface Reporter {
  /** Called once a file, by name. */
  readonly file: (file: CheckedFile) => void;
  /** Called once, last. */
  readonly end: (summary: Summary) => void;
}
