import { describe, expect, it } from 'vitest';
import { CATALOGUE_TRIGGERS } from '../../server/check/catalogue-triggers.js';
import { packTriggers, triggersOf, unpackTriggers } from '../../server/check/packed-triggers.js';
import { RULES } from '../../server/rules/index.js';
import type { Rule } from '../../server/rules/rule.js';

describe('the packed triggers', () => {
  it('of the catalogue are those of its rules', () => {
    expect(packTriggers(RULES) === CATALOGUE_TRIGGERS, 'run npm run generate').toBe(true);
  });

  it('are the same unpacked', () => {
    const none = { singles: '', pairs: '', longer: [] };
    expect(unpackTriggers(CATALOGUE_TRIGGERS)).toEqual(RULES.map((rule) => triggersOf(rule) ?? none));
  });

  it('hold no separator', () => {
    const [rule] = RULES;
    expect(() => packTriggers([{ ...rule, triggers: ['甲|乙'] } as Rule])).toThrow('separator');
  });
});
