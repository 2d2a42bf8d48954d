import { SCATTER } from '../text/scatter.js';
import type { TermEntry } from '../knowledge/term-entry.js';
import { lazy } from '../text/lazy.js';

/** One place where an entry of a term table stands; offsets into the searched text. */
export interface TermMatch {
  readonly entry: TermEntry;
  readonly start: number;
  readonly end: number;
}

/** How much of the text on each side an entry's context may look at. */
const REACH = 48;

/** Places in the filter for each word, so that few other pairs fall on one. */
const ROOM = 16;

/** Words by their first characters. */
interface WordIndex {
  /** By scattered pair of characters: 1 where a word begins so. */
  readonly pairs: Uint8Array;
  /** Words by the code of their first character, longest first. */
  readonly byFirst: ReadonlyMap<number, readonly string[]>;
}

/** Whether an entry holds between two texts. */
type ContextTest = (before: string, after: string) => boolean;

/** An entry with the test of its contexts. */
interface CompiledEntry {
  readonly entry: TermEntry;
  /** Made when the string is first found. */
  readonly accepts: () => ContextTest;
}

/**
 * Makes the search for a term table: by first characters, contexts tried only where a string stands.
 * Matches come in order and do not overlap; where two begin at one place the longer one is tried first.
 */
export function termMatcher(entries: readonly TermEntry[]): (text: string) => TermMatch[] {
  if (entries.length === 0) return () => [];
  const byWrong = new Map<string, CompiledEntry[]>();
  for (const entry of entries) {
    const known = byWrong.get(entry.wrong);
    const compiled = { entry, accepts: lazy(() => contextTest(entry)) };
    if (known === undefined) byWrong.set(entry.wrong, [compiled]);
    else known.push(compiled);
  }
  const index = indexWords([...byWrong.keys()]);
  return (text) => search(text, index, byWrong);
}

function indexWords(words: readonly string[]): WordIndex {
  const pairs = new Uint8Array(2 ** Math.ceil(Math.log2(words.length * ROOM)));
  const byFirst = new Map<number, string[]>();
  for (const word of words) {
    const code = word.charCodeAt(0);
    const known = byFirst.get(code);
    if (known === undefined) byFirst.set(code, [word]);
    else known.push(word);
    if (word.length === 1) pairs.fill(1);
    else pairs[pairAt(word, 0, pairs.length)] = 1;
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return { pairs, byFirst };
}

/** Where the pair of characters at an offset stands in a filter of a size that is a power of two. */
function pairAt(text: string, at: number, size: number): number {
  const mixed = Math.imul((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1), SCATTER);
  return (mixed >>> 15) & (size - 1);
}

function search(text: string, { pairs, byFirst }: WordIndex, byWrong: ReadonlyMap<string, readonly CompiledEntry[]>): TermMatch[] {
  const matches: TermMatch[] = [];
  let start = 0;
  while (start < text.length) {
    const from = start++;
    if (pairs[pairAt(text, from, pairs.length)] !== 1) continue;
    const wrong = byFirst.get(text.charCodeAt(from))?.find((word) => text.startsWith(word, from));
    if (wrong === undefined) continue;
    const end = from + wrong.length;
    const before = text.slice(Math.max(0, from - REACH), from);
    const after = text.slice(end, end + REACH);
    const entry = byWrong.get(wrong)?.find(({ accepts }) => accepts()(before, after))?.entry;
    if (entry === undefined) continue;
    matches.push({ entry, start: from, end });
    start = end;
  }
  return matches;
}

/** What follows is looked at first: it is told by its first characters. */
function contextTest({ before, notBefore, after, notAfter }: TermEntry): ContextTest {
  const tests: ContextTest[] = [];
  if (after !== undefined) {
    const pattern = new RegExp(`^(?:${after})`, 'u');
    tests.push((_, text) => pattern.test(text));
  }
  if (notAfter !== undefined) {
    const pattern = new RegExp(`^(?:${notAfter})`, 'u');
    tests.push((_, text) => !pattern.test(text));
  }
  if (before !== undefined) {
    const pattern = new RegExp(`(?:${before})$`, 'u');
    tests.push((text) => pattern.test(text));
  }
  if (notBefore !== undefined) {
    const pattern = new RegExp(`(?:${notBefore})$`, 'u');
    tests.push((text) => !pattern.test(text));
  }
  return (textBefore, textAfter) => tests.every((test) => test(textBefore, textAfter));
}
