import { parseReport } from '../report/parse-report.js';
import type { SourceEdit } from '../rules/rule.js';
import { SourceText } from '../text/source-text.js';
import { overlaps, type Span } from '../text/span.js';
import { examine } from './check.js';
import { type CheckConfiguration, DEFAULT_CONFIGURATION } from './configuration.js';
import type { Finding } from './finding.js';
import { RevisedText } from './revised-text.js';

/** What fix-all did to a text. */
export interface FixResult {
  readonly text: string;
  /** Number of safe fixes applied over all rounds. */
  readonly applied: number;
  /** False where the bound on rounds was reached before the text was stable. */
  readonly stable: boolean;
  /** What makes the new text of the given one, all rounds together: non-overlapping, in order. */
  readonly edits: readonly SourceEdit[];
  /** How many places each rule changed, by its id; a place that was changed twice counts twice. */
  readonly changes: ReadonlyMap<string, number>;
}

/** Restricts fixing to one rule, to some, or to a part of the text. */
export interface FixScope {
  readonly rule?: string;
  readonly rules?: ReadonlySet<string>;
  /** Edits that reach out of this span are left undone, each by itself: it should hold whole paragraphs. */
  readonly within?: Span;
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

interface Collected {
  readonly edits: SourceEdit[];
  readonly applied: number;
  /** Number of edits by rule. */
  readonly changes: ReadonlyMap<string, number>;
}

function collect(findings: readonly Finding[], { rule, rules, within }: FixScope = {}): Collected {
  const taken = new TakenEdits(within);
  const changes = new Map<string, number>();
  let applied = 0;
  for (const finding of findings) {
    if ((rule !== undefined && finding.rule !== rule) || rules?.has(finding.rule) === false) continue;
    const fix = finding.fixes.find(({ kind }) => kind === 'safe');
    const count = fix === undefined ? 0 : taken.add(fix.edits);
    if (count === 0) continue;
    applied++;
    changes.set(finding.rule, (changes.get(finding.rule) ?? 0) + count);
  }
  return { edits: taken.inOrder(), applied, changes };
}

/** Edits that can be applied together. Findings come in order, so a new fix mostly lies behind all that are taken. */
class TakenEdits {
  readonly #edits: SourceEdit[] = [];
  readonly #fixes = new Set<readonly SourceEdit[]>();
  readonly #within: Span | undefined;
  #end = -1;

  /** @param within edits that reach out of this span are passed over. */
  constructor(within: Span | undefined) {
    this.#within = within;
  }

  /** Takes a fix's edits, all or none. @returns how many */
  add(fixEdits: readonly SourceEdit[]): number {
    if (this.#fixes.has(fixEdits)) return 0;
    this.#fixes.add(fixEdits);
    const within = this.#within;
    const edits = within === undefined ? fixEdits : fixEdits.filter(({ span }) => span.start >= within.start && span.end <= within.end);
    const isBehind = edits.every(({ span }) => span.start > this.#end);
    if (!isBehind && edits.some((edit) => this.#edits.some((taken) => collide(edit, taken)))) return 0;
    this.#edits.push(...edits);
    for (const { span } of edits) this.#end = Math.max(this.#end, span.end);
    return edits.length;
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

/** Where a span stands after some edits, which are non-overlapping and in order. */
export function moved({ start, end }: Span, edits: readonly SourceEdit[]): Span {
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
  const revised = new RevisedText(text);
  const total = new Map<string, number>();
  let applied = 0;
  let scope = only;
  let ignored: readonly Place[] = [];
  const result = (stable: boolean): FixResult => ({ text: revised.text, applied, stable, edits: revised.edits(), changes: total });
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const checked = examine(parseReport(new SourceText(revised.text), configuration.project), configuration);
    const { edits, applied: now, changes } = collect(checked.findings.filter(isNoneOf(ignored)), scope);
    if (edits.length === 0) return result(true);
    // A fix may change the very words by which an ignored finding is known; it stays ignored until the end.
    ignored = [...ignored, ...checked.ignored].map(({ rule, span }) => ({ rule, span: moved(span, edits) }));
    if (scope?.within !== undefined) scope = { ...scope, within: moved(scope.within, edits) };
    revised.apply(edits);
    applied += now;
    for (const [rule, count] of changes) total.set(rule, (total.get(rule) ?? 0) + count);
  }
  return result(false);
}
