import { countLeading } from '../text/count-leading.js';
import type { Report } from '../report/report.js';
import { contains, overlaps } from '../text/span.js';
import type { Finding } from './finding.js';

/**
 * Which rules fall silent where another speaks, by place: within the span of the finding, or of the
 * section whose heading it stands on. Source: the catalogue, "When several rules meet".
 */
const SILENCES_IN_SECTION: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'empty-section',
    new Set(['thin-section', 'shortcomings-without-cause', 'duties-without-facts', 'plan-without-year', 'missing-figures']),
  ],
  ['thin-section', new Set(['shortcomings-without-cause', 'duties-without-facts', 'plan-without-year'])],
]);

/** Rules that silence everything that stands inside what they found. */
const SILENCES_INSIDE: ReadonlySet<string> = new Set(['placeholder', 'word-residue', 'web-residue', 'encoding-damage']);

/**
 * Which rules fall silent where they share a character with another's finding. Source: the catalogue, and the principle
 * that the more specific rule speaks.
 */
const SILENCES_OVERLAPPING: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['heading-marker-style', new Set(['unbalanced-pair', 'heading-marker-width', 'half-width-punctuation'])],
  ['heading-end-mark', new Set(['half-width-punctuation'])],
  ['heading-run-on', new Set(['heading-too-long'])],
  ['year-range-malformed', new Set(['year-suffix-missing', 'year-mismatch', 'document-period'])],
  ['document-number', new Set(['unbalanced-pair', 'half-width-punctuation', 'year-suffix-missing'])],
  ['encoding-damage', new Set(['doubled-word', 'typo'])],
  ['document-name', new Set(['typo', 'fixed-term', 'leader-title', 'doubled-word'])],
  ['fixed-term', new Set(['typo', 'leader-title', 'doubled-word'])],
  ['typo', new Set(['leader-title', 'doubled-word'])],
  ['sum-mismatch', new Set(['balance-mismatch'])],
]);

/** Rules that silence others in any way. */
const SILENCING: ReadonlySet<string> = new Set([...SILENCES_IN_SECTION.keys(), ...SILENCES_INSIDE, ...SILENCES_OVERLAPPING.keys()]);

/** Keeps one finding a defect: the more specific rule speaks. */
export function resolvePrecedence(findings: readonly Finding[], report: Report): Finding[] {
  if (!findings.some(({ rule }) => SILENCING.has(rule))) return [...findings];
  const residues = findings.filter(({ rule }) => SILENCES_INSIDE.has(rule)).sort((a, b) => a.span.start - b.span.start);
  const silentRules = silentRulesBySection(findings, report);
  const headingOf = report.sections.map(({ span }) => span.start);
  const isOverlapped = overlapTest(findings);
  return findings.filter((finding) => {
    if (isInsideResidue(residues, finding) || isOverlapped(finding)) return false;
    const section = lastAtOrBefore(headingOf, finding.span.start);
    return section < 0 || silentRules.get(section)?.has(finding.rule) !== true;
  });
}

/** Index of a section to the rules that fall silent in it. */
function silentRulesBySection(findings: readonly Finding[], report: Report): ReadonlyMap<number, ReadonlySet<string>> {
  const sectionAt = new Map(report.sections.map(({ span }, index) => [span.start, index]));
  const silent = new Map<number, Set<string>>();
  for (const { rule, span } of findings) {
    const rules = SILENCES_IN_SECTION.get(rule);
    const section = sectionAt.get(span.start);
    if (rules === undefined || section === undefined) continue;
    silent.set(section, new Set([...(silent.get(section) ?? []), ...rules]));
  }
  return silent;
}

/** Tells whether a finding of a rule that silences its own shares a character with it. */
function overlapTest(findings: readonly Finding[]): (finding: Finding) => boolean {
  const silencing = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const rule of SILENCES_OVERLAPPING.get(finding.rule) ?? []) {
      const known = silencing.get(rule);
      if (known === undefined) silencing.set(rule, [finding]);
      else known.push(finding);
    }
  }
  for (const list of silencing.values()) list.sort((a, b) => a.span.start - b.span.start);
  return ({ rule, span }) => {
    const list = silencing.get(rule) ?? [];
    const at = (index: number): number => list[index]?.span.start ?? 0;
    // Findings of one rule hardly ever overlap, so the last that begins before the end is the only one to ask.
    const last = list[lastIndex({ length: list.length, at }, Math.max(span.start, span.end - 1))];
    return last !== undefined && overlaps(last.span, span);
  };
}

function isInsideResidue(residues: readonly Finding[], finding: Finding): boolean {
  if (SILENCES_INSIDE.has(finding.rule)) return false;
  const starts = { length: residues.length, at: (index: number) => residues[index]?.span.start ?? 0 };
  const nearest = residues[lastIndex(starts, finding.span.start)];
  // A date line with a blank in it is unfinished, not malformed.
  const next = finding.rule === 'date-malformed' ? residues[lastIndex(starts, finding.span.end - 1)] : undefined;
  return (nearest !== undefined && contains(nearest.span, finding.span)) || (next !== undefined && overlaps(next.span, finding.span));
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  return lastIndex({ length: starts.length, at: (index) => starts[index] ?? 0 }, offset);
}

/** Index of the last of some ascending offsets that is not after another; -1 where all are. */
function lastIndex(starts: { readonly length: number; readonly at: (index: number) => number }, offset: number): number {
  return countLeading(starts.length, (index) => starts.at(index) <= offset) - 1;
}
