import { TRADITIONAL_CHARACTERS } from '../knowledge/traditional-characters.js';

/** Every character that is folded and no other: most lines hold none. */
const FOLDED = new RegExp(`[\\u00a0\\u2000-\\u200b\\u3000\\ufeff！-～${[...TRADITIONAL_CHARACTERS.keys()].join('')}]`, 'gu');

/**
 * Folds a text for matching: full-width letters, digits and marks to half width, traditional
 * characters to simplified ones, every blank to a space. The length never changes, so offsets
 * into the folded text are offsets into the original.
 */
export function foldForMatching(text: string): string {
  return text.replace(FOLDED, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    if (code >= 0x4e00) return TRADITIONAL_CHARACTERS.get(character) ?? character;
    return ' ';
  });
}
