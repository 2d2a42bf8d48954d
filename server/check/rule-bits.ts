/** Rules in a set of bits; a word keeps small integers of the engine, which are the fastest. */
const BITS_PER_WORD = 30;

/** How many rules a set can tell apart. */
export const MOST_RULES = 3 * BITS_PER_WORD;

/** A set of rules by their index in a list, at most `MOST_RULES` of them. */
export interface RuleBits {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

/** The set without any rule. */
export const NO_RULES: RuleBits = Object.freeze({ first: 0, second: 0, third: 0 });

/** A set of the rules of a list for which a test holds. */
export function rulesWhere<T>(list: readonly T[], holds: (item: T, index: number) => boolean): RuleBits {
  const words = [0, 0, 0];
  for (const [index, item] of list.entries()) {
    if (holds(item, index)) words[wordOf(index)] = (words[wordOf(index)] ?? 0) | bitOf(index);
  }
  const [first = 0, second = 0, third = 0] = words;
  return { first, second, third };
}

/** The set of one rule. */
export function onlyRule(index: number): RuleBits {
  const word = wordOf(index);
  const bit = bitOf(index);
  return { first: word === 0 ? bit : 0, second: word === 1 ? bit : 0, third: word === 2 ? bit : 0 };
}

/** Rules that stand in both sets. */
export function inBoth(one: RuleBits, other: RuleBits): RuleBits {
  const first = one.first & other.first;
  const second = one.second & other.second;
  const third = one.third & other.third;
  return (first | second | third) === 0 ? NO_RULES : { first, second, third };
}

/** Rules that stand in either set. */
export function inEither(one: RuleBits, other: RuleBits): RuleBits {
  return { first: one.first | other.first, second: one.second | other.second, third: one.third | other.third };
}

/** Whether every rule of one set is in another. */
export function isWithin(one: RuleBits, other: RuleBits): boolean {
  return (one.first & ~other.first) === 0 && (one.second & ~other.second) === 0 && (one.third & ~other.third) === 0;
}

/** The rules of a set but one. */
export function withoutRule(set: RuleBits, index: number): RuleBits {
  const word = wordOf(index);
  const rest = ~bitOf(index);
  return {
    first: word === 0 ? set.first & rest : set.first,
    second: word === 1 ? set.second & rest : set.second,
    third: word === 2 ? set.third & rest : set.third,
  };
}

/** Whether two sets hold the same rules. */
export function sameRules(one: RuleBits, other: RuleBits): boolean {
  return one.first === other.first && one.second === other.second && one.third === other.third;
}

/** Calls a function with the index of each rule of a set, in order. */
export function forEachRule(set: RuleBits, call: (index: number) => void): void {
  eachBit(set.first, 0, call);
  eachBit(set.second, BITS_PER_WORD, call);
  eachBit(set.third, 2 * BITS_PER_WORD, call);
}

/** Which of the three words of a set (from 0) holds a rule. */
function wordOf(index: number): number {
  return Math.floor(index / BITS_PER_WORD);
}

/** The bit of a rule in its word. */
function bitOf(index: number): number {
  return 1 << (index % BITS_PER_WORD);
}

function eachBit(word: number, offset: number, call: (index: number) => void): void {
  let rest = word;
  while (rest !== 0) {
    const lowest = rest & -rest;
    call(offset + 31 - Math.clz32(lowest));
    rest ^= lowest;
  }
}
