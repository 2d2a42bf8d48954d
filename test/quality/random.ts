/** Reproducible chance: the same seed gives the same sequence on every machine. */
export class Random {
  #state: number;

  /** @param seed any words; equal words give equal sequences. */
  constructor(seed: string) {
    let hash = 2166136261;
    for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
    this.#state = hash >>> 0;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  /** One of some things; `undefined` of none. */
  pick<T>(things: readonly T[]): T | undefined {
    return things.length === 0 ? undefined : things[this.below(things.length)];
  }

  /** The things in another order. */
  shuffled<T>(things: readonly T[]): T[] {
    return things
      .map((thing) => ({ thing, key: this.below(0x40000000) }))
      .sort((a, b) => a.key - b.key)
      .map(({ thing }) => thing);
  }
}
