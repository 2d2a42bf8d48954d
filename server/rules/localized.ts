import type { LocalizedText } from './rule.js';

/** A text in both languages of the product. */
export function localized(chinese: string, english: string): LocalizedText {
  return { 'zh-CN': chinese, en: english };
}
