import type { RuleTimer } from '../check/rule-timer.js';

/** Parts of the work on a file: reading and decoding it, understanding it, running the rules, putting the results into words and writing them. */
export const STAGES = ['reading', 'parsing', 'checking', 'writing'] as const;

/** A part of the work on a file. */
export type Stage = (typeof STAGES)[number];

/** Where the time went, in milliseconds of all threads together; plain data. */
export interface TimeSpent {
  readonly stages: Readonly<Record<Stage, number>>;
  /** By the id of a rule. */
  readonly rules: ReadonlyMap<string, number>;
}

/** Measures where the time of a run goes. It is made only where somebody asks for it. */
export class Timing implements RuleTimer {
  #stages: Record<Stage, number> = nothing();
  #rules = new Map<string, number>();
  #since = 0;

  /** @param now a clock in milliseconds. */
  constructor(readonly now: () => number) {}

  /** A part of the work begins. */
  start(): void {
    this.#since = this.now();
  }

  /** A part of the work ends and the next one begins. */
  lap(stage: Stage): void {
    const now = this.now();
    this.#stages[stage] += now - this.#since;
    this.#since = now;
  }

  rule(id: string, milliseconds: number): void {
    this.#rules.set(id, (this.#rules.get(id) ?? 0) + milliseconds);
  }

  /** Adds what another thread measured. */
  add({ stages, rules }: TimeSpent): void {
    for (const stage of STAGES) this.#stages[stage] += stages[stage];
    for (const [id, milliseconds] of rules) this.rule(id, milliseconds);
  }

  /** What was measured since the last time. */
  take(): TimeSpent {
    const spent = { stages: this.#stages, rules: this.#rules };
    this.#stages = nothing();
    this.#rules = new Map();
    return spent;
  }
}

/** The rules of a run from slow to fast; equals by id. */
export function slowestFirst({ rules }: TimeSpent): readonly (readonly [id: string, milliseconds: number])[] {
  return [...rules].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

function nothing(): Record<Stage, number> {
  return { reading: 0, parsing: 0, checking: 0, writing: 0 };
}
