import { readingsOf, soundAlike } from '../readings.js';

/** A name made ready to be looked for. */
export interface SearchableName {
  readonly name: string;
  /** How each of its characters may be read. */
  readonly readings: readonly (readonly string[])[];
}

/** How well a name answers what was typed; the smaller the better. */
export type MatchRank =
  /** It begins with it. */
  | 0
  /** It holds it. */
  | 1
  /** It holds the same characters in order, others between them. */
  | 2
  /** It begins with what sounds the same: a miswritten name. */
  | 3
  /** It holds what sounds the same. */
  | 4;

/** A name that answers what was typed. */
export interface NameMatch {
  readonly rank: MatchRank;
  /** How what was typed goes on: the rest of the name, in letters where letters were typed. */
  readonly rest: string;
}

/** Fewer letters in a row may be anything; a single character means something. */
const FEWEST_LETTERS = 2;
/** Fewer characters with others between them may be anything. */
const FEWEST_SCATTERED = 3;

/** Makes a name ready; worth remembering for names that are looked at again and again. */
export function searchable(name: string): SearchableName {
  return { name, readings: readingsOf(name) };
}

/**
 * Looks for what was typed in a name: Chinese characters, pinyin (xingzheng), its first letters (xzcf), and any mixture of them.
 *
 * @param typed without blanks, letters in lower case.
 */
export function matchName(searched: SearchableName, typed: string): NameMatch | undefined {
  const { name } = searched;
  if (typed === '') return { rank: 0, rest: name };
  const atStart = endOfMatch(searched, 0, typed, 0, sameCharacter);
  if (atStart !== undefined) return found(0, searched, atStart, typed);
  const isChinese = HAN.test(typed);
  if (typed.length < FEWEST_LETTERS && !isChinese) return undefined;
  const inside = insideMatch(searched, typed, sameCharacter);
  if (inside !== undefined) return found(1, searched, inside, typed);
  if (typed.length >= FEWEST_SCATTERED && holdsInOrder(searched, typed)) return found(2, searched, name.length, typed);
  if (!isChinese) return undefined;
  const alike = endOfMatch(searched, 0, typed, 0, soundAlike);
  if (alike !== undefined) return found(3, searched, alike, typed);
  const alikeInside = insideMatch(searched, typed, soundAlike);
  return alikeInside === undefined ? undefined : found(4, searched, alikeInside, typed);
}

type SameCharacter = (one: string, other: string) => boolean;

const HAN = /\p{Script=Han}/u;
const LETTERS_AT_END = /[a-z]$/u;

function sameCharacter(one: string, other: string): boolean {
  return one === other;
}

function found(rank: MatchRank, { name, readings }: SearchableName, end: number, typed: string): NameMatch {
  if (!LETTERS_AT_END.test(typed)) return { rank, rest: name.slice(end) };
  return {
    rank,
    rest: readings
      .slice(end)
      .map(([reading = '']) => reading.charAt(0))
      .join(''),
  };
}

function insideMatch(searched: SearchableName, typed: string, isSame: SameCharacter): number | undefined {
  for (let start = 1; start < searched.name.length; start++) {
    const end = endOfMatch(searched, start, typed, 0, isSame);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** Where the part of a name ends that answers the typed text from an offset on; undefined where it does not. */
function endOfMatch(searched: SearchableName, at: number, typed: string, from: number, isSame: SameCharacter): number | undefined {
  if (from === typed.length) return at;
  const character = searched.name.charAt(at);
  if (character === '') return undefined;
  if (isSame(typed.charAt(from), character)) {
    const end = endOfMatch(searched, at + 1, typed, from + 1, isSame);
    if (end !== undefined) return end;
  }
  // Nobody types the marks inside a name.
  const readings = searched.readings[at] ?? [];
  if (readings.length === 0 && from > 0) return endOfMatch(searched, at + 1, typed, from, isSame);
  for (const reading of readings) {
    for (const length of spelledLengths(reading, typed, from)) {
      const end = endOfMatch(searched, at + 1, typed, from + length, isSame);
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

/** How many typed letters may stand for a syllable: all of it, its first sound, or as far as was typed. */
function spelledLengths(reading: string, typed: string, from: number): readonly number[] {
  let same = 0;
  while (same < reading.length && reading.charAt(same) === typed.charAt(from + same)) same++;
  if (same === 0) return [];
  const lengths = [same === reading.length || from + same === typed.length ? same : 1];
  if (same >= 2 && reading.charAt(1) === 'h') lengths.push(2);
  lengths.push(1);
  return lengths;
}

/** Whether a name holds the typed characters in order; first letters only if the first of them begins it. */
function holdsInOrder({ name, readings }: SearchableName, typed: string): boolean {
  const isAnywhere = HAN.test(typed.charAt(0));
  let next = 0;
  for (let at = 0; at < name.length && next < typed.length; at++) {
    const wanted = typed.charAt(next);
    const isSame = wanted === name.charAt(at) || readings[at]?.some((reading) => reading.charAt(0) === wanted) === true;
    if (isSame) next++;
    else if (at === 0 && !isAnywhere) return false;
  }
  return next === typed.length;
}
