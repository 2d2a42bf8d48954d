import { readCountingWords } from '../report/counting-words.js';
import type { Heading, Paragraph, Report } from '../report/report.js';

/** One thing that a report says is wrong or to be done. */
export interface ReportItem {
  readonly text: string;
  /** What it consists of (一是…，二是…); may be empty. */
  readonly parts: readonly string[];
}

/**
 * What stands below a heading, item by item, in order; words that only introduce a list are left out.
 *
 * @param before a heading below it that is not taken any more; absent where all are.
 */
export function itemsBelow(report: Report, heading: Heading, before?: Heading): readonly ReportItem[] {
  const children = before === undefined ? heading.children : heading.children.slice(0, heading.children.indexOf(before));
  return [...heading.paragraphs.flatMap(itemsOfParagraph), ...children.map((child) => itemOfHeading(report, child))];
}

function itemOfHeading({ source }: Report, heading: Heading): ReportItem {
  const isAlone = heading.ownLine && !heading.isSentence;
  const own = isAlone ? source.slice(heading.span).replace(/\s+/gu, ' ').trim() : '';
  const texts: string[] = isAlone ? [/[。；：！？]$/u.test(own) ? own : `${own}。`] : [];
  const parts: string[] = [];
  for (const paragraph of paragraphsBelow(heading)) {
    const { intro, listed } = split(paragraph);
    texts.push(intro);
    parts.push(...listed);
  }
  return { text: texts.join(''), parts };
}

function paragraphsBelow({ paragraphs, children }: Heading): readonly Paragraph[] {
  return [...paragraphs, ...children.flatMap(paragraphsBelow)];
}

/** A list in running text, taken apart. */
function split(paragraph: Paragraph): { readonly intro: string; readonly listed: readonly string[] } {
  const { text } = paragraph;
  const words = paragraph.fact(readCountingWords).filter(({ isWeak }) => !isWeak);
  if (words.length < 2) return { intro: text, listed: [] };
  const starts = words.map(({ span }) => span.start);
  return { intro: text.slice(0, starts[0]), listed: starts.map((start, index) => text.slice(start, starts[index + 1])) };
}

function itemsOfParagraph(paragraph: Paragraph): readonly ReportItem[] {
  const { intro, listed } = split(paragraph);
  if (listed.length > 0) return listed.map(alone);
  const begins = paragraph.fact(readCountingWords)[0]?.span.start;
  const sentences = begins !== undefined && begins <= FIRST_WORD ? [intro] : (intro.match(/[^。！？]{1,4000}[。！？]?/gu) ?? []);
  return sentences.filter((sentence) => !/[：:，]\s*$/u.test(sentence)).map(alone);
}

/** A paragraph that begins with 一是, blanks or a mark before it, is one item. */
const FIRST_WORD = 2;

function alone(text: string): ReportItem {
  return { text: text.trim(), parts: [] };
}
