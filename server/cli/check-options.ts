import { RULE_SETTINGS, type RuleSetting } from '../check/configuration.js';
import { RULES } from '../rules/index.js';
import { type Locale, SEVERITIES, type Severity } from '../rules/rule.js';
import type { Arguments } from './arguments.js';
import { ENCODING_CHOICES, type EncodingChoice } from './encoding.js';
import { DEFAULT_EXTENSIONS, STANDARD_INPUT } from './input-files.js';
import { nearest } from '../text/nearest.js';
import { CHECK_FORMATS, type CheckFormat, LATER_FORMATS } from './options.js';
import type { Texts } from './texts/texts.js';
import { UsageError } from './usage-error.js';

/** What `check` was asked to do; every value is valid. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  /** Path of `--output`, as given. */
  readonly output: string | undefined;
  /** `check`: say what is wrong; `fix`: mend it; `diff`: show how it would be mended. */
  readonly mode: 'check' | 'fix' | 'diff';
  /** Name that standard input goes by in outputs. */
  readonly stdinName: string;
  readonly encoding: EncodingChoice;
  /** What `--rule` sets; wins over every project file. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Path of `--config`, as given. */
  readonly config: string | undefined;
  readonly noConfig: boolean;
  readonly printConfig: boolean;
  /** Paths of `--baseline` and `--write-baseline`, as given. */
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  /** The slightest severity that makes the exit status 1. */
  readonly failOn: Severity | 'never';
  readonly extensions: ReadonlySet<string>;
  /** Whether files that are named are passed by like those of a folder: no report, excluded by the project. */
  readonly onlyReports: boolean;
  readonly quiet: boolean;
  readonly progress: boolean;
  /** Threads that check side by side; undefined: as many as pay. */
  readonly jobs: number | undefined;
  /** Whether to say where the time went. */
  readonly timing: boolean;
  readonly locale: Locale;
}

/**
 * Reads the options of `check`.
 *
 * @throws UsageError where a value is none of those allowed, a rule is unknown, or two options exclude each other.
 */
export function readCheckOptions(args: Arguments, texts: Texts, locale: Locale): CheckOptions {
  const value = (name: string): string | undefined => args.options.get(name)?.at(-1);
  const flag = (name: string): boolean => args.options.has(name);
  const fail = (message: string): never => {
    throw new UsageError(message, 'check');
  };
  const choice = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const given = value(name);
    if (given === undefined) return fallback;
    const found = allowed.find((candidate) => candidate === given);
    return found ?? fail(texts.badValue(`--${name}`, given, allowed, nearest(given, allowed)));
  };

  const format = value('format');
  if (format !== undefined && LATER_FORMATS.includes(format)) fail(texts.laterFormat(format, CHECK_FORMATS));
  const options: CheckOptions = {
    paths: args.operands,
    format: choice('format', CHECK_FORMATS, 'text'),
    output: value('output') === STANDARD_INPUT ? undefined : value('output'),
    mode: flag('diff') ? 'diff' : flag('fix') ? 'fix' : 'check',
    stdinName: value('stdin-filename')?.replaceAll('\\', '/') ?? STANDARD_INPUT,
    encoding: choice('encoding', ENCODING_CHOICES, 'auto'),
    rules: readRules(args.options.get('rule') ?? [], texts, fail),
    config: value('config'),
    noConfig: flag('no-config'),
    printConfig: flag('print-config'),
    baseline: value('baseline'),
    writeBaseline: value('write-baseline'),
    failOn: choice('fail-on', [...SEVERITIES, 'never'], 'error'),
    extensions: readExtensions(args.options.get('ext') ?? [], texts, fail),
    onlyReports: flag('only-reports'),
    quiet: flag('quiet'),
    progress: !flag('no-progress') && !flag('quiet'),
    jobs: readJobs(value('jobs'), texts, fail),
    timing: flag('timing'),
    locale,
  };

  if (options.config !== undefined && options.noConfig) fail(texts.contradictory('--config', '--no-config'));
  if (options.printConfig) return options;
  if (options.paths.length === 0) fail(texts.noPaths());
  if (flag('fix') && flag('diff')) fail(texts.optionsExclude('--fix', '--diff'));
  if (value('stdin-filename') !== undefined && !options.paths.includes(STANDARD_INPUT)) fail(texts.stdinNameWithoutStdin());
  if (options.mode === 'diff' && options.format !== 'text' && options.output === undefined) fail(texts.diffNeedsOutput(options.format));
  return options;
}

/** More threads than this no machine of a government office has; each one takes its memory. */
const MOST_JOBS = 64;

function readJobs(given: string | undefined, texts: Texts, fail: (message: string) => never): number | undefined {
  if (given === undefined) return undefined;
  const jobs = /^[0-9]{1,3}$/u.test(given) ? Number(given) : 0;
  return jobs >= 1 && jobs <= MOST_JOBS ? jobs : fail(texts.badJobs(given, MOST_JOBS));
}

function readRules(given: readonly string[], texts: Texts, fail: (message: string) => never): ReadonlyMap<string, RuleSetting> {
  const ids = RULES.map((rule) => rule.id);
  const rules = new Map<string, RuleSetting>();
  for (const setting of given) {
    const equals = setting.indexOf('=');
    if (equals < 1) fail(texts.badRuleSetting(setting));
    const id = setting.slice(0, equals).trim();
    const severity = setting.slice(equals + 1).trim();
    if (!ids.includes(id)) fail(texts.unknownRule(id, nearest(id, ids)));
    const found = RULE_SETTINGS.find((candidate) => candidate === severity);
    rules.set(id, found ?? fail(texts.badValue(`--rule ${id}`, severity, RULE_SETTINGS, nearest(severity, RULE_SETTINGS))));
  }
  return rules;
}

function readExtensions(given: readonly string[], texts: Texts, fail: (message: string) => never): ReadonlySet<string> {
  const extensions = new Set(DEFAULT_EXTENSIONS);
  for (const item of given.flatMap((list) => list.split(/[,，]/u))) {
    const extension = item
      .trim()
      .replace(/^\*?\./u, '')
      .toLowerCase();
    if (!/^[^\s/\\*?]+$/u.test(extension)) fail(texts.badExtension(item));
    extensions.add(extension);
  }
  return extensions;
}
