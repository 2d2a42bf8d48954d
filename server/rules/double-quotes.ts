/** A double quotation mark of a text, curved or straight. */
interface DoubleQuote {
  readonly at: number;
  readonly written: '“' | '”' | '"';
}

/** What the straight marks of one paragraph stand for. */
export interface StraightReading {
  /** Offsets of straight marks, in order. */
  readonly straight: readonly number[];
  /** The curved mark for each, where all double marks of the paragraph pair one after another; else undefined. */
  readonly curved: readonly ('“' | '”')[] | undefined;
}

/** The straight double quotation marks, half and full width. */
export const STRAIGHT_QUOTES: readonly string[] = Object.freeze(['"', '＂']);

const DOUBLE = /[“”"＂]/gu;
const INCHES_OR_CODE = /[0-9A-Za-z=\\]["＂]$/u;

/**
 * Reads the straight double quotation marks of a paragraph. Pairing is certain only where curved and straight marks
 * together open and close in turn, to the last.
 */
export function readStraightQuotes(text: string): StraightReading {
  const straight: number[] = [];
  const curved: ('“' | '”')[] = [];
  let isOpen = false;
  let isCertain = true;
  for (const { at, written } of doubleQuotes(text)) {
    if (written === '"') {
      // 24": a figure opens no quotation.
      if (!isOpen && /[0-9]/u.test(text.charAt(at - 1))) continue;
      straight.push(at);
      curved.push(isOpen ? '”' : '“');
      isOpen = !isOpen;
    } else {
      if ((written === '”') !== isOpen) isCertain = false;
      isOpen = written === '“';
    }
  }
  return { straight, curved: isCertain && !isOpen ? curved : undefined };
}

function* doubleQuotes(text: string): Generator<DoubleQuote> {
  if (!/["＂]/u.test(text)) return;
  for (const match of text.matchAll(DOUBLE)) {
    const at = match.index;
    if (match[0] === '“' || match[0] === '”') yield { at, written: match[0] };
    else if (!isForeign(text, at)) yield { at, written: '"' };
  }
}

/** Inches (24"), attributes and English among themselves. */
function isForeign(text: string, at: number): boolean {
  return INCHES_OR_CODE.test(text.slice(Math.max(0, at - 1), at + 1)) && !/[\u3400-\u9fff，。；：、！？）》]/u.test(text.charAt(at + 1));
}
