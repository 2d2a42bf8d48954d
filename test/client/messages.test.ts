import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSay, type Locale } from '../../client/messages.js';
import en from '../../l10n/client.en.json';
import zhCN from '../../l10n/client.zh-CN.json';

const placeholders = (text: string): string[] => [...text.matchAll(/\{\d\}/gu)].map(([whole]) => whole).sort();

describe('texts of the client', () => {
  it('are the same ones in both languages, with the same values', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zhCN));
    for (const key of Object.keys(zhCN) as (keyof typeof zhCN)[]) expect(placeholders(en[key]), key).toEqual(placeholders(zhCN[key]));
  });

  it('are Chinese in Chinese, and none is empty', () => {
    for (const [key, text] of Object.entries(zhCN)) expect(text, key).toMatch(/\p{Script=Han}/u);
    for (const [key, text] of Object.entries(en)) expect(text, key).toMatch(/[a-z]/u);
  });

  it('are all used', () => {
    const folder = new URL('../../client/', import.meta.url);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const sources = names.map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const all = sources.join('\n');
    // The names of columns and changes are put together where they are used.
    const listed = new Set([...all.matchAll(/'(\w+)'/gu)].map(([, name]) => name));
    const isPutTogether = (key: string): boolean => /^figures\.(?:column|change)\.\w+$/u.test(key) && listed.has(key.split('.')[2]);
    const unused = Object.keys(zhCN).filter(
      (key) => !all.includes(`'${key}'`) && !isPutTogether(key) && !/^unchecked\.(no-report|chosen-by-user|switched-off)$/u.test(key),
    );
    expect(unused).toEqual([]);
  });
});

describe('say', () => {
  it('puts values in and follows the setting', () => {
    let locale: Locale = 'zh-CN';
    const say = createSay(() => locale);
    expect(say('server.restart')).toBe(zhCN['server.restart']);
    locale = 'en';
    expect(say('server.restart')).toBe(en['server.restart']);
  });
});
