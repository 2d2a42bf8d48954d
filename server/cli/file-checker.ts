import type { CheckContext } from './check-context.js';
import { checkBytes } from './check-file.js';
import type { CheckOptions } from './check-options.js';
import { type FileOutcome, failedOutcome, outcomeOf } from './file-outcome.js';
import type { InputFile } from './input-files.js';
import { readInput } from './read-input.js';
import type { Reporter } from './reporter.js';
import type { Timing } from './timing.js';

/** Reads and checks one file after the other and changes none: what `check` does without `--fix` and `--diff`, in any thread. */
export class FileChecker {
  constructor(
    private readonly options: CheckOptions,
    private readonly context: CheckContext,
    private readonly render: Reporter['render'],
    private readonly timing: Timing | undefined,
  ) {}

  /** @param path of the file: standard input cannot be read twice, nor in another thread. */
  check({ name, explicit }: InputFile, path: string): FileOutcome {
    const { timing } = this;
    timing?.start();
    const { bytes, problem: readProblem } = readInput(path);
    if (readProblem !== undefined) return { problem: readProblem, wasRead: false };
    try {
      const configuration = this.context.configurations.settingsFor(path);
      const { checked, problem } = checkBytes(name, bytes, explicit, { encoding: this.options.encoding, configuration, timing });
      if (problem !== undefined) return { problem, wasRead: true };
      const outcome = outcomeOf(this.context.baseline.apply(checked, path), configuration, this.render);
      timing?.lap('writing');
      return outcome;
    } catch (error) {
      return failedOutcome(error);
    }
  }
}
