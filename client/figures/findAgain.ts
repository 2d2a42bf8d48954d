/**
 * Where a piece of text that stood at a place stands now that the text may have been edited: there, or the nearest place
 * where it stands.
 *
 * @param place UTF-16 offset.
 * @returns undefined where it stands nowhere any more.
 */
export function findAgain(text: string, piece: string, place: number): number | undefined {
  if (text.startsWith(piece, place)) return place;
  const before = text.lastIndexOf(piece, place);
  const behind = text.indexOf(piece, place);
  if (before === -1 || behind === -1) return Math.max(before, behind) === -1 ? undefined : Math.max(before, behind);
  return place - before <= behind - place ? before : behind;
}
