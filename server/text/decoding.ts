/** Encodings that are read, by their names in options and outputs; `TextDecoder` knows them by these as well. */
export type EncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** What a byte order mark is once it is decoded. */
export const BYTE_ORDER_MARK = 0xfeff;

/** The encoding that a byte order mark before a text names; undefined where there is none. */
export function encodingOfMark(bytes: Uint8Array): EncodingName | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  // FF FE 00 00 is UTF-32, which nobody writes reports in; its NULs are told as what they are.
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) return 'gb18030';
  return undefined;
}

/** Which part of a text bytes are. */
export interface DecodeOptions {
  /** True where the bytes are the beginning of a text, whose last character may be cut through. */
  readonly isBeginning?: boolean;
}

/**
 * The text of a small file that a program or a person wrote: as its byte order mark says (the mark is kept), else UTF-8, else
 * what Chinese Windows programs write (GB18030).
 *
 * @returns undefined where the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array, { isBeginning = false }: DecodeOptions = {}): string | undefined {
  const marked = encodingOfMark(bytes);
  const encodings: readonly EncodingName[] = marked === undefined ? ['utf-8', 'gb18030'] : [marked];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isBeginning });
    } catch {
      // The next one, then.
    }
  }
  return undefined;
}

/** A text without the byte order mark before it: editors show it so and count its places so. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}
