import type { TermEntry } from '../knowledge/term-entry.js';

/** One place where an entry of a term table stands; offsets into the searched text. */
export interface TermMatch {
  readonly entry: TermEntry;
  readonly start: number;
  readonly end: number;
}

/** How much of the text on each side an entry's context may look at. */
const REACH = 48;

/** Entries by their wrong string with their contexts compiled. */
interface CompiledEntry {
  readonly entry: TermEntry;
  readonly accepts: (before: string, after: string) => boolean;
}

/**
 * Makes the search for a term table: one alternation for the whole table, contexts tried only where a string stands.
 * Matches come in order and do not overlap; where two begin at one place the longer one is tried first.
 */
export function termMatcher(entries: readonly TermEntry[]): (text: string) => TermMatch[] {
  if (entries.length === 0) return () => [];
  const byWrong = new Map<string, CompiledEntry[]>();
  for (const entry of entries) {
    const known = byWrong.get(entry.wrong);
    const compiled = { entry, accepts: contextTest(entry) };
    if (known === undefined) byWrong.set(entry.wrong, [compiled]);
    else known.push(compiled);
  }
  const alternation = [...byWrong.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeLiteral)
    .join('|');
  const pattern = new RegExp(alternation, 'gu');
  return (text) => search(text, pattern, byWrong);
}

function search(text: string, pattern: RegExp, byWrong: ReadonlyMap<string, readonly CompiledEntry[]>): TermMatch[] {
  const matches: TermMatch[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const start = found.index;
    const end = start + found[0].length;
    const before = text.slice(Math.max(0, start - REACH), start);
    const after = text.slice(end, end + REACH);
    const entry = byWrong.get(found[0])?.find(({ accepts }) => accepts(before, after))?.entry;
    if (entry !== undefined) matches.push({ entry, start, end });
    else pattern.lastIndex = start + 1;
  }
  return matches;
}

function contextTest({ before, notBefore, after, notAfter }: TermEntry): CompiledEntry['accepts'] {
  const tests: CompiledEntry['accepts'][] = [];
  if (before !== undefined) {
    const pattern = new RegExp(`(?:${before})$`, 'u');
    tests.push((text) => pattern.test(text));
  }
  if (notBefore !== undefined) {
    const pattern = new RegExp(`(?:${notBefore})$`, 'u');
    tests.push((text) => !pattern.test(text));
  }
  if (after !== undefined) {
    const pattern = new RegExp(`^(?:${after})`, 'u');
    tests.push((_, text) => pattern.test(text));
  }
  if (notAfter !== undefined) {
    const pattern = new RegExp(`^(?:${notAfter})`, 'u');
    tests.push((_, text) => !pattern.test(text));
  }
  return (textBefore, textAfter) => tests.every((test) => test(textBefore, textAfter));
}

function escapeLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
