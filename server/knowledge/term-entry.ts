/** Severities that an entry of a term table may have; a finding of the table takes it over. */
export type TermSeverity = 'error' | 'warning' | 'hint';

/**
 * One entry of a term table: a literal string that is wrong, and what stands in its place.
 *
 * Contexts are sources of regular expressions, bounded and linear, tried only where `wrong` stands: `before` and `after` must
 * be there, `notBefore` and `notAfter` must not. They keep out what crosses the border of two words (消防讯息 holds 防讯).
 */
export interface TermEntry {
  readonly wrong: string;
  readonly right: string;
  /** Default: error. */
  readonly severity?: TermSeverity;
  /** True where a person must look before it is changed. */
  readonly doubtful?: boolean;
  /** What the text in front must end in. */
  readonly before?: string;
  /** What the text in front must not end in. */
  readonly notBefore?: string;
  /** What the text behind must begin with. */
  readonly after?: string;
  /** What the text behind must not begin with. */
  readonly notAfter?: string;
  /** Where the wrong string itself stands in right texts too: longer strings, one of which stands wherever it is wrong. */
  readonly triggers?: readonly string[];
  /** Report years from which on it is wrong. */
  readonly since?: number;
  /** True where both forms are right and only their mixture in one file is not. */
  readonly mixture?: boolean;
}

/** Entries that rest on one source. */
export interface TermGroup {
  /** Publication, standard or kind of published reports that the entries were taken from. */
  readonly source: string;
  readonly entries: readonly TermEntry[];
}
