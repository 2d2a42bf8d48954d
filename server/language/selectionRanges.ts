import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Paragraph, Report } from '../report/report.js';
import { contains, type Span } from '../text/span.js';
import { clausesAround } from './clauses.js';
import { headingExtent } from './headingExtent.js';
import { paragraphAt } from './paragraph-at.js';
import { toRange } from './ranges.js';

/**
 * What a selection grows to, step by step, from each of some places: what stands between two marks, the clause, the sentence, the
 * paragraph, the part below its heading, those round it up to the section, the report, the whole text. Brackets, quotation
 * marks and title marks round the place are steps of their own: first what is in them, then they as well.
 */
export function selectionRanges(report: Report, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionRangeAt(report, report.source.offsetAt(position)));
}

function selectionRangeAt(report: Report, offset: number): SelectionRange {
  const { source } = report;
  const spans: Span[] = [{ start: offset, end: offset }];
  // Each step holds the one before and is more than it; what does not is no step.
  for (const span of stepsAt(report, offset)) {
    const last = spans.at(-1) ?? span;
    if (contains(span, last) && (span.start < last.start || span.end > last.end)) spans.push(span);
  }
  const [first = { start: offset, end: offset }, ...outer] = spans.slice(spans.length > 1 ? 1 : 0).reverse();
  return outer.reduce<SelectionRange>((parent, span) => ({ range: toRange(source, span), parent }), { range: toRange(source, first) });
}

function* stepsAt(report: Report, offset: number): Generator<Span> {
  const { source, title, body } = report;
  const paragraph = paragraphAt(report, offset);
  if (paragraph !== undefined) {
    const at = offsetIn(paragraph, offset);
    for (const span of clausesAround(paragraph.text, at)) yield paragraph.toSource(span);
  }
  yield source.lineSpan(source.lineAt(offset));
  if (paragraph !== undefined) yield { start: paragraph.pieces[0]?.start ?? offset, end: paragraph.pieces.at(-1)?.end ?? offset };
  if (title !== undefined) yield title.span;
  for (const span of headingsRound(report, offset)) yield span;
  yield body;
  for (const { span } of report.furniture) yield span;
  yield { start: 0, end: source.text.length };
}

/** The headings with all below them, the innermost first. */
function headingsRound({ source, headings }: Report, offset: number): Span[] {
  const spans: Span[] = [];
  for (let level = headings; level.length > 0; ) {
    const holder = level.find(({ span, content }) => span.start <= offset && offset <= Math.max(span.end, content.end));
    if (holder === undefined) break;
    spans.unshift(headingExtent(source, holder));
    level = holder.children;
  }
  return spans;
}

/** Where a place of the untouched text lies in the text of its paragraph. */
function offsetIn(paragraph: Paragraph, offset: number): number {
  let passed = 0;
  for (const { start, end } of paragraph.pieces) {
    if (offset <= end) return passed + Math.max(0, offset - start);
    passed += end - start;
  }
  return passed;
}
