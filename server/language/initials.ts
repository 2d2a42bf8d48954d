import { everyReadingOf } from './readings.js';

/** Fewer letters mean nothing: nearly every text has them. */
const FEWEST_LETTERS = 2;
const LETTERS = /^[a-z]+$/u;

/**
 * Whether some neighbouring characters of a text begin, in pinyin, with these letters: 主要举措 with zyjc.
 *
 * @param letters in lower case; anything else than letters matches nothing, nor does a single one.
 */
export function matchesInitials(text: string, letters: string): boolean {
  if (letters.length < FEWEST_LETTERS || letters.length > text.length || !LETTERS.test(letters)) return false;
  for (let start = 0; start + letters.length <= text.length; start++) {
    let matched = 0;
    while (matched < letters.length && beginsWith(text.charAt(start + matched), letters.charAt(matched))) matched++;
    if (matched === letters.length) return true;
  }
  return false;
}

function beginsWith(character: string, letter: string): boolean {
  return everyReadingOf(character).some((reading) => reading.startsWith(letter));
}
