/** Blanks that a typist leaves: space, tab, NBSP, ideographic and the widths of U+2000; no line separators, no zero-width marks. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** The blanks of Latin text, as they stand beside figures: all but tab and the ideographic one. */
export const NARROW_BLANKS: readonly string[] = Object.freeze([...' \u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f']);

/** Whether a UTF-16 code unit is one of `NARROW_BLANKS`. */
export function isNarrowBlank(code: number): boolean {
  return code <= 0x202f && (code === 0x20 || code === 0xa0 || (code >= 0x2002 && code <= 0x200a) || code === 0x202f);
}
