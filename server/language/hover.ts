import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding.js';
import type { Report } from '../report/report.js';
import { documentPart } from './hover/document.js';
import { figurePart } from './hover/figure.js';
import { findingParts } from './hover/finding.js';
import { headingPart } from './hover/heading.js';
import type { HoverOptions, HoverPart, RuleReason } from './hover/text.js';
import { toRange } from './ranges.js';

export type { HoverOptions, RuleReason } from './hover/text.js';

/** What is known of a report beside its text. */
export interface HoverContext {
  /** Those of the report as it stands. */
  readonly findings: readonly Finding[];
  /** What a rule says of itself; undefined where there is no such rule. */
  readonly reasonOf: (rule: string) => RuleReason | undefined;
}

/**
 * What there is to tell of a place: why something is found there, the document of a name, what a figure counts, what the
 * regulation wants below a heading. Several things stand below one another, parted by a rule, the most specific first.
 *
 * @returns undefined where there is nothing to tell.
 */
export function hover(report: Report, position: Position, options: HoverOptions, context: HoverContext): Hover | undefined {
  const offset = report.source.offsetAt(position);
  const parts = bySize(
    [
      ...findingParts(context.findings, offset, context.reasonOf, options),
      documentPart(report, offset, context.findings, options),
      figurePart(report, offset, options),
      headingPart(report, offset, options),
    ].filter((part) => part !== undefined),
    offset,
  );
  const [narrowest] = parts;
  if (narrowest === undefined) return undefined;
  const { markdown } = options;
  const sections = parts.map(({ paragraphs }) => paragraphs.join(markdown ? '\n\n' : '\n'));
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: sections.join(markdown ? '\n\n---\n\n' : '\n────────\n'),
    },
    // As soon as the pointer leaves the smallest span, the hover has to change.
    range: toRange(report.source, narrowest.span),
  };
}

/** The parts from the smallest span to the largest; what ends right where another begins is not what is pointed at. */
function bySize(parts: readonly HoverPart[], offset: number): readonly HoverPart[] {
  const inside = parts.filter(({ span }) => offset < span.end);
  return [...(inside.length > 0 ? inside : parts)].sort((a, b) => lengthOf(a) - lengthOf(b));
}

function lengthOf({ span: { start, end } }: HoverPart): number {
  return end - start;
}
