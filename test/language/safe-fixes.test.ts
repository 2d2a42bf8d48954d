import { describe, expect, it } from 'vitest';
import { FORMATTING_RULES, SAFE_FIX_USES, TIDY_KINDS, TIDYING_RULES } from '../../server/language/safe-fixes.js';
import { RULES } from '../../server/rules/index.js';

describe('the use of safe fixes', () => {
  const safe = RULES.filter(({ fixable }) => fixable === 'safe').map(({ id }) => id);

  it('is decided for every rule that has them, and for no other', () =>
    expect(Object.keys(SAFE_FIX_USES).sort()).toEqual([...safe].sort()));

  it('has formatting do nothing that tidying does not', () => {
    for (const rule of FORMATTING_RULES) expect(TIDYING_RULES).toContain(rule);
    expect(FORMATTING_RULES.size).toBeLessThan(TIDYING_RULES.size);
  });

  it('has each thing that tidying does counted as something that is told', () => {
    const kinds = Object.values(SAFE_FIX_USES).flatMap(({ tidies }) => (tidies === undefined ? [] : [tidies]));
    expect(new Set(kinds)).toEqual(new Set(TIDY_KINDS));
  });

  it('leaves words to their writer', () => {
    for (const { id, group } of RULES) if (group === 'terms') expect(TIDYING_RULES).not.toContain(id);
  });
});
