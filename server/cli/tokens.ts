/** One piece of a command line. */
export type Token = PositionalToken | OptionToken;

/** What is no option: a command, a path, a rule id. */
export interface PositionalToken {
  readonly kind: 'positional';
  readonly value: string;
}

/** An option as it was written. */
export interface OptionToken {
  readonly kind: 'option';
  /** Without hyphens. */
  readonly name: string;
  /** With its hyphens: `--name`, `-h`. */
  readonly rawName: string;
  /** Undefined where there is none, or where it is not known to take one. */
  readonly value: string | undefined;
  /** `--name=VALUE`, not `--name VALUE`. */
  readonly inlineValue: boolean;
}

/**
 * Takes a command line apart as `parseArgs` of node:util does where it is not strict: `--name`, `--name VALUE`,
 * `--name=VALUE`, `-h`, `-hV`, and everything behind `--` as it stands. That one is not among what Node has at hand
 * when it starts, and compiling it would take as long as all the rest of `--version`.
 *
 * @param takesValue whether an option of that name is followed by its value.
 */
export function tokensOf(argv: readonly string[], takesValue: (name: string) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') {
      for (const value of argv.slice(at + 1)) tokens.push({ kind: 'positional', value });
      break;
    }
    if (word.startsWith('--')) {
      const equals = word.indexOf('=', 3);
      const name = word.slice(2, equals < 0 ? undefined : equals);
      const follows = equals < 0 && takesValue(name);
      const value = equals < 0 ? (follows ? argv[at + 1] : undefined) : word.slice(equals + 1);
      tokens.push({ kind: 'option', name, rawName: `--${name}`, value, inlineValue: equals >= 0 });
      if (follows) at++;
    } else if (word.startsWith('-') && word.length > 1) {
      for (const name of word.slice(1)) tokens.push({ kind: 'option', name, rawName: `-${name}`, value: undefined, inlineValue: false });
    } else {
      tokens.push({ kind: 'positional', value: word });
    }
  }
  return tokens;
}
