/**
 * How far from the place where somebody types the findings of a rule may be due to what is not finished there.
 *
 * `paragraph`: in the paragraph itself, or with one of its places in it; `section`: anywhere in its section;
 * `report`: anywhere.
 */
export type Reach = 'paragraph' | 'section' | 'report';

/** Rules of which the same is to be said. */
interface Decision {
  /** Absent where more typing takes nothing of a finding away: it is shown at once. */
  readonly reach?: Reach;
  /** Why. */
  readonly reason: string;
  readonly rules: readonly string[];
}

/**
 * Which findings may be due to a sentence, heading or number that is only half written. Every rule of the catalogue has its
 * place here.
 */
export const DECISIONS: readonly Decision[] = Object.freeze([
  {
    reach: 'report',
    reason: 'a heading or title that is being written or changed is, for a moment, another one or none',
    rules: [
      ...['missing-section', 'embedded-section', 'merged-sections', 'implicit-measures', 'section-order', 'duplicate-section'],
      ...['title-missing', 'title-year-missing', 'title-form', 'duplicate-title'],
      ...['heading-sequence', 'heading-number-missing', 'heading-level-skip'],
    ],
  },
  { reach: 'report', reason: 'the beginning of a number is another number: 12 of 120', rules: ['figure-conflict'] },
  { reach: 'report', reason: 'the last lines are not written yet, or one of them is being changed', rules: ['sign-off-missing'] },
  {
    reach: 'section',
    reason: 'what the section lacks is just being written',
    rules: ['empty-section', 'thin-section', 'shortcomings-without-cause', 'duties-without-facts', 'missing-figures', 'plan-without-year'],
  },
  { reach: 'section', reason: '二是 follows 一是 in a while', rules: ['enumeration-sequence', 'enumeration-orphan'] },
  {
    reach: 'paragraph',
    reason: 'the line has no mark yet that tells heading and sentence apart, or its number is half written',
    rules: ['heading-run-on', 'heading-too-long', 'heading-end-mark', 'heading-marker-width', 'heading-marker-style'],
  },
  {
    reach: 'paragraph',
    reason: 'the other half of a pair, or what stands in it, is still to come',
    rules: ['unbalanced-pair', 'title-mark-scope', 'nested-title-marks', 'straight-quotes', 'document-name', 'document-number'],
  },
  {
    reach: 'paragraph',
    reason: 'a sentence that goes on looks like one that was cut, or like another one',
    rules: ['broken-paragraph', 'doubled-word', 'repeated-sentence', 'fixed-term', 'leader-title', 'self-leadership'],
  },
  {
    reach: 'paragraph',
    reason: 'a year, date or number means something else with what follows: 202, 2024年1月, 2021—2025年, 约12, 12件',
    rules: [
      ...['year-mismatch', 'stale-year', 'year-suffix-missing', 'year-range-malformed', 'document-period', 'partial-year'],
      ...['date-separator', 'date-malformed', 'approximate-exact', 'percentage-range', 'measure-word'],
    ],
  },
  { reach: 'paragraph', reason: 'the parts of a sum come one after the other', rules: ['sum-mismatch', 'balance-mismatch'] },
  { reach: 'paragraph', reason: 'a place is another one until its last character is there', rules: ['foreign-place', 'agency-kind'] },
  {
    reach: 'paragraph',
    reason: 'input methods write letters, blanks and half-width marks into the text while characters are chosen',
    rules: [
      ...['latin-residue', 'inner-space', 'digit-spacing', 'stray-whitespace', 'half-width-punctuation'],
      ...['enumeration-comma', 'enumeration-separator', 'opening-mark'],
    ],
  },
  {
    reason: 'the words are there in full, and stay wrong whatever follows',
    rules: ['typo', 'relative-year', 'vague-quantity', 'first-person'],
  },
  { reason: 'a blank was left on purpose: nobody is about to fill it', rules: ['placeholder'] },
  { reason: 'nobody types this: it came with a paste', rules: ['web-residue', 'word-residue', 'encoding-damage'] },
]);

const REACHES: ReadonlyMap<string, Reach> = new Map(
  DECISIONS.flatMap(({ reach, rules }) => (reach === undefined ? [] : rules.map((rule) => [rule, reach] as const))),
);

/** How far findings of a rule may be due to what is being typed; undefined where they are not. */
export function reachOf(rule: string): Reach | undefined {
  return REACHES.get(rule);
}
