/**
 * Matches a sticky expression (flag `y`) at one place; what stands before it is seen by lookbehinds.
 *
 * @param at UTF-16 offset.
 */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
