import { isRecord } from '../text/is-record.js';
import { type CheckConfiguration, DEFAULT_CONFIGURATION, RULE_SETTINGS, type RuleSetting } from '../check/configuration.js';
import type { Locale } from '../rules/rule.js';
import { CONFIGURATION_SECTION } from './messages.js';

/** When findings are made anew: with every edit, or when a document is opened and saved. */
export type RunMode = 'onType' | 'onSave';

/** What is shown beside the findings, each with a switch of its own. */
export const ANNOTATIONS = Object.freeze(['codeLens', 'inlayHints', 'semanticTokens'] as const);

/** Name of one of them. */
export type Annotation = (typeof ANNOTATIONS)[number];

/** Settings as the user gave them, what is invalid left out. */
export interface Settings extends Partial<Readonly<Record<Annotation, boolean>>> {
  readonly locale?: Locale;
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  readonly run?: RunMode;
}

/** Settings in force. */
export interface EffectiveSettings extends Readonly<Record<Annotation, boolean>> {
  readonly locale: Locale;
  readonly run: RunMode;
  readonly configuration: CheckConfiguration;
}

/** Settings read from a client's value, and what is wrong with it, one sentence a key. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const RUN_MODES: readonly RunMode[] = ['onType', 'onSave'];

/**
 * Reads settings from anything that a client may send. Never throws; a key that is not understood is
 * left out and named in `problems`. Keys that are not the server's are nobody's concern here.
 */
export function readSettings(value: unknown, isRule: (id: string) => boolean): ReadSettings {
  if (value === undefined || value === null) return { settings: {}, problems: [] };
  if (!isRecord(value)) return { settings: {}, problems: [problem('', '应当是一个对象')] };
  const problems: string[] = [];
  const locale = readWord(value.locale, LOCALES, '.locale', problems);
  const run = readWord(value.run, RUN_MODES, '.run', problems);
  const rules = readRules(value.rules, isRule, problems);
  return {
    settings: {
      ...(locale === undefined ? {} : { locale }),
      ...(rules === undefined ? {} : { rules }),
      ...(run === undefined ? {} : { run }),
      ...readSwitches(value, problems),
    },
    problems,
  };
}

/** Later settings win, key by key. */
export function effectiveSettings(...layers: readonly Settings[]): EffectiveSettings {
  let locale: Locale = 'zh-CN';
  let rules: ReadonlyMap<string, RuleSetting> = new Map();
  let run: RunMode = 'onType';
  const switches: Record<Annotation, boolean> = { codeLens: true, inlayHints: true, semanticTokens: true };
  for (const layer of layers) {
    locale = layer.locale ?? locale;
    rules = layer.rules ?? rules;
    run = layer.run ?? run;
    for (const name of ANNOTATIONS) switches[name] = layer[name] ?? switches[name];
  }
  return { locale, run, ...switches, configuration: { ...DEFAULT_CONFIGURATION, rules } };
}

/** Whether two settings lead to the same messages and findings, shown in the same way. */
export function sameSettings(a: EffectiveSettings, b: EffectiveSettings): boolean {
  if (a.locale !== b.locale || a.run !== b.run || ANNOTATIONS.some((name) => a[name] !== b[name])) return false;
  if (a.configuration.rules.size !== b.configuration.rules.size) return false;
  return [...a.configuration.rules].every(([id, setting]) => b.configuration.rules.get(id) === setting);
}

/** One of a few words; undefined where the value is none of them, which is a problem unless there is no value. */
function readWord<Word extends string>(value: unknown, words: readonly Word[], key: string, problems: string[]): Word | undefined {
  if (value === undefined || value === null) return undefined;
  const known = words.find((word) => word === value);
  if (known === undefined) problems.push(problem(key, `${show(value)}不是 ${words.join(' 或 ')}`));
  return known;
}

function readSwitches(values: Readonly<Record<string, unknown>>, problems: string[]): Partial<Record<Annotation, boolean>> {
  const switches: Partial<Record<Annotation, boolean>> = {};
  for (const name of ANNOTATIONS) {
    const value = values[name];
    if (typeof value === 'boolean') switches[name] = value;
    else if (value !== undefined && value !== null) problems.push(problem(`.${name}`, `${show(value)}不是 true 或 false`));
  }
  return switches;
}

function readRules(value: unknown, isRule: (id: string) => boolean, problems: string[]): ReadonlyMap<string, RuleSetting> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) {
    problems.push(problem('.rules', '应当是一个对象，键是规则名，值是级别'));
    return undefined;
  }
  const rules = new Map<string, RuleSetting>();
  for (const [id, setting] of Object.entries(value)) {
    if (!isRule(id)) problems.push(problem(`.rules.${id}`, '没有这条规则'));
    else if (!isRuleSetting(setting)) {
      problems.push(problem(`.rules.${id}`, `${show(setting)}不是 error、warning、information、hint 或 off`));
    } else rules.set(id, setting);
  }
  return rules;
}

function problem(key: string, what: string): string {
  return `设置 ${CONFIGURATION_SECTION}${key} 无效，已忽略：${what}。`;
}

function show(value: unknown): string {
  return `“${typeof value === 'string' ? value : JSON.stringify(value)}”`;
}

function isRuleSetting(value: unknown): value is RuleSetting {
  return RULE_SETTINGS.some((setting) => setting === value);
}
