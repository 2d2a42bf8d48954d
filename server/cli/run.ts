import { type Arguments, localeOf, readArguments } from './arguments.js';
import { printable } from './display-width.js';
import type { Io } from './io.js';
import { textsFor } from './texts/texts.js';
import { isUsageError } from './usage-error.js';
import { TOOL_NAME, VERSION } from './version.js';

/**
 * The command line.
 *
 * @param argv arguments without the interpreter and the script.
 * @returns the exit status: 0 nothing found, 1 something found, 2 the work could not be done. Never throws.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const locale = localeOf(argv);
  const texts = textsFor(locale);
  try {
    const args = readArguments(argv, texts);
    if (args.options.has('version')) {
      io.stdout.write(`${TOOL_NAME} ${VERSION}\n`);
      return 0;
    }
    if (args.options.has('help')) {
      io.stdout.write(texts.help(args.command));
      return 0;
    }
    return await runCommand(args, io, argv);
  } catch (error) {
    const isUsage = isUsageError(error);
    const message = isUsage
      ? printable(error.message)
      : texts.problem({ kind: 'internal', detail: String(error instanceof Error ? error.stack : error) });
    io.stderr.write(`${texts.error()}${texts.colon()}${message}\n`);
    if (isUsage) io.stderr.write(`${texts.seeHelp(error.command)}\n`);
    return 2;
  }
}

/** Each command is loaded only when it is called: `--version` and complaints come at once. */
async function runCommand(args: Arguments, io: Io, argv: readonly string[]): Promise<number> {
  const locale = localeOf(argv);
  const texts = textsFor(locale);
  switch (args.command) {
    case 'check': {
      const { checkCommand } = await import('./check-command.js');
      return checkCommand(args, io, texts, locale);
    }
    case 'new': {
      const { newCommand } = await import('./new-command.js');
      return newCommand(args, io, texts);
    }
    case 'rule': {
      const { ruleCommand } = await import('./rule-command.js');
      return ruleCommand(args, io, texts, locale);
    }
    case undefined:
      io.stderr.write(texts.help(undefined));
      return 2;
  }
}
