/** Measures the rules; the clock is the caller's. */
export interface RuleTimer {
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** Takes how long a rule took over a report; facts that several rules need count for the first that asks. */
  readonly rule: (id: string, milliseconds: number) => void;
}
