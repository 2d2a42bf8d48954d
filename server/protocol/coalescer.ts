/** Runs a callback soon, after what is waiting in the event loop now; `setImmediate` or its like. */
export type Schedule = (callback: () => void) => void;

/** A message that lies in the input is read in one turn of the event loop, put in line in the next and handled in the third. */
const TURNS = 3;

/**
 * Collects keys and runs a task for each once no more are coming in: a burst of edits is one task.
 * Waits as long as further keys come in with the turns of the event loop, without any fixed delay.
 */
export class Coalescer {
  private readonly pending = new Set<string>();
  private waiting: (() => void)[] = [];
  private turnsLeft = 0;

  constructor(
    private readonly schedule: Schedule,
    private readonly run: (key: string) => void,
  ) {}

  /** Runs the task for a key soon. */
  add(key: string): void {
    this.pending.add(key);
    this.wait();
  }

  /** Forgets a key that waits. */
  remove(key: string): void {
    this.pending.delete(key);
  }

  /** Resolves once no more keys are coming in. */
  quiet(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.wait();
    });
  }

  private wait(): void {
    const isWaiting = this.turnsLeft > 0;
    this.turnsLeft = TURNS;
    if (!isWaiting) this.schedule(() => this.tick());
  }

  private tick(): void {
    this.turnsLeft--;
    if (this.turnsLeft > 0) {
      this.schedule(() => this.tick());
      return;
    }
    const keys = [...this.pending];
    const waiting = this.waiting;
    this.pending.clear();
    this.waiting = [];
    for (const resolve of waiting) resolve();
    for (const key of keys) this.run(key);
  }
}
