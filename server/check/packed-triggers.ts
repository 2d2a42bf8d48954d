import type { Rule } from '../rules/rule.js';

/** The triggers of one rule, by their length in UTF-16 code units. */
export interface PackedTriggers {
  /** Those of one, one after the other. */
  readonly singles: string;
  /** Those of two, one after the other. */
  readonly pairs: string;
  readonly longer: readonly string[];
}

/** Separators: between rules, between the parts of one, between triggers of more than two. */
const RULE = '\n';
const PART = '|';
const WORD = '^';

/** The triggers of one rule; undefined where any paragraph concerns it. */
export function triggersOf(rule: Rule): PackedTriggers | undefined {
  if (!hasTriggers(rule)) return undefined;
  const triggers = [...new Set(rule.triggers ?? [])];
  return {
    singles: triggers.filter(({ length }) => length === 1).join(''),
    pairs: triggers.filter(({ length }) => length === 2).join(''),
    longer: triggers.filter(({ length }) => length > 2),
  };
}

/** Whether a rule has triggers; they are not made for the answer. */
export function hasTriggers(rule: Rule): boolean {
  return 'triggers' in rule;
}

/**
 * The triggers of a list of rules as one text, which `unpackTriggers` reads.
 *
 * @throws where a trigger holds a separator.
 */
export function packTriggers(rules: readonly Rule[]): string {
  return rules
    .map((rule) => {
      const { singles = '', pairs = '', longer = [] } = triggersOf(rule) ?? {};
      for (const text of [singles, pairs, ...longer]) {
        if ([RULE, PART, WORD].some((separator) => text.includes(separator))) throw new Error(`${rule.id}: a trigger holds a separator.`);
      }
      return [singles, pairs, longer.join(WORD)].join(PART);
    })
    .join(RULE);
}

/** The triggers of each rule of a list, in its order, from the text that `packTriggers` made. */
export function unpackTriggers(packed: string): PackedTriggers[] {
  return packed.split(RULE).map((line) => {
    const [singles = '', pairs = '', longer = ''] = line.split(PART);
    return { singles, pairs, longer: longer === '' ? [] : longer.split(WORD) };
  });
}
