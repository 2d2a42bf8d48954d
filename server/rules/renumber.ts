import { numeralLike } from '../report/markers.js';
import type { Heading, Report } from '../report/report.js';
import type { SourceEdit } from './rule.js';

/**
 * Edits that number a run of headings in order.
 *
 * @param headings siblings of one marker style, in order; unnumbered ones are passed over but count.
 * @param first the number of the first of them.
 */
export function renumberEdits(report: Report, headings: readonly Heading[], first: number): SourceEdit[] {
  const edits: SourceEdit[] = [];
  headings.forEach((heading, index) => {
    const { marker } = heading;
    if (marker === undefined || marker.value === first + index) return;
    const numeral = report.source.slice(marker.numeral);
    const newText = numeralLike(first + index, numeral);
    if (newText !== numeral) edits.push({ span: marker.numeral, newText });
  });
  return edits;
}

/** The marker of a heading with another number, in the writing of an existing one (一、 → 三、); a lost bracket is given back. */
export function markerLike(report: Report, like: Heading, value: number): string {
  const { marker } = like;
  if (marker === undefined) return '';
  const { text } = report.source;
  const numeral = report.source.slice(marker.numeral);
  const lead = text.slice(marker.span.start, marker.numeral.start);
  const tail = text.slice(marker.numeral.end, like.textSpan.start);
  const number = numeralLike(value, numeral);
  const opens = /[（(〔【[﹙]/u.test(lead);
  const closes = /[）)〕】\]﹚]/u.test(tail);
  if (opens === closes) return `${lead}${number}${tail}`;
  return opens ? `${lead}${number}${lead.includes('(') ? ')' : '）'}` : `${tail.includes(')') ? '(' : '（'}${number}${tail}`;
}
