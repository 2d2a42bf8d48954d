/** Where a numbered line's heading ends. */
export interface RunIn {
  /** Offset of the heading's words in the line. */
  readonly textStart: number;
  /** Length of the heading's words, from `textStart`. */
  readonly textLength: number;
  /** Whether nothing follows them on the line. */
  readonly ownLine: boolean;
}

const LONGEST_BEFORE_COLON = 30;

/** Where the heading's words end in a numbered line, and whether text follows them on the line. */
export function splitRunIn(line: string, textStart: number): RunIn {
  const rest = line.slice(textStart);
  const sentenceEnd = rest.search(/[。！？]/u);
  const colon = rest.slice(0, LONGEST_BEFORE_COLON).search(/[：:]/u);
  const isColonRunIn = colon > 0 && colon < rest.length - 4 && (sentenceEnd === -1 || colon < sentenceEnd);
  if (isColonRunIn) return { textStart, textLength: colon, ownLine: false };
  if (sentenceEnd === -1) return { textStart, textLength: rest.length - (/[；;：:]$/u.test(rest) ? 1 : 0), ownLine: true };
  const isLast = /^[。！？”’）)\s]*$/u.test(rest.slice(sentenceEnd));
  return { textStart, textLength: sentenceEnd, ownLine: isLast };
}
