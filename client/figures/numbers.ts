import type { Locale } from '../messages.js';

/** Writes numbers as a reader of the language wants them. */
export interface Numbers {
  /** 12,000; as many decimals as there are. */
  readonly plain: (value: number) => string;
  /** +12, −3, 0. */
  readonly signed: (value: number) => string;
  /** +12.5%, one decimal at most. */
  readonly percent: (value: number) => string;
}

/** Numbers for a language, with a real minus sign. */
export function numbersFor(locale: Locale): Numbers {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const withMinus = (text: string): string => text.replace('-', '−');
  return {
    plain: (value) => plain.format(value),
    signed: (value) => withMinus(signed.format(value)),
    percent: (value) => `${withMinus(percent.format(value))}%`,
  };
}

/** Puts values into a text with `{0}`, `{1}` … */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/gu, (whole, index: string) => String(values[Number(index)] ?? whole));
}
