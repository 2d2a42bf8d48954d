import { CHARACTERS_BY_SOUND } from '../knowledge/characters-by-sound.js';
import { lazy } from '../text/lazy.js';

/** Fewer letters mean nothing: nearly every text has them. */
const FEWEST_LETTERS = 2;
const LETTERS = /^[a-z]+$/u;

/** Each common character with the first letters of its readings. */
const initialsOf = lazy((): ReadonlyMap<string, string> => {
  const initials = new Map<string, string>();
  for (const [sound, characters] of CHARACTERS_BY_SOUND) {
    const letter = sound.charAt(0);
    for (const character of characters) {
      const known = initials.get(character) ?? '';
      if (!known.includes(letter)) initials.set(character, known + letter);
    }
  }
  return initials;
});

/**
 * Whether some neighbouring characters of a text begin, in pinyin, with these letters: 主要举措 with zyjc.
 *
 * @param letters in lower case; anything else than letters matches nothing, nor does a single one.
 */
export function matchesInitials(text: string, letters: string): boolean {
  if (letters.length < FEWEST_LETTERS || letters.length > text.length || !LETTERS.test(letters)) return false;
  const initials = initialsOf();
  for (let start = 0; start + letters.length <= text.length; start++) {
    let matched = 0;
    while (matched < letters.length && initials.get(text.charAt(start + matched))?.includes(letters.charAt(matched)) === true) matched++;
    if (matched === letters.length) return true;
  }
  return false;
}
