/**
 * Classes of characters. All functions take UTF-16 code units, so that they can be used in a loop
 * over a string without building substrings; a half of a surrogate pair counts as Han, because
 * nearly all characters beyond the basic plane in these texts are rare Han characters in names.
 */

/** Han characters, 〇 included, and halves of surrogate pairs. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    code === 0x3007 ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** Han characters of the common blocks, as running text has them: no 〇, no halves of surrogate pairs. */
export function isIdeograph(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

/** Arabic digits, half and full width. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Latin letters, half and full width. */
export function isLatinLetter(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  );
}

/** Blanks of every width, line ends, zero-width blanks and the byte order mark. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

/**
 * Length of a text in 字: letters, digits and Han characters; no blanks, no punctuation.
 * A character beyond the basic plane counts once.
 */
export function countCharacters(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xdc00 && code <= 0xdfff) continue;
    if (isHan(code) || isDigit(code) || isLatinLetter(code)) count++;
  }
  return count;
}

/** Moves a span's ends inwards over blanks; an all-blank span shrinks to nothing at its start. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return from === to && from === end ? { start, end: start } : { start: from, end: to };
}
