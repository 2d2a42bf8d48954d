import type { Command } from './options.js';

const NAME = 'UsageError';

/** The call itself is wrong: nothing was done. The message is ready to show; the exit status is 2. */
export class UsageError extends Error {
  /** Command whose help tells more, where one is known. */
  readonly command: Command | undefined;

  constructor(message: string, command?: Command) {
    super(message);
    this.name = NAME;
    this.command = command;
  }
}

/** Whether an error is a `UsageError`: by its name, since a command that is a bundle of its own has a class of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === NAME;
}
