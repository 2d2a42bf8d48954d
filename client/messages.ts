import en from '../l10n/client.en.json';
import zhCN from '../l10n/client.zh-CN.json';

/** Languages that the client speaks. */
export type Locale = 'zh-CN' | 'en';

/** Name of one text of the client. */
export type MessageKey = keyof typeof zhCN;

/** Says one text in the language of the user; `{0}`, `{1}` … stand for the values. */
export type Say = (key: MessageKey, ...values: readonly (string | number)[]) => string;

const BUNDLES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { 'zh-CN': zhCN, en };

/**
 * Makes the function that says texts.
 *
 * @param locale asked anew for every text, so that a change of the setting takes effect at once.
 */
export function createSay(locale: () => Locale): Say {
  return (key, ...values) => BUNDLES[locale()][key].replace(/\{(\d)\}/gu, (whole, index: string) => String(values[Number(index)] ?? whole));
}

/** Names of all texts that begin with a prefix. */
export function messageKeys<Prefix extends string>(prefix: Prefix): readonly Extract<MessageKey, `${Prefix}${string}`>[] {
  return Object.keys(zhCN).filter((key): key is Extract<MessageKey, `${Prefix}${string}`> => key.startsWith(prefix));
}
