import type { Finding } from '../check/finding.js';
import type { Report } from '../report/report.js';
import { countLeading } from '../text/count-leading.js';
import type { SourceText } from '../text/source-text.js';
import { overlaps, type Span, touches } from '../text/span.js';
import type { TextChange } from '../text/text-change.js';
import { reachOf } from './unfinished.js';

/** Findings with the text in which they stand. */
export interface PlacedFindings {
  readonly source: SourceText;
  readonly findings: readonly Finding[];
}

/**
 * The findings to show while somebody types: all but those that have come up with the typing and may be due to what is not
 * finished yet. What was shown before and is still found stays.
 *
 * @param caret UTF-16 offset where somebody types.
 * @param shown what was shown last, in this version of the text or an earlier one.
 */
export function withoutUnfinished(
  report: Report,
  findings: readonly Finding[],
  caret: number,
  shown: PlacedFindings | undefined,
): readonly Finding[] {
  const place = placeOf(report, caret);
  const isUnfinished = (finding: Finding): boolean => {
    const reach = reachOf(finding.rule);
    if (reach === undefined) return false;
    if (reach === 'report' || place.isTitle) return true;
    const region = reach === 'section' ? place.section : place.paragraph;
    return touches(region, finding.span) || finding.related.some(({ span }) => touches(region, span));
  };
  if (!findings.some(isUnfinished)) return findings;
  const before = new Earlier(shown, report.source);
  const kept = findings.filter((finding) => !isUnfinished(finding) || before.has(finding));
  return kept.length === findings.length ? findings : kept;
}

interface Place {
  /** The logical paragraph with the whole line of the caret. */
  readonly paragraph: Span;
  /** From the heading of the section to the last character before the next one. */
  readonly section: Span;
  /** The whole report hinges on its title. */
  readonly isTitle: boolean;
}

function placeOf({ source, title, paragraphs, sections }: Report, caret: number): Place {
  const line = source.lineSpan(source.lineAt(caret));
  const index = countLeading(paragraphs.length, (at) => (paragraphs[at]?.pieces[0]?.start ?? 0) <= line.end) - 1;
  const pieces = paragraphs[index]?.pieces ?? [];
  const own: Span = { start: pieces[0]?.start ?? line.start, end: pieces.at(-1)?.end ?? line.end };
  const paragraph = touches(line, own) ? { start: Math.min(line.start, own.start), end: Math.max(line.end, own.end) } : line;
  const next = countLeading(sections.length, (at) => (sections[at]?.span.start ?? 0) <= line.end);
  const nextStart = sections[next]?.span.start;
  const section = { start: sections[next - 1]?.span.start ?? 0, end: nextStart === undefined ? source.text.length : nextStart - 1 };
  return { paragraph, section, isTitle: title !== undefined && touches(title.span, line) };
}

/** Findings of an earlier version, found again in a later one. */
class Earlier {
  /** By rule, in the order of the text. */
  readonly #places = new Map<string, Span[]>();
  /** How often a rule has found some words in what was replaced: they may stand there again. */
  readonly #replaced = new Map<string, number>();

  constructor(
    shown: PlacedFindings | undefined,
    private readonly source: SourceText,
  ) {
    if (shown === undefined) return;
    const change = source.changeSince(shown.source);
    for (const { rule, span } of shown.findings) {
      if (change.start < span.start && span.end < change.oldEnd) {
        const key = keyOf(rule, shown.source, span);
        this.#replaced.set(key, (this.#replaced.get(key) ?? 0) + 1);
        continue;
      }
      const moved = { start: moveOffset(span.start, change, change.start), end: moveOffset(span.end, change, change.newEnd) };
      const others = this.#places.get(rule);
      if (others === undefined) this.#places.set(rule, [moved]);
      else others.push(moved);
    }
  }

  has({ rule, span }: Finding): boolean {
    const places = this.#places.get(rule) ?? [];
    const next = countLeading(places.length, (index) => (places[index]?.start ?? 0) <= span.end);
    const isHere = (place: Span): boolean => overlaps(place, span) || (place.start === span.start && place.end === span.end);
    if (places.slice(Math.max(0, next - MOST_NESTED), next).some(isHere)) return true;
    const key = keyOf(rule, this.source, span);
    const left = this.#replaced.get(key) ?? 0;
    this.#replaced.set(key, left - 1);
    return left > 0;
  }
}

/** Findings of one rule stand one after the other, or a few of them within one. */
const MOST_NESTED = 8;

function keyOf(rule: string, source: SourceText, span: Span): string {
  return `${rule} ${source.slice(span)}`;
}

/** Where an offset of the old text is in the new one. @param inside where it is if its place was replaced. */
function moveOffset(offset: number, { start, oldEnd, newEnd }: TextChange, inside: number): number {
  if (offset <= start) return offset;
  return offset >= oldEnd ? offset + newEnd - oldEnd : inside;
}
