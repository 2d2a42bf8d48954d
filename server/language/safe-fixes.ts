/** What tidying does to a text, as it is told to the user. */
export type TidyKind = 'joined' | 'furniture' | 'residue' | 'numbers' | 'marks' | 'blanks';

/** The kinds in the order in which they are told. */
export const TIDY_KINDS: readonly TidyKind[] = Object.freeze(['joined', 'furniture', 'residue', 'numbers', 'marks', 'blanks']);

/** What becomes of a rule's safe fixes beside the quick fix and “fix all”, where all of them are applied. */
export interface SafeFixUse {
  /** Whether formatting applies them. */
  readonly formats: boolean;
  /** What tidying counts them as; absent where it leaves them alone. */
  readonly tidies?: TidyKind;
  readonly reason: string;
}

/**
 * Every rule that has safe fixes. Formatting changes how a mark, a number or a blank is written and nothing else, for it runs
 * unseen on every save. Tidying is looked at before it is applied, so it may move lines, delete what is no part of the report
 * and count anew; words it leaves alone as well.
 */
export const SAFE_FIX_USES: Readonly<Record<string, SafeFixUse>> = Object.freeze({
  'half-width-punctuation': { formats: true, tidies: 'marks', reason: 'the same mark in another width' },
  'straight-quotes': { formats: true, tidies: 'marks', reason: 'the same quotation mark, curved' },
  'heading-marker-width': { formats: true, tidies: 'marks', reason: 'the same number in another width' },
  'heading-marker-style': { formats: true, tidies: 'marks', reason: 'the same number with its proper marks' },
  'heading-end-mark': { formats: true, tidies: 'marks', reason: 'a heading looks like its siblings' },
  'digit-spacing': { formats: true, tidies: 'blanks', reason: 'blanks only' },
  'stray-whitespace': { formats: true, tidies: 'blanks', reason: 'blanks only: line ends, empty lines, indents' },

  'date-separator': { formats: false, tidies: 'marks', reason: 'another mark, which reads otherwise' },
  'enumeration-comma': { formats: false, tidies: 'marks', reason: 'deletes a mark that the standard leaves to the writer' },
  'nested-title-marks': { formats: false, tidies: 'marks', reason: 'another mark: which name is the inner one is a judgement' },
  'opening-mark': { formats: false, tidies: 'marks', reason: 'another mark: a colon for a comma' },
  'broken-paragraph': { formats: false, tidies: 'joined', reason: 'two paragraphs become one' },
  'web-residue': { formats: false, tidies: 'furniture', reason: 'deletes lines' },
  'duplicate-title': { formats: false, tidies: 'furniture', reason: 'deletes lines' },
  'word-residue': { formats: false, tidies: 'residue', reason: 'deletes words' },
  'heading-sequence': { formats: false, tidies: 'numbers', reason: 'another number: the text may refer to the old one' },
  'heading-number-missing': { formats: false, tidies: 'numbers', reason: 'adds a number' },
  'enumeration-sequence': { formats: false, tidies: 'numbers', reason: 'another number' },

  'document-name': { formats: false, reason: 'wording' },
  'document-number': { formats: false, reason: 'wording: 第 and 年 go, brackets come' },
  'document-period': { formats: false, reason: 'wording: other years' },
  'fixed-term': { formats: false, reason: 'wording' },
  'latin-residue': { formats: false, reason: 'wording' },
  'measure-word': { formats: false, reason: 'wording' },
  typo: { formats: false, reason: 'wording' },
  'year-range-malformed': { formats: false, reason: 'wording: a lost dash' },
  'year-suffix-missing': { formats: false, reason: 'wording: a lost 年' },
});

/** Rules whose safe fixes formatting applies. */
export const FORMATTING_RULES: ReadonlySet<string> = rulesWhere(({ formats }) => formats);

/** Rules whose safe fixes tidying applies. */
export const TIDYING_RULES: ReadonlySet<string> = rulesWhere(({ tidies }) => tidies !== undefined);

function rulesWhere(isWanted: (use: SafeFixUse) => boolean): ReadonlySet<string> {
  return new Set(Object.entries(SAFE_FIX_USES).flatMap(([rule, use]) => (isWanted(use) ? [rule] : [])));
}
