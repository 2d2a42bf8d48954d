/** How often a server that ends unexpectedly is started again by itself, and within which time. */
const MOST_RESTARTS = 3;
const WITHIN_MILLISECONDS = 3 * 60 * 1000;

/** Keeps a server that crashes again and again from being started for ever. */
export class RestartPolicy {
  #restarts: readonly number[] = [];

  /**
   * Whether the server may be started once more; a yes counts as a start.
   *
   * @param now milliseconds of any clock that does not run backwards.
   */
  mayRestart(now: number): boolean {
    const recent = this.#restarts.filter((time) => now - time < WITHIN_MILLISECONDS);
    if (recent.length >= MOST_RESTARTS) return false;
    this.#restarts = [...recent, now];
    return true;
  }
}
