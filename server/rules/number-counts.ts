import { SCATTER } from '../text/scatter.js';
/** Filled to at most a half, a table answers nearly every question with the first look. */
const ROOM = 2;
const SEEN = 1;
const REPEATED = 2;

/** Which of many whole numbers came more than once: a scattered table, several times faster than a `Map`. */
export class NumberCounts {
  /** The numbers, and behind all of them their states: one array is half the work of two. */
  private readonly table: Int32Array;
  private readonly size: number;
  private readonly mask: number;

  /** @param most how many numbers are added at most. */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(most, 1) * ROOM));
    this.table = new Int32Array(2 * size);
    this.size = size;
    this.mask = size - 1;
  }

  /** Counts a number; whether it came before. */
  add(number: number): boolean {
    const slot = this.slotOf(number);
    if (this.table[this.size + slot] !== 0) {
      this.table[this.size + slot] = REPEATED;
      return true;
    }
    this.table[slot] = number;
    this.table[this.size + slot] = SEEN;
    return false;
  }

  /** Whether a number came more than once. */
  isRepeated(number: number): boolean {
    return this.table[this.size + this.slotOf(number)] === REPEATED;
  }

  /** Where a number stands in the table, or the empty place where it would stand. */
  private slotOf(number: number): number {
    const scattered = Math.imul(number, SCATTER);
    let slot = (scattered ^ (scattered >>> 15)) & this.mask;
    while (this.table[this.size + slot] !== 0 && this.table[slot] !== number) slot = (slot + 1) & this.mask;
    return slot;
  }
}
