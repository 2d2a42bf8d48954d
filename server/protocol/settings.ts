import { isRecord } from '../text/is-record.js';
import { type CheckConfiguration, DEFAULT_CONFIGURATION, RULE_SETTINGS, type RuleSetting } from '../check/configuration.js';
import type { Locale } from '../rules/rule.js';
import { CONFIGURATION_SECTION } from './messages.js';

/** Settings as the user gave them, what is invalid left out. */
export interface Settings {
  readonly locale?: Locale;
  readonly rules?: ReadonlyMap<string, RuleSetting>;
}

/** Settings in force. */
export interface EffectiveSettings {
  readonly locale: Locale;
  readonly configuration: CheckConfiguration;
}

/** Settings read from a client's value, and what is wrong with it, one sentence a key. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

const LOCALES: readonly string[] = ['zh-CN', 'en'];

/**
 * Reads settings from anything that a client may send. Never throws; a key that is not understood is
 * left out and named in `problems`. Keys that are not the server's are nobody's concern here.
 */
export function readSettings(value: unknown, isRule: (id: string) => boolean): ReadSettings {
  if (value === undefined || value === null) return { settings: {}, problems: [] };
  if (!isRecord(value)) return { settings: {}, problems: [problem('', '应当是一个对象')] };
  const problems: string[] = [];
  const locale = readLocale(value.locale, problems);
  const rules = readRules(value.rules, isRule, problems);
  return {
    settings: { ...(locale === undefined ? {} : { locale }), ...(rules === undefined ? {} : { rules }) },
    problems,
  };
}

/** Later settings win, key by key. */
export function effectiveSettings(...layers: readonly Settings[]): EffectiveSettings {
  let locale: Locale = 'zh-CN';
  let rules: ReadonlyMap<string, RuleSetting> = new Map();
  for (const layer of layers) {
    locale = layer.locale ?? locale;
    rules = layer.rules ?? rules;
  }
  return { locale, configuration: { ...DEFAULT_CONFIGURATION, rules } };
}

/** Whether two settings lead to the same messages and findings. */
export function sameSettings(a: EffectiveSettings, b: EffectiveSettings): boolean {
  if (a.locale !== b.locale || a.configuration.rules.size !== b.configuration.rules.size) return false;
  return [...a.configuration.rules].every(([id, setting]) => b.configuration.rules.get(id) === setting);
}

function readLocale(value: unknown, problems: string[]): Locale | undefined {
  if (value === undefined || value === null) return undefined;
  if (isLocale(value)) return value;
  problems.push(problem('.locale', `${show(value)}不是 zh-CN 或 en`));
  return undefined;
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

function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && LOCALES.includes(value);
}

function isRuleSetting(value: unknown): value is RuleSetting {
  return RULE_SETTINGS.some((setting) => setting === value);
}
