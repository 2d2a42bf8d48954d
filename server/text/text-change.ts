/** What became of a text: one stretch of it was replaced. */
export interface TextChange {
  /** Length of the beginning that both texts share. */
  readonly start: number;
  /** Where the end that both texts share begins, in the old text. */
  readonly oldEnd: number;
  /** Where it begins in the new text. */
  readonly newEnd: number;
}

/** Texts are compared in pieces of so many UTF-16 code units, which the engine does at once; only the last piece is looked at closely. */
const PIECE = 2048;

/** The smallest stretch by which two texts differ; empty at the end of both where they are equal. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.slice(start, start + PIECE) === after.slice(start, start + PIECE)) start += PIECE;
  start = Math.min(start, shorter);
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const most = shorter - start;
  let same = 0;
  while (same + PIECE <= most && endPiece(before, same) === endPiece(after, same)) same += PIECE;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

function endPiece(text: string, fromEnd: number): string {
  return text.slice(text.length - fromEnd - PIECE, text.length - fromEnd);
}
