import { parseReport } from '../report/parse-report.js';
import type { SourceEdit } from '../rules/rule.js';
import { SourceText } from '../text/source-text.js';
import { overlaps, type Span } from '../text/span.js';
import { examine } from './check.js';
import { type CheckConfiguration, DEFAULT_CONFIGURATION } from './configuration.js';
import type { Finding } from './finding.js';

/** What fix-all did to a text. */
export interface FixResult {
  readonly text: string;
  /** Number of safe fixes applied over all rounds. */
  readonly applied: number;
  /** False where the bound on rounds was reached before the text was stable. */
  readonly stable: boolean;
}

/** Restricts fixing to one rule. */
export interface FixScope {
  readonly rule: string;
}

/** Renumbering may uncover one more slip a round; real files need two or three. */
const MOST_ROUNDS = 20;

/**
 * The safe fixes of some findings that can be applied together: non-overlapping, in order.
 * Where two overlap the earlier finding's wins; the other comes back in the next round.
 */
export function collectSafeEdits(findings: readonly Finding[], only?: FixScope): readonly SourceEdit[] {
  return collect(findings, only).edits;
}

function collect(findings: readonly Finding[], only: FixScope | undefined): { edits: SourceEdit[]; applied: number } {
  const taken = new TakenEdits();
  let applied = 0;
  for (const finding of findings) {
    if (only !== undefined && finding.rule !== only.rule) continue;
    const fix = finding.fixes.find(({ kind }) => kind === 'safe');
    if (fix !== undefined && taken.add(fix.edits)) applied++;
  }
  return { edits: taken.inOrder(), applied };
}

/** Edits that can be applied together. Findings come in order, so a new fix mostly lies behind all that are taken. */
class TakenEdits {
  readonly #edits: SourceEdit[] = [];
  readonly #fixes = new Set<readonly SourceEdit[]>();
  #end = -1;

  /** Takes a fix's edits, all or none. */
  add(edits: readonly SourceEdit[]): boolean {
    if (this.#fixes.has(edits)) return false;
    this.#fixes.add(edits);
    const isBehind = edits.every(({ span }) => span.start > this.#end);
    if (!isBehind && edits.some((edit) => this.#edits.some((taken) => collide(edit, taken)))) return false;
    this.#edits.push(...edits);
    for (const { span } of edits) this.#end = Math.max(this.#end, span.end);
    return true;
  }

  inOrder(): SourceEdit[] {
    return this.#edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}

/** Edits that share a character, or insert at the same place, cannot be applied together. */
function collide(a: SourceEdit, b: SourceEdit): boolean {
  return a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
}

/** Applies non-overlapping edits, in order, to a text. */
export function applyEdits(text: string, edits: readonly SourceEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Where a finding stands that is not to be mended. */
type Place = Pick<Finding, 'rule' | 'span'>;

function isNoneOf(places: readonly Place[]): (finding: Finding) => boolean {
  if (places.length === 0) return () => true;
  const spansOf = new Map<string, Span[]>();
  for (const { rule, span } of places) {
    const spans = spansOf.get(rule);
    if (spans === undefined) spansOf.set(rule, [span]);
    else spans.push(span);
  }
  return ({ rule, span }) => spansOf.get(rule)?.some((place) => overlaps(place, span) || place.start === span.start) !== true;
}

/** Where a span stands after some edits. */
function moved({ start, end }: Span, edits: readonly SourceEdit[]): Span {
  let [first, last] = [start, end];
  for (const { span, newText } of edits) {
    const growth = newText.length - (span.end - span.start);
    if (span.end <= start) first += growth;
    if (span.start < end) last += growth;
  }
  return { start: first, end: Math.max(first, last) };
}

/** Applies safe fixes and checks again until nothing safe is left or a bound is reached. */
export function fixAll(text: string, configuration: CheckConfiguration = DEFAULT_CONFIGURATION, only?: FixScope): FixResult {
  let current = text;
  let total = 0;
  let ignored: readonly Place[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = examine(parseReport(new SourceText(current), configuration.project), configuration);
    const { edits, applied } = collect(result.findings.filter(isNoneOf(ignored)), only);
    if (edits.length === 0) return { text: current, applied: total, stable: true };
    // A fix may change the very words by which an ignored finding is known; it stays ignored until the end.
    ignored = [...ignored, ...result.ignored].map(({ rule, span }) => ({ rule, span: moved(span, edits) }));
    current = applyEdits(current, edits);
    total += applied;
  }
  return { text: current, applied: total, stable: false };
}
