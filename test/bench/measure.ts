/** The middle one of some numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

/** The number that so great a share (0 to 1) of some numbers does not exceed; NaN of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Milliseconds that some work takes. */
export function timeOf(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/**
 * The median times of several kinds of work, in milliseconds, measured in turns so that noise falls on all of them.
 * @param runs how often each is measured; each is done once before that.
 */
export function mediansOf<K extends string>(works: Readonly<Record<K, () => unknown>>, runs: number): Record<K, number> {
  const names = Object.keys(works) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run <= runs; run++) {
    for (const name of names) {
      const time = timeOf(works[name]);
      if (run > 0) times.get(name)?.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<K, number>;
}
