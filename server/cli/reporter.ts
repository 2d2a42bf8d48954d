import type { CheckedFile } from './check-file.js';
import type { Summary } from './summary.js';
import type { TimeSpent } from './timing.js';

/** Puts the results of a check into one format, file by file. */
export interface Reporter {
  /** What is to be written of a file; the same wherever and whenever it is asked, so that several files can be put into words side by side. */
  readonly render: (file: CheckedFile) => string;
  /** Called once a file, by name, with what `render` made of it. */
  readonly file: (rendered: string) => void;
  /** Called once, last. @param spent where the time went, where somebody asks for it. */
  readonly end: (summary: Summary, spent?: TimeSpent) => void;
}
