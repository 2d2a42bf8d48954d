import { isBlank } from './characters.js';

/** A text without its blanks and line ends. */
export interface CompactText {
  readonly text: string;
  /** Leads an offset into the text as it was to one into `text`: the number of characters before it that are no blanks. */
  readonly offsetOf: (offset: number) => number;
}

/** Leaves out every blank and line end, so that a quote is found again however it is wrapped and indented. */
export function compact(text: string): CompactText {
  const offsets = new Uint32Array(text.length + 1);
  const pieces: string[] = [];
  let length = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    offsets[at] = length;
    if (!isBlank(text.charCodeAt(at))) {
      length++;
      continue;
    }
    pieces.push(text.slice(start, at));
    start = at + 1;
  }
  offsets[text.length] = length;
  pieces.push(text.slice(start));
  return { text: pieces.join(''), offsetOf: (offset) => offsets[Math.max(0, Math.min(offset, text.length))] ?? length };
}

/** Where a quote occurs: half-open offsets into the compact text, and what belongs to the quote. */
export interface Occurrence<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

/** Quotes are looked up by at most so many of their first characters, and then as a whole. */
const LONGEST_KEY = 8;

/** Whole quotes to what belongs to them, by their length. */
type ByLength<T> = Map<number, Map<string, T[]>>;

/** Finds many quotes in one pass over a text, however many begin alike. */
export class QuoteIndex<T> {
  /** Length of the key, to the key, to the quotes that begin with it. */
  readonly #byKey = new Map<number, Map<string, ByLength<T>>>();

  /** @param entries quotes with what belongs to them; blanks in quotes do not count, and one of nothing but blanks occurs nowhere. */
  constructor(entries: Iterable<{ readonly quote: string; readonly value: T }>) {
    for (const { quote, value } of entries) {
      const { text } = compact(quote);
      if (text !== '') this.#add(text, value);
    }
  }

  #add(text: string, value: T): void {
    const key = text.slice(0, LONGEST_KEY);
    const keys = getOrPut(this.#byKey, key.length, () => new Map<string, ByLength<T>>());
    const lengths = getOrPut(keys, key, (): ByLength<T> => new Map());
    const quotes = getOrPut(lengths, text.length, () => new Map<string, T[]>());
    getOrPut(quotes, text, (): T[] => []).push(value);
  }

  /** Every occurrence in a compact text, overlapping ones included, by their start. */
  *occurrencesIn(text: string): Generator<Occurrence<T>> {
    for (let start = 0; start < text.length; start++) {
      for (const [keyLength, keys] of this.#byKey) {
        for (const [length, quotes] of keys.get(text.slice(start, start + keyLength)) ?? []) {
          const values = start + length <= text.length ? quotes.get(text.slice(start, start + length)) : undefined;
          if (values !== undefined) yield { start, end: start + length, values };
        }
      }
    }
  }
}

function getOrPut<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
