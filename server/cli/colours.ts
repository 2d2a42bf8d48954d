/** Puts a meaning's colour round a text, or leaves it alone. */
export interface Colours {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly information: (text: string) => string;
  readonly hint: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  /** The changed part of a changed line. */
  readonly changed: (text: string) => string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether to use colours: never where NO_COLOR is set to anything, else where FORCE_COLOR says so
 * (`0` and `false` forbid), else on a terminal that is not dumb.
 */
export function wantsColours(isTTY: boolean, env: Environment): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTTY && env.TERM !== 'dumb';
}

/** The colours in force. */
export function coloursFor(enabled: boolean): Colours {
  const style = (open: number, close: number) => (text: string) =>
    enabled && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    error: style(31, 39),
    warning: style(33, 39),
    information: style(36, 39),
    hint: style(2, 22),
    strong: style(1, 22),
    dim: style(2, 22),
    added: style(32, 39),
    removed: style(31, 39),
    changed: style(7, 27),
  };
}
