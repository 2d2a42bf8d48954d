/** The commands, in the order of the help. */
export const COMMANDS = ['check', 'new', 'rule'] as const;

/** A command of the command line. */
export type Command = (typeof COMMANDS)[number];

/** What the parser must know of one option. */
export interface OptionSpec {
  /** `value`: `--name VALUE` or `--name=VALUE`; `flag`: stands alone. */
  readonly takes: 'value' | 'flag';
  /** Commands that have it. */
  readonly commands: readonly Command[];
  /** Whether it may be given more than once; else the last one would win silently, so twice is an error. */
  readonly repeatable?: boolean;
  /** Part of the contract, but not of this version: naming it is an error that says so. */
  readonly later?: boolean;
}

const CHECK: readonly Command[] = ['check'];

/** Every option by its long name. An option that a later version brings loses its `later` and is read where its command is. */
export const OPTIONS: Readonly<Record<string, OptionSpec>> = Object.freeze({
  help: { takes: 'flag', commands: COMMANDS },
  version: { takes: 'flag', commands: COMMANDS },
  locale: { takes: 'value', commands: COMMANDS },
  format: { takes: 'value', commands: ['check', 'rule'] },
  output: { takes: 'value', commands: ['check', 'new'] },
  fix: { takes: 'flag', commands: CHECK },
  diff: { takes: 'flag', commands: CHECK },
  'stdin-filename': { takes: 'value', commands: CHECK },
  encoding: { takes: 'value', commands: CHECK },
  rule: { takes: 'value', commands: CHECK, repeatable: true },
  'fail-on': { takes: 'value', commands: CHECK },
  ext: { takes: 'value', commands: CHECK, repeatable: true },
  'only-reports': { takes: 'flag', commands: CHECK },
  quiet: { takes: 'flag', commands: CHECK },
  'no-progress': { takes: 'flag', commands: CHECK },
  agency: { takes: 'value', commands: ['new'] },
  year: { takes: 'value', commands: ['new'] },
  kind: { takes: 'value', commands: ['new'] },
  config: { takes: 'value', commands: CHECK },
  'no-config': { takes: 'flag', commands: CHECK },
  'print-config': { takes: 'flag', commands: CHECK },
  baseline: { takes: 'value', commands: CHECK },
  'write-baseline': { takes: 'value', commands: CHECK },
  jobs: { takes: 'value', commands: CHECK },
  timing: { takes: 'flag', commands: CHECK },
});

/** Formats of `check` that this version has. */
export const CHECK_FORMATS = ['text', 'json', 'github'] as const;

/** A format of `check`. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Formats of the contract that later versions bring. */
export const LATER_FORMATS: readonly string[] = Object.freeze(['sarif', 'junit', 'csv', 'html']);
