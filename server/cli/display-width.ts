import { eastAsianWidth } from 'get-east-asian-width';

/** One character as a reader sees it, and the columns that it takes on a terminal. */
export interface Cell {
  /** What to print: the character itself, or a visible stand-in for one that would disturb the terminal. */
  readonly text: string;
  readonly width: number;
  /** Half-open UTF-16 offsets into the text that was taken apart. */
  readonly start: number;
  readonly end: number;
}

const TAB_WIDTH = 4;

/** Texts of nothing but these need no segmenter: each unit is a character of its own. */
const PLAIN = /^[\u0020-\u007e\u00b7\u2010-\u2027\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/u;

/**
 * Takes a text of one line apart into the characters that a reader sees: a base with its combining marks,
 * an emoji sequence, a surrogate pair. Meant for short pieces: the segmenter is quadratic on long ones.
 */
export function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  if (PLAIN.test(text)) {
    for (let at = 0; at < text.length; at++) {
      cells.push({ text: text.charAt(at), width: eastAsianWidth(text.charCodeAt(at)), start: at, end: at + 1 });
    }
    return cells;
  }
  for (const { segment, index } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    cells.push({ ...shown(segment), start: index, end: index + segment.length });
  }
  return cells;
}

/** Columns that a short text of one line takes once it is made printable. */
export function displayWidth(text: string): number {
  return cellsOf(text).reduce((sum, cell) => sum + cell.width, 0);
}

/** A text of one line (a path, a message that quotes the report) with nothing in it that would disturb the terminal. */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(LONE_SURROGATES, '\uFFFD').replace(DISTURBING, standIn);
}

/** Control, format and separator characters: they move the cursor, hide text or turn its direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const DISTURBING = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** With the flag, halves of a pair do not match. */
const LONE_SURROGATES = /[\ud800-\udfff]/gu;

function standIn(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x09) return ' '.repeat(TAB_WIDTH);
  // The pictures of control characters: U+001B becomes ␛.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function shown(grapheme: string): { readonly text: string; readonly width: number } {
  const text = printable(grapheme);
  if (text !== grapheme && text !== '\uFFFD') return { text, width: text.length };
  // A mark without a base would stand on the character before it, which is not its own.
  if (/^\p{Mark}/u.test(text)) return { text: `\u25cc${text}`, width: 1 };
  if (/\ufe0f|\u200d|\u20e3|^\p{Regional_Indicator}{2}/u.test(text)) return { text, width: 2 };
  const voiced = text.length > 1 && /[\uff9e\uff9f]$/u.test(text) ? 1 : 0;
  return { text, width: eastAsianWidth(text.codePointAt(0) ?? 0) + voiced };
}
