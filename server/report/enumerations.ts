import { toChineseNumeral } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { FAMILIES, type Family, readCountingWords, separatorBefore } from './counting-words.js';
import { isListStyle } from './markers.js';
import type { Paragraph } from './report.js';

/** One item of a list in running text: its 一是, 二要, 其一, 第一，. */
export interface EnumerationItem {
  readonly paragraph: Paragraph;
  /** From 1. */
  readonly value: number;
  /** The words that count (二是); an offset pair into the paragraph's text. */
  readonly span: Span;
  /** The numeral alone (二). */
  readonly numeral: Span;
  /** The character before it, blanks and closing marks passed over; at the start of a paragraph the last one of the paragraph above. */
  readonly before: string;
}

/** A number that does not follow from the items before it. */
export interface WrongNumber {
  /** Index of the item in its list. */
  readonly index: number;
  /** The number that the items before call for. */
  readonly expected: number;
}

/** A list in running text, 一是…二是…, over one or more paragraphs of one subsection. */
export interface Enumeration {
  readonly items: readonly EnumerationItem[];
  readonly wrong: readonly WrongNumber[];
  /** Nothing but a first item: no second one, in whatever words, to the end of the subsection. */
  readonly isAlone: boolean;
}

/**
 * Finds the lists in running text of a report: 一是 and 一要, 其一, 第一， each for themselves. A list may go on over
 * paragraphs and hold other lists; a subsection (a heading above the style 1.) ends it.
 */
export function readEnumerations(all: readonly Paragraph[]): Enumeration[] {
  const scopes = subsections(all);
  return FAMILIES.flatMap((family) => {
    const itemsByScope = scopes.map((paragraphs) => itemsOf(paragraphs, family));
    if (itemsByScope.every((items) => items.length === 0)) return NO_LISTS;
    let lastValue = 0;
    return scopes.flatMap((paragraphs, index) => {
      const items = itemsByScope[index] ?? NO_ITEMS;
      const lists = items.length === 0 ? NO_LISTS : new ListReader(paragraphs, items, lastValue).read();
      lastValue = items.at(-1)?.value ?? 0;
      // A list whose second item stands below the next heading goes on there.
      const goesOn = lists.at(-1)?.items.length === 1 && itemsByScope[index + 1]?.[0]?.value === 2;
      return goesOn ? lists.slice(0, -1) : lists;
    });
  });
}

const NO_LISTS: readonly Enumeration[] = Object.freeze([]);
const NO_ITEMS: readonly FoundItem[] = Object.freeze([]);

/** Runs of paragraphs below one heading, lists of numbered sentences within it. */
function subsections(all: readonly Paragraph[]): Paragraph[][] {
  const scopes: Paragraph[][] = [];
  let own: unknown;
  for (const paragraph of all) {
    if (paragraph.role !== 'body' && paragraph.role !== 'opening') continue;
    let { heading } = paragraph;
    while (heading?.marker !== undefined && isListStyle(heading.marker.style) && heading.parent !== undefined) heading = heading.parent;
    const scope = scopes.at(-1);
    if (scope === undefined || heading !== own) scopes.push([paragraph]);
    else scope.push(paragraph);
    own = heading;
  }
  return scopes;
}

/** An item, and whether it stands in mid sentence, where it counts only as the number that must come. */
interface FoundItem extends EnumerationItem {
  readonly isWeak: boolean;
  /** A first item behind a word that introduces none; it counts only where a second one follows. */
  readonly isDoubtful: boolean;
  /** Index of the paragraph in its subsection. */
  readonly at: number;
}

function itemsOf(paragraphs: readonly Paragraph[], family: Family): readonly FoundItem[] {
  let items: FoundItem[] | undefined;
  for (const [at, paragraph] of paragraphs.entries()) {
    for (const word of paragraph.fact(readCountingWords)) {
      if (word.family !== family) continue;
      const { text } = paragraph;
      const above = paragraphs[at - 1]?.text ?? '';
      items ??= [];
      items.push({
        paragraph,
        at,
        value: word.value,
        span: word.span,
        numeral: word.numeral,
        before: separatorBefore(text, word.span.start) || separatorBefore(above, above.length),
        isWeak: word.isWeak,
        isDoubtful: word.isDoubtful,
      });
    }
  }
  return items ?? NO_ITEMS;
}

/** A list that may go on. */
interface OpenList {
  readonly items: FoundItem[];
  readonly wrong: WrongNumber[];
  expected: number;
  /** After a wrong number the next may go on from it or from what it should have been. */
  alternative: number | undefined;
}

/** Sorts the items of one subsection into lists. */
class ListReader {
  readonly #paragraphs: readonly Paragraph[];
  readonly #items: readonly FoundItem[];
  /** Number of the last item of the subsection before. */
  readonly #lastValue: number;
  readonly #lists: OpenList[] = [];
  /** Lists that may go on, the innermost last. */
  readonly #open: OpenList[] = [];

  constructor(paragraphs: readonly Paragraph[], items: readonly FoundItem[], lastValue: number) {
    this.#paragraphs = paragraphs;
    this.#items = items;
    this.#lastValue = lastValue;
  }

  read(): Enumeration[] {
    this.#items.forEach((item, index) => {
      if (!item.isDoubtful || this.#items[index + 1]?.value === 2) this.#place(item, this.#nextStrong(index));
    });
    return this.#lists.map((list) => ({ items: list.items, wrong: list.wrong, isAlone: this.#isAlone(list) }));
  }

  #isAlone({ items: [first, second] }: OpenList): boolean {
    if (first === undefined || second !== undefined || first.value !== 1 || first.isWeak) return false;
    const after = this.#paragraphs.slice(first.at + 1, first.at + 1 + MOST_PARAGRAPHS).map(({ text }) => text.slice(0, LONGEST_ITEM));
    return !SECOND_ITEM.test([first.paragraph.text.slice(first.span.end, first.span.end + 2 * LONGEST_ITEM), ...after].join('\n'));
  }

  #nextStrong(index: number): FoundItem | undefined {
    return this.#items.slice(index + 1, index + 4).find(({ isWeak }) => !isWeak);
  }

  #place(item: FoundItem, next: FoundItem | undefined): void {
    const inner = this.#open.at(-1);
    if (item.value === 1) {
      // 一是…一是…三是: the second is the slip, not a list of its own.
      if (inner !== undefined && !item.isWeak && (next?.value === inner.expected + 1 || isRepeatedFirst(inner, item, next)))
        this.#append(inner, item, inner.expected);
      else this.#begin(item, undefined, 2);
      return;
    }
    const list = this.#listThatGoesOn(item);
    if (list !== undefined) {
      while (this.#open.at(-1) !== list) this.#open.pop();
      this.#append(list, item, undefined);
    } else if (!item.isWeak && inner !== undefined && !this.#hasUnread(inner, item)) {
      this.#append(inner, item, inner.expected);
    } else if (!item.isWeak && inner !== undefined) {
      inner.expected = item.value + 1;
      inner.items.push(item);
    } else if (!item.isWeak && this.#lacksFirst(item)) {
      this.#begin(item, 1, next?.value === 2 ? 2 : item.value + 1);
    } else if (!item.isWeak) {
      this.#begin(item, undefined, item.value + 1);
    }
  }

  #begin(item: FoundItem, shouldBe: number | undefined, expected: number): void {
    const wrong = shouldBe === undefined ? [] : [{ index: 0, expected: shouldBe }];
    const list: OpenList = { items: [item], wrong, expected, alternative: undefined };
    this.#lists.push(list);
    this.#open.push(list);
  }

  #append(list: OpenList, item: FoundItem, shouldBe: number | undefined): void {
    list.items.push(item);
    list.alternative = undefined;
    if (shouldBe !== undefined) {
      list.wrong.push({ index: list.items.length - 1, expected: shouldBe });
      list.alternative = shouldBe + 1;
    }
    list.expected = item.value + 1;
  }

  /** The innermost list that calls for a number, or one round it that it may be nested in. */
  #listThatGoesOn(item: FoundItem): OpenList | undefined {
    const inner = this.#open.at(-1);
    if (inner === undefined) return undefined;
    const isNext = item.value === inner.expected || (!item.isWeak && item.value === inner.alternative);
    if (item.isWeak) return isNext ? inner : undefined;
    const last = inner.items.at(-1);
    // A paragraph that begins with a number goes on with the list whose items begin paragraphs.
    if (isNext && (!beginsParagraph(item) || last === undefined || beginsParagraph(last))) return inner;
    return this.#outerListOf(item) ?? (isNext ? inner : undefined);
  }

  #outerListOf(item: FoundItem): OpenList | undefined {
    // Only so many lists are nested in one another.
    for (let depth = this.#open.length - 2; depth >= Math.max(0, this.#open.length - MOST_NESTED); depth--) {
      const outer = this.#open[depth];
      const within = this.#open[depth + 1];
      if (outer !== undefined && within !== undefined && item.value === outer.expected && isNested(outer, within, item)) return outer;
    }
    return undefined;
  }

  /** Whether a number that is skipped stands between in another writing: 二来, 第二, 其次. */
  #hasUnread(list: OpenList, item: FoundItem): boolean {
    const last = list.items.at(-1);
    if (last === undefined || item.value <= list.expected) return false;
    const between = this.#textBetween(last, item);
    const numeral = toChineseNumeral(list.expected);
    if (OTHER_ITEM.test(between)) return true;
    return between.includes(`${list.expected}是`) || [...'是要则来为、，）)'].some((mark) => between.includes(numeral + mark));
  }

  /** Whether a list that begins after its first number has no other beginning in its subsection or above it. */
  #lacksFirst(item: FoundItem): boolean {
    if (item.value === this.#lastValue + 1 && this.#lists.length === 0) return false;
    const first = this.#paragraphs[0];
    if (first === undefined) return false;
    return !OTHER_BEGINNINGS.test(this.#textBetween({ ...item, at: 0, paragraph: first, span: { start: 0, end: 0 } }, item));
  }

  #textBetween(from: FoundItem, to: FoundItem): string {
    if (from.at === to.at) return from.paragraph.text.slice(Math.max(from.span.end, to.span.start - LONGEST_ITEM), to.span.start);
    const middle = this.#paragraphs
      .slice(Math.max(from.at + 1, to.at - MOST_PARAGRAPHS), to.at)
      .map(({ text }) => text.slice(0, LONGEST_ITEM));
    return [
      from.paragraph.text.slice(from.span.end, from.span.end + LONGEST_ITEM),
      ...middle,
      to.paragraph.text.slice(Math.max(0, to.span.start - LONGEST_ITEM), to.span.start),
    ].join('\n');
  }
}

/** Other words with which the first item of a list begins. */
const OTHER_BEGINNINGS = /一[ \u3000]?[是要则来为、，]|一方面|首先|第一|其一|既[是要]|1[.．、]/u;
/** A second item in other words. */
const SECOND_ITEM = /二[ \u3000]?[是要则来为]|第二|其二|其次|再者|再次|另[一外]|同时也是|[。；;\n]还有/u;
/** A further item without its number. */
const OTHER_ITEM = /其次|再次|另一方面|此外还/u;
const MOST_PARAGRAPHS = 10;
/** How much of an item, in characters, is read for numbers in other writing. */
const LONGEST_ITEM = 1500;
const MOST_NESTED = 4;

/** Words that begin a new matter, so that no list goes on over them. */
const NEW_MATTER = /下一步|今后|原因|不足|问题|主要表现|打算|安排|计划/u;

/**
 * Whether a list stands within the last item of another. It does where the outer items begin paragraphs and the inner
 * ones do not, or where all stand in one paragraph and nothing between begins a new matter.
 */
function isNested(outer: OpenList, within: OpenList, item: FoundItem): boolean {
  const last = outer.items.at(-1);
  const first = within.items[0];
  if (last === undefined || first === undefined) return false;
  if (beginsParagraph(item) && beginsParagraph(last)) return !beginsParagraph(first);
  if (beginsParagraph(item) !== beginsParagraph(last) && last.value > 1) return false;
  if (first.at !== last.at || item.at !== first.at) return false;
  return !NEW_MATTER.test(last.paragraph.text.slice(last.span.end, first.span.start).slice(-LONGEST_INTRODUCTION));
}

function beginsParagraph({ span }: FoundItem): boolean {
  return span.start === 0;
}

/** 一是A。一是B。 and no more: two halves of one list, where nothing introduces the second. */
function isRepeatedFirst({ items }: OpenList, item: FoundItem, next: FoundItem | undefined): boolean {
  const isLast = next === undefined || (next.value === 1 && next.at !== item.at);
  return isLast && items.length === 1 && items[0]?.value === 1 && items[0].at === item.at && '。；;'.includes(item.before);
}

/** How far before a list its introduction may begin. */
const LONGEST_INTRODUCTION = 120;
