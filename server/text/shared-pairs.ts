/** Pairs of neighbouring characters (UTF-16 units) in a text, each as often as it stands there. */
export type CharacterPairs = ReadonlyMap<string, number>;

/** The pairs of a text; one of a single character counts as a pair by itself. */
export function characterPairs(text: string): CharacterPairs {
  const pairs = new Map<string, number>();
  if (text.length === 1) pairs.set(text, 1);
  for (let at = 1; at < text.length; at++) {
    const pair = text.slice(at - 1, at + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How much two texts have in common: twice the pairs that both hold by the pairs of both, 0 to 1; 1 where both are empty. */
export function sharedPairs(a: CharacterPairs, b: CharacterPairs): number {
  const total = countOf(a) + countOf(b);
  if (total === 0) return 1;
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  return (2 * shared) / total;
}

function countOf(pairs: CharacterPairs): number {
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return sum;
}
