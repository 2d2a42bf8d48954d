import { CHARACTERS_BY_SOUND } from '../knowledge/characters-by-sound.js';
import { CHARACTER_READINGS, WORD_READINGS } from '../knowledge/name-readings.js';
import { lazy } from '../text/lazy.js';

const NOTHING: readonly string[] = Object.freeze([]);

/**
 * How each character of a name may be read, as syllables of pinyin without tone (ü as v): one where the tables of names settle
 * it, else every reading that is known; none for marks, figures and characters that no table holds.
 */
export function readingsOf(name: string): readonly (readonly string[])[] {
  const readings: (readonly string[])[] = [];
  for (let at = 0; at < name.length; at++) {
    const word = wordAt(name, at);
    if (word === undefined) {
      readings.push(readingsOfCharacter(name.charAt(at)));
      continue;
    }
    readings.push(...word.map((reading) => [reading]));
    at += word.length - 1;
  }
  return readings;
}

/** Whether two characters may be read alike. */
export function soundAlike(one: string, other: string): boolean {
  return one === other || readingsOfCharacter(one).some((reading) => readingsOfCharacter(other).includes(reading));
}

/** Every reading of a character that is known, in whatever word it stands. */
export function everyReadingOf(character: string): readonly string[] {
  return byCharacter().get(character) ?? NOTHING;
}

function readingsOfCharacter(character: string): readonly string[] {
  const settled = CHARACTER_READINGS.get(character);
  return settled === undefined ? everyReadingOf(character) : [settled];
}

function wordAt(name: string, at: number): readonly string[] | undefined {
  for (const [word, readings] of WORD_READINGS) if (name.startsWith(word, at)) return readings;
  return undefined;
}

const byCharacter: () => ReadonlyMap<string, readonly string[]> = lazy(() => {
  const readings = new Map<string, string[]>();
  for (const [sound, characters] of CHARACTERS_BY_SOUND) {
    for (const character of characters) {
      const known = readings.get(character);
      if (known === undefined) readings.set(character, [sound]);
      else known.push(sound);
    }
  }
  return readings;
});
