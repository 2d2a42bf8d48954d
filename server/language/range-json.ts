/** Member `range` of a diagnostic, or of a location, that stands nowhere, as JSON. */
export const EMPTY_RANGE_JSON = '"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}';

/** What stands before, between and behind the four numbers of a range. */
export const [RANGE_OPENS = '', CHARACTER_FOLLOWS = '', END_FOLLOWS = '', , RANGE_CLOSES = '']: readonly string[] =
  EMPTY_RANGE_JSON.split('0');

const CHARACTER = new TextEncoder().encode(CHARACTER_FOLLOWS);
const END = new TextEncoder().encode(END_FOLLOWS);

const MOST_DIGITS = 10;
const DIGIT_ZERO = 48;

/** Bytes that `writePlace` fills at most. */
export const LONGEST_PLACE = 2 * CHARACTER.length + END.length + 4 * MOST_DIGITS;

/**
 * Writes what stands between `RANGE_OPENS` and `RANGE_CLOSES`, as `JSON.stringify` would.
 *
 * @param numbers holds start line and character, end line and character, from `from` on.
 * @returns where it ends.
 */
export function writePlace(target: Uint8Array, at: number, numbers: Uint32Array, from: number): number {
  let end = writeNumber(target, at, numbers[from] ?? 0);
  end = writeBytes(target, end, CHARACTER);
  end = writeNumber(target, end, numbers[from + 1] ?? 0);
  end = writeBytes(target, end, END);
  end = writeNumber(target, end, numbers[from + 2] ?? 0);
  end = writeBytes(target, end, CHARACTER);
  return writeNumber(target, end, numbers[from + 3] ?? 0);
}

/** Faster than `set` for a handful of bytes. */
function writeBytes(target: Uint8Array, at: number, bytes: Uint8Array): number {
  for (let index = 0; index < bytes.length; index++) target[at + index] = bytes[index] ?? 0;
  return at + bytes.length;
}

function writeNumber(target: Uint8Array, at: number, number: number): number {
  let end = at + 1;
  for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) end++;
  let rest = number;
  for (let digit = end - 1; digit >= at; digit--) {
    target[digit] = DIGIT_ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return end;
}
