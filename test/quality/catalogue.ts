/** Ids of the catalogue's rules that concern one file, in its order. A rule that is merged later is measured from then on. */
export const CATALOGUE: readonly string[] = `
missing-section embedded-section merged-sections implicit-measures section-order empty-section thin-section duplicate-section
shortcomings-without-cause duties-without-facts title-missing title-year-missing title-form duplicate-title sign-off-missing
date-malformed heading-sequence heading-number-missing heading-level-skip heading-marker-width heading-marker-style heading-end-mark
heading-run-on heading-too-long enumeration-sequence enumeration-orphan enumeration-separator year-mismatch stale-year
year-suffix-missing year-range-malformed document-period partial-year relative-year plan-without-year date-separator missing-figures
placeholder approximate-exact sum-mismatch balance-mismatch figure-conflict measure-word percentage-range vague-quantity document-name
fixed-term typo leader-title agency-kind foreign-place self-leadership first-person half-width-punctuation unbalanced-pair
title-mark-scope enumeration-comma opening-mark digit-spacing inner-space document-number nested-title-marks straight-quotes
stray-whitespace web-residue word-residue latin-residue broken-paragraph doubled-word repeated-sentence encoding-damage
`
  .trim()
  .split(/\s+/u);
