import type { Delay } from '../../server/protocol/typing.js';

/** Time that passes when a test says so. */
export class ManualDelay {
  readonly #waiting = new Map<object, () => void>();

  /** For `ServerEnvironment.delay`. */
  readonly delay: Delay = (callback) => {
    const timer = {};
    this.#waiting.set(timer, callback);
    return { cancel: () => void this.#waiting.delete(timer) };
  };

  /** How many callbacks are waiting. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Runs what is waiting. */
  pass(): void {
    const callbacks = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const callback of callbacks) callback();
  }
}
