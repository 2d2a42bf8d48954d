/** Runs a callback soon, after what is waiting in the event loop now; `setImmediate` or its like. */
export type Schedule = (callback: () => void) => void;

/**
 * Collects keys and runs a task for each once no more are coming in: a burst of edits is one task.
 * Waits as long as every turn of the event loop brings a further key, without any fixed delay.
 */
export class Coalescer {
  private readonly pending = new Set<string>();
  private isWaiting = false;
  private wasTouched = false;

  constructor(
    private readonly schedule: Schedule,
    private readonly run: (key: string) => void,
  ) {}

  /** Runs the task for a key soon. */
  add(key: string): void {
    this.pending.add(key);
    this.wasTouched = true;
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.schedule(() => this.tick());
  }

  /** Forgets a key that waits. */
  remove(key: string): void {
    this.pending.delete(key);
  }

  private tick(): void {
    if (this.wasTouched) {
      this.wasTouched = false;
      this.schedule(() => this.tick());
      return;
    }
    this.isWaiting = false;
    const keys = [...this.pending];
    this.pending.clear();
    for (const key of keys) this.run(key);
  }
}
