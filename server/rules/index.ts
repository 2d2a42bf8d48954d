import { agencyKind } from './agency-kind.js';
import { approximateExact } from './approximate-exact.js';
import { balanceMismatch } from './balance-mismatch.js';
import { brokenParagraph } from './broken-paragraph.js';
import { dateMalformed } from './date-malformed.js';
import { dateSeparator } from './date-separator.js';
import { digitSpacing } from './digit-spacing.js';
import { documentName } from './document-name.js';
import { documentNumber } from './document-number.js';
import { documentPeriod } from './document-period.js';
import { doubledWord } from './doubled-word.js';
import { duplicateSection } from './duplicate-section.js';
import { duplicateTitle } from './duplicate-title.js';
import { dutiesWithoutFacts } from './duties-without-facts.js';
import { embeddedSection } from './embedded-section.js';
import { emptySection } from './empty-section.js';
import { encodingDamage } from './encoding-damage.js';
import { enumerationComma } from './enumeration-comma.js';
import { enumerationOrphan } from './enumeration-orphan.js';
import { enumerationSeparator } from './enumeration-separator.js';
import { enumerationSequence } from './enumeration-sequence.js';
import { figureConflict } from './figure-conflict.js';
import { firstPerson } from './first-person.js';
import { fixedTerm } from './fixed-term.js';
import { foreignPlace } from './foreign-place.js';
import { halfWidthPunctuation } from './half-width-punctuation.js';
import { headingEndMark } from './heading-end-mark.js';
import { headingLevelSkip } from './heading-level-skip.js';
import { headingMarkerStyle } from './heading-marker-style.js';
import { headingMarkerWidth } from './heading-marker-width.js';
import { headingNumberMissing } from './heading-number-missing.js';
import { headingRunOn } from './heading-run-on.js';
import { headingSequence } from './heading-sequence.js';
import { headingTooLong } from './heading-too-long.js';
import { implicitMeasures } from './implicit-measures.js';
import { innerSpace } from './inner-space.js';
import { latinResidue } from './latin-residue.js';
import { leaderTitle } from './leader-title.js';
import { measureWord } from './measure-word.js';
import { mergedSections } from './merged-sections.js';
import { missingFigures } from './missing-figures.js';
import { missingSection } from './missing-section.js';
import { nestedTitleMarks } from './nested-title-marks.js';
import { openingMark } from './opening-mark.js';
import { partialYear } from './partial-year.js';
import { percentageRange } from './percentage-range.js';
import { placeholder } from './placeholder.js';
import { planWithoutYear } from './plan-without-year.js';
import { relativeYear } from './relative-year.js';
import { repeatedSentence } from './repeated-sentence.js';
import type { Rule } from './rule.js';
import { sectionOrder } from './section-order.js';
import { selfLeadership } from './self-leadership.js';
import { shortcomingsWithoutCause } from './shortcomings-without-cause.js';
import { signOffMissing } from './sign-off-missing.js';
import { staleYear } from './stale-year.js';
import { straightQuotes } from './straight-quotes.js';
import { strayWhitespace } from './stray-whitespace.js';
import { sumMismatch } from './sum-mismatch.js';
import { thinSection } from './thin-section.js';
import { titleForm } from './title-form.js';
import { titleMarkScope } from './title-mark-scope.js';
import { titleMissing } from './title-missing.js';
import { titleYearMissing } from './title-year-missing.js';
import { typo } from './typo.js';
import { unbalancedPair } from './unbalanced-pair.js';
import { vagueQuantity } from './vague-quantity.js';
import { webResidue } from './web-residue.js';
import { wordResidue } from './word-residue.js';
import { yearMismatch } from './year-mismatch.js';
import { yearRangeMalformed } from './year-range-malformed.js';
import { yearSuffixMissing } from './year-suffix-missing.js';

/** Every rule, in the order of the catalogue. The only place where a rule is registered. */
export const RULES: readonly Rule[] = Object.freeze(
  [
    missingSection,
    embeddedSection,
    mergedSections,
    implicitMeasures,
    sectionOrder,
    emptySection,
    thinSection,
    duplicateSection,
    shortcomingsWithoutCause,
    dutiesWithoutFacts,
    titleMissing,
    titleYearMissing,
    titleForm,
    duplicateTitle,
    signOffMissing,
    dateMalformed,
    headingSequence,
    headingNumberMissing,
    headingLevelSkip,
    headingMarkerWidth,
    headingMarkerStyle,
    headingEndMark,
    headingRunOn,
    headingTooLong,
    enumerationSequence,
    enumerationOrphan,
    enumerationSeparator,
    yearMismatch,
    staleYear,
    yearSuffixMissing,
    yearRangeMalformed,
    documentPeriod,
    partialYear,
    relativeYear,
    planWithoutYear,
    dateSeparator,
    missingFigures,
    placeholder,
    approximateExact,
    sumMismatch,
    balanceMismatch,
    figureConflict,
    measureWord,
    percentageRange,
    vagueQuantity,
    documentName,
    fixedTerm,
    typo,
    leaderTitle,
    agencyKind,
    foreignPlace,
    selfLeadership,
    firstPerson,
    halfWidthPunctuation,
    unbalancedPair,
    titleMarkScope,
    enumerationComma,
    openingMark,
    digitSpacing,
    innerSpace,
    documentNumber,
    nestedTitleMarks,
    straightQuotes,
    strayWhitespace,
    webResidue,
    wordResidue,
    latinResidue,
    brokenParagraph,
    doubledWord,
    repeatedSentence,
    encodingDamage,
  ].map((rule) => Object.freeze(rule)),
);

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of an id, or undefined. */
export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id);
}
