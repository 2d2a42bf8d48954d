import { SECTION_GLUED } from '../knowledge/glued-headings.js';
import { isBlank } from '../text/characters.js';
import { classesIn, classesOf, FOLDED, YEAR_BEGINNING } from './character-classes.js';
import { endsWithOneOf } from './line-forms.js';
import { NO_PROJECT, type Project } from './project.js';
import type { SectionKind } from './report.js';
import { compactHeading, kindsOfHeading, kindsOfSubheading } from './section-kinds.js';

/** A heading with its text behind it, in characters. */
const SHORTEST_GLUED = 40;

/** The words of a heading and what they name, read when first asked for. */
export class HeadingWords {
  /** As they stand, the lines of a wrapped heading joined. */
  readonly whole: string;
  /** Without the marks and blanks at the end. */
  readonly text: string;
  /** Offset of `whole` in its line. */
  readonly start: number;
  #contentsKey: string | undefined;
  #namesYear: boolean | undefined;
  #known = NOTHING_KNOWN;

  constructor(whole: string, start: number) {
    this.whole = whole;
    this.text = withoutEndMarks(whole);
    this.start = start;
  }

  /** Kinds that the words name on a line of their own. */
  kinds(year: number | undefined, own: Project['headings']): readonly SectionKind[] {
    return this.#remembered(ALONE, year, own) ?? this.#remember(ALONE, year, own, kindsOfHeading(this.whole, year, own));
  }

  /** Kinds that the words name as the heading of a section; text that is glued to them is none of them. */
  sectionKinds(year: number | undefined, own: Project['headings']): readonly SectionKind[] {
    if (this.text === this.whole && this.text.length < SHORTEST_GLUED) return this.kinds(year, own);
    return (
      this.#remembered(AS_SECTION, year, own) ??
      this.#remember(AS_SECTION, year, own, kindsOfHeading(this.text.slice(0, gluedAt(this.text)), year, own))
    );
  }

  /** Kinds that the words name below the first level. */
  subheadingKinds(year: number | undefined): readonly SectionKind[] {
    return (
      this.#remembered(BELOW, year, NO_PROJECT.headings) ??
      this.#remember(BELOW, year, NO_PROJECT.headings, kindsOfSubheading(this.text, year))
    );
  }

  /** Whether one of the two repeats the other as a table of contents does: without dots and page number. */
  isSameInContents(other: HeadingWords): boolean {
    const own = this.whole.charCodeAt(0);
    const isApart = own !== other.whole.charCodeAt(0) && isPlainHan(own) && isPlainHan(other.whole.charCodeAt(0));
    return !isApart && this.#inContents() === other.#inContents();
  }

  #inContents(): string {
    this.#contentsKey ??= withoutPageNumber(compactHeading(this.whole));
    return this.#contentsKey;
  }

  #remembered(asked: number, year: number | undefined, own: Project['headings']): readonly SectionKind[] | undefined {
    for (const known of this.#known) {
      if (known.asked !== asked || known.own !== own) continue;
      if (known.year === year) return known.kinds;
      // Without a year among the words it is all one which year the report is of.
      this.#namesYear ??= (classesIn(this.whole) & YEAR_BEGINNING) !== 0;
      if (!this.#namesYear) return known.kinds;
    }
    return undefined;
  }

  #remember(asked: number, year: number | undefined, own: Project['headings'], kinds: readonly SectionKind[]): readonly SectionKind[] {
    // A report whose year stands in its headings is read without a year first: both answers stay.
    const others = this.#known.filter((known) => known.asked !== asked || (known.year === undefined) !== (year === undefined));
    this.#known = [...others, { asked, year, own, kinds }];
    return kinds;
  }
}

/** What the kinds were asked for. */
const ALONE = 0;
const AS_SECTION = 1;
const BELOW = 2;

/** Kinds, and what they were read for. */
interface KnownKinds {
  readonly asked: number;
  readonly year: number | undefined;
  readonly own: Project['headings'];
  readonly kinds: readonly SectionKind[];
}

const NOTHING_KNOWN: readonly KnownKinds[] = Object.freeze([]);

/** Where a section's heading ends into which its text runs (…第一责任人职责情况镇党委书记…); its length where none does. */
function gluedAt(text: string): number {
  const glued = text.length < SHORTEST_GLUED ? null : SECTION_GLUED.exec(text);
  return (glued?.[1] ?? glued?.[2] ?? text).length;
}

/** A Han character that stays as it is in a heading made ready for comparison. */
function isPlainHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff && (classesOf(code) & FOLDED) === 0;
}

function withoutPageNumber(heading: string): string {
  return endsWithOneOf(heading, '.…·0123456789') ? heading.replace(/[.…·]{0,99}\d{0,3}$/u, '') : heading;
}

/** A heading's words without the marks and blanks at its end. */
function withoutEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && ('。；;：:！？'.includes(text.charAt(end - 1)) || isBlank(text.charCodeAt(end - 1)))) end--;
  return end === text.length ? text : text.slice(0, end);
}
