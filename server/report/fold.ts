import { TRADITIONAL_CHARACTERS } from '../knowledge/traditional-characters.js';
import { classesOf, FOLDED } from './character-classes.js';

/**
 * Folds a text for matching: full-width letters, digits and marks to half width, traditional
 * characters to simplified ones, every blank to a space. The length never changes, so offsets
 * into the folded text are offsets into the original.
 */
export function foldForMatching(text: string): string {
  let folded = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((classesOf(code) & FOLDED) === 0) continue;
    folded += text.slice(done, at) + foldCharacter(code);
    done = at + 1;
  }
  return done === 0 ? text : folded + text.slice(done);
}

function foldCharacter(code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code < 0x4e00) return ' ';
  const character = String.fromCharCode(code);
  return TRADITIONAL_CHARACTERS.get(character) ?? character;
}
