import type { Span } from '../text/span.js';
import { type HeadingCandidate, LONGEST_PLAIN_HEADING, NONE } from './heading-candidates.js';
import { endsWithOneOf } from './line-forms.js';
import { isListStyle } from './markers.js';
import type { Heading, HeadingMarker, Paragraph, SectionKind } from './report.js';

/**
 * A heading while the report is parsed; `Heading` is its finished, read-only face. Its places are worked out when they are
 * first asked for: a long document has thousands of headings, which are made anew with every edit.
 */
export class GrowingHeading implements Heading {
  readonly level: number;
  readonly kinds: readonly SectionKind[];
  readonly parent: GrowingHeading | undefined;
  readonly #candidate: HeadingCandidate;
  #contentEnd: number;
  #children: GrowingHeading[] | undefined;
  #paragraphs: Paragraph[] | undefined;
  #marker: HeadingMarker | undefined;
  #span: Span | undefined;
  #textSpan: Span | undefined;
  #content: Span | undefined;

  /** @param end offset at which the text proper ends. */
  constructor(candidate: HeadingCandidate, level: number, kinds: readonly SectionKind[], parent: GrowingHeading | undefined, end: number) {
    this.level = level;
    this.kinds = kinds;
    this.parent = parent;
    this.#candidate = candidate;
    this.#contentEnd = end;
  }

  get marker(): HeadingMarker | undefined {
    const { marker, line } = this.#candidate;
    if (marker === undefined) return undefined;
    this.#marker ??= {
      style: marker.style,
      value: marker.value,
      span: { start: line.start, end: line.start + marker.end },
      numeral: { start: line.start + marker.numeralStart, end: line.start + marker.numeralEnd },
    };
    return this.#marker;
  }

  get span(): Span {
    this.#span ??= { start: this.#candidate.line.start, end: this.#candidate.textEnd };
    return this.#span;
  }

  get text(): string {
    return this.#candidate.words.text;
  }

  get textSpan(): Span {
    const { words, textStart, textEnd } = this.#candidate;
    this.#textSpan ??= { start: textStart, end: textEnd - (words.whole.length - words.text.length) };
    return this.#textSpan;
  }

  get line(): number {
    return this.#candidate.line.index;
  }

  get ownLine(): boolean {
    return this.#candidate.ownLine;
  }

  get isSentence(): boolean {
    const { marker, line, ownLine } = this.#candidate;
    return (
      ownLine &&
      marker !== undefined &&
      endsWithOneOf(line.text, '。；;！') &&
      (isListStyle(marker.style) || this.text.length > LONGEST_PLAIN_HEADING)
    );
  }

  get content(): Span {
    const start = this.#contentStart;
    this.#content ??= { start, end: Math.max(start, this.#contentEnd) };
    return this.#content;
  }

  get children(): readonly GrowingHeading[] {
    return this.#children ?? NONE;
  }

  get paragraphs(): readonly Paragraph[] {
    return this.#paragraphs ?? NONE;
  }

  /** The next heading below it. */
  addChild(heading: GrowingHeading): void {
    if (this.#children === undefined) this.#children = [heading];
    else this.#children.push(heading);
  }

  /** The next running text below it. */
  addParagraph(paragraph: Paragraph): void {
    if (this.#paragraphs === undefined) this.#paragraphs = [paragraph];
    else this.#paragraphs.push(paragraph);
  }

  /** Ends its content where the next heading of its level or above begins. */
  close(end: number): void {
    this.#contentEnd = end;
  }

  get #contentStart(): number {
    const { line, wrapped, ownLine, textEnd } = this.#candidate;
    return ownLine ? (wrapped.at(-1) ?? line).end : textEnd;
  }
}
