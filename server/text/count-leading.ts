/**
 * How many items at the front of an ordered list a test holds for: the index of the first for which it does not.
 *
 * @param length of the list.
 * @param holds of an item, by its index; never again once it has failed.
 */
export function countLeading(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
