import { describe, expect, it } from 'vitest';
import { escapeSnippet, type Hole, toPlainText, toSnippet } from '../../server/language/snippets.js';

const TEXT = '甲年 乙镇 甲年 完';
const HOLES: readonly Hole[] = [
  { span: { start: 0, end: 1 }, placeholder: '__', group: 'year' },
  { span: { start: 3, end: 4 }, placeholder: '' },
  { span: { start: 6, end: 7 }, placeholder: '__', group: 'year' },
];

describe('snippets', () => {
  it('escapes what has a meaning', () => {
    expect(escapeSnippet('a$b}c\\d{e')).toBe('a\\$b\\}c\\\\d{e');
  });

  it('numbers tab stops and fills groups in together', () => {
    expect(toSnippet(TEXT, HOLES)).toBe('$' + '{1:__}年 $' + '{2}镇 $' + '{1}年 完$0');
  });

  it('escapes inside and outside of placeholders', () => {
    expect(toSnippet('$x}', [{ span: { start: 1, end: 2 }, placeholder: '}$' }])).toBe('\\$$' + '{1:\\}\\$}\\}$0');
  });

  it('has a form for clients without tab stops', () => {
    expect(toPlainText(TEXT, HOLES)).toBe('__年 镇 __年 完');
  });
});
