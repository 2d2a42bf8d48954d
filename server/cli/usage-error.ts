import type { Command } from './options.js';

/** The call itself is wrong: nothing was done. The message is ready to show; the exit status is 2. */
export class UsageError extends Error {
  /** Command whose help tells more, where one is known. */
  readonly command: Command | undefined;

  constructor(message: string, command?: Command) {
    super(message);
    this.name = 'UsageError';
    this.command = command;
  }
}
