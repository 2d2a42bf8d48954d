/** What came of a code action: what was offered, the text afterwards, and what the editor shows then. */
export interface Action<Shown> {
  readonly offered: readonly string[];
  readonly text: string;
  readonly diagnostics: readonly Shown[];
}

/** What every editor writes down of itself, in the JSON that its script leaves. `Shown`: a diagnostic as that editor has it. */
export interface Seen<Shown> {
  /** Why the script did not get to its end. */
  readonly failure?: string;
  readonly hover: string;
  readonly completion: readonly string[];
  readonly fixed: Action<Shown>;
  readonly fixedAll: Action<Shown>;
  readonly ignored: Action<Shown>;
  readonly formatted: string;
  readonly renamed: string;
}
