/** Room for the paragraphs of ordinary reports. */
const ROOM = 4096;
/** A room for more than this is not kept. */
const MOST_KEPT = 0x10000;

/** A text as the numbers of its UTF-16 code units: several readers of every character read them faster than the string. */
export interface CodeUnits {
  /** May be longer than the text; what stands behind it means nothing. */
  readonly units: Uint16Array;
  /** Length of the text. */
  readonly length: number;
}

/** One room for the code units of one text after the other. */
export class CodeUnitBuffer implements CodeUnits {
  units = new Uint16Array(ROOM);
  length = 0;

  /** Makes room for a text, with its length, and answers the units, whose values the caller puts in. */
  makeRoom(length: number): Uint16Array {
    if (this.units.length < length) this.units = new Uint16Array(2 * length);
    else if (this.units.length > MOST_KEPT && length <= ROOM) this.units = new Uint16Array(ROOM);
    this.length = length;
    return this.units;
  }
}

/** The code units of a text, in a room of their own. */
export function codeUnitsOf(text: string): CodeUnits {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return { units, length: text.length };
}
