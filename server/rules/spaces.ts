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
