import { countLeading } from '../text/count-leading.js';
import type { Span } from '../text/span.js';
import { type CompactText, compact, type Occurrence, QuoteIndex } from '../text/quotes.js';
import type { IgnoredFinding } from './configuration.js';

/** A finding as far as it matters for leaving it out. */
interface Found {
  readonly rule: string;
  readonly span: Span;
}

/** Which findings the user wants left out, and by which entries. */
export interface IgnoreMatch<F extends Found> {
  readonly findings: ReadonlySet<F>;
  /** Entries that match at least one finding. */
  readonly entries: ReadonlySet<IgnoredFinding>;
}

/**
 * Finds what the entries of `ignore` match: a finding of the entry's rule that stands inside an occurrence of its quote,
 * or around one. One pass over the text a rule, however many entries there are.
 *
 * @param text the untouched text.
 */
export function matchIgnored<F extends Found>(text: string, findings: readonly F[], ignore: readonly IgnoredFinding[]): IgnoreMatch<F> {
  const matched = { findings: new Set<F>(), entries: new Set<IgnoredFinding>() };
  if (ignore.length === 0 || findings.length === 0) return matched;
  const entriesOf = groupByRule(ignore);
  const whole = compact(text);
  for (const [rule, found] of groupByRule(findings)) {
    const entries = entriesOf.get(rule);
    if (entries === undefined) continue;
    const places = new Places(found, whole);
    const quotes = new QuoteIndex(entries.map((entry) => ({ quote: entry.text, value: entry })));
    for (const occurrence of quotes.occurrencesIn(whole.text)) {
      const here = places.at(occurrence);
      if (here.length === 0) continue;
      for (const finding of here) matched.findings.add(finding);
      for (const entry of occurrence.values) matched.entries.add(entry);
    }
  }
  return matched;
}

/**
 * Findings that stand inside an occurrence of one of some words.
 *
 * @param text the untouched text.
 */
export function insideWords<F extends Found>(text: string, findings: readonly F[], words: readonly string[]): ReadonlySet<F> {
  const inside = new Set<F>();
  if (words.length === 0 || findings.length === 0) return inside;
  const whole = compact(text);
  const places = new Places(findings, whole);
  const index = new QuoteIndex(words.map((word) => ({ quote: word, value: word })));
  for (const occurrence of index.occurrencesIn(whole.text)) {
    for (const finding of places.at(occurrence, false)) inside.add(finding);
  }
  return inside;
}

function groupByRule<T extends { readonly rule: string }>(items: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.rule);
    if (group === undefined) groups.set(item.rule, [item]);
    else group.push(item);
  }
  return groups;
}

interface Place<F> {
  readonly finding: F;
  /** Offsets into the compact text. */
  readonly start: number;
  readonly end: number;
}

/** Findings by their place in the compact text. */
class Places<F extends Found> {
  readonly #places: readonly Place<F>[];
  readonly #longest: number;

  constructor(findings: readonly F[], { offsetOf }: CompactText) {
    this.#places = findings
      .map((finding) => ({ finding, start: offsetOf(finding.span.start), end: offsetOf(finding.span.end) }))
      .sort((a, b) => a.start - b.start);
    this.#longest = this.#places.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
  }

  /** Findings inside an occurrence or, unless `around` is false, around it. */
  at({ start, end }: Occurrence<unknown>, around = true): F[] {
    const found: F[] = [];
    for (let index = this.#firstFrom(Math.min(start, end - this.#longest)); index < this.#places.length; index++) {
      const place = this.#places[index];
      if (place === undefined || place.start > end) break;
      const isInside = start <= place.start && place.end <= end;
      if (isInside || (around && place.start <= start && end <= place.end)) found.push(place.finding);
    }
    return found;
  }

  /** Index of the first place that does not start before an offset. */
  #firstFrom(offset: number): number {
    return countLeading(this.#places.length, (index) => (this.#places[index]?.start ?? 0) < offset);
  }
}
