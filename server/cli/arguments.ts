import type { Locale } from '../rules/rule.js';
import { nearest } from '../text/nearest.js';
import { COMMANDS, type Command, OPTIONS, type OptionSpec } from './options.js';
import type { Texts } from './texts/texts.js';
import { type OptionToken, type Token, tokensOf } from './tokens.js';
import { UsageError } from './usage-error.js';

/** Arguments taken apart; values are not looked at yet. */
export interface Arguments {
  readonly command: Command | undefined;
  /** What is no option: paths, a rule id. */
  readonly operands: readonly string[];
  /** Long name to values, in order; a flag has one empty value. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/**
 * The language asked for by `--locale`, wherever it stands, so that even a complaint about another
 * option comes in it. `zh-CN` where none is given; a bad value is complained about by `readArguments`.
 */
export function localeOf(argv: readonly string[]): Locale {
  const last = tokensIn(argv).findLast((token) => token.kind === 'option' && token.name === 'locale');
  return last?.kind === 'option' && last.value === 'en' ? 'en' : 'zh-CN';
}

/**
 * Takes the arguments apart and refuses what no command, or not this one, knows.
 *
 * @throws UsageError with a message that names the mistake and the nearest right word.
 */
export function readArguments(argv: readonly string[], texts: Texts): Arguments {
  const tokens = tokensIn(argv);
  const [first, ...operands] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = first === undefined ? undefined : commandOf(first, texts);
  const options = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, value } = readOption(token, command, texts);
    const values = options.get(name);
    if (values === undefined) options.set(name, [value]);
    else if (OPTIONS[name]?.repeatable === true) values.push(value);
    else if (OPTIONS[name]?.takes === 'value') throw new UsageError(texts.optionTwice(`--${name}`), command);
  }
  const locale = options.get('locale')?.[0];
  if (locale !== undefined && locale !== 'zh-CN' && locale !== 'en') {
    throw new UsageError(texts.badValue('--locale', locale, ['zh-CN', 'en'], nearest(locale, ['zh-CN', 'en'])), command);
  }
  return { command, operands, options };
}

function commandOf(word: string, texts: Texts): Command {
  const command = COMMANDS.find((name) => name === word);
  if (command === undefined) throw new UsageError(texts.unknownCommand(word, nearest(word, COMMANDS)));
  return command;
}

function readOption(token: OptionToken, command: Command | undefined, texts: Texts): { readonly name: string; readonly value: string } {
  const given = token.rawName;
  const name = given.startsWith('--') ? token.name : (SHORT_NAMES[token.name] ?? '');
  const spec = specOf(name);
  if (spec === undefined) {
    const near = nearest(token.name, namesFor(command));
    throw new UsageError(texts.unknownOption(given, near === undefined ? undefined : `--${near}`), command);
  }
  if (spec.later === true) throw new UsageError(texts.laterOption(`--${name}`), command);
  if (command !== undefined && !spec.commands.includes(command)) {
    throw new UsageError(texts.optionOfOtherCommand(`--${name}`, command, spec.commands), command);
  }
  if (spec.takes === 'flag') {
    if (token.value !== undefined) throw new UsageError(texts.flagWithValue(`--${name}`), command);
    return { name, value: '' };
  }
  const looksLikeOption = !token.inlineValue && /^-./u.test(token.value ?? '');
  if (token.value === undefined || token.value === '' || looksLikeOption) {
    throw new UsageError(texts.valueMissing(`--${name}`), command);
  }
  return { name, value: token.value };
}

/** The two short options that everybody tries. */
const SHORT_NAMES: Readonly<Record<string, string>> = Object.freeze({ h: 'help', V: 'version' });

function specOf(name: string): OptionSpec | undefined {
  return Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
}

function namesFor(command: Command | undefined): string[] {
  return Object.entries(OPTIONS)
    .filter(([, spec]) => spec.later !== true && (command === undefined || spec.commands.includes(command)))
    .map(([name]) => name);
}

function tokensIn(argv: readonly string[]): readonly Token[] {
  return tokensOf(argv, (name) => specOf(name)?.takes === 'value');
}
