import { isUtf8, transcode } from 'node:buffer';
import { BYTE_ORDER_MARK, type EncodingName, encodingOfMark } from '../text/decoding.js';

export type { EncodingName } from '../text/decoding.js';

/** What `--encoding` takes. */
export type EncodingChoice = EncodingName | 'auto';

/** Values of `--encoding`. */
export const ENCODING_CHOICES: readonly EncodingChoice[] = Object.freeze(['auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be']);

/** How the bytes of a file carry its text; enough to write it back the same way. */
export interface FileEncoding {
  readonly name: EncodingName;
  /** Whether a byte order mark stands before the text. */
  readonly bom: boolean;
}

/** Why bytes are no text that can be read. */
export type DecodingProblem =
  /** NULs: no text at all. */
  | { readonly kind: 'binary' }
  /** Fits none of the encodings, or not the one that was asked for (`asked`). */
  | { readonly kind: 'undecodable'; readonly asked: EncodingName | undefined }
  /** Almost all of it is UTF-8; the first bytes that are not stand on this line (from 0). */
  | { readonly kind: 'damaged'; readonly line: number }
  /** The byte order mark says another encoding than the one that was asked for. */
  | { readonly kind: 'contradiction'; readonly found: EncodingName; readonly asked: EncodingName };

/** Bytes made text, or why not. `text` never begins with the byte order mark. */
export type Decoded =
  | { readonly text: string; readonly encoding: FileEncoding; readonly problem?: undefined }
  | { readonly problem: DecodingProblem; readonly text?: undefined };

/** How much of a file guesses at its encoding look at. */
const SAMPLE_BYTES = 65_536;

/**
 * Decodes the bytes of a file.
 *
 * `auto`: by byte order mark; else strict UTF-8; else UTF-16 where the NULs and characters leave no doubt;
 * else GB18030 where every byte fits. A named encoding is taken at its word, every byte must fit.
 * Nothing is ever replaced by U+FFFD: what does not decode cleanly is a problem.
 */
export function decode(bytes: Uint8Array, choice: EncodingChoice = 'auto'): Decoded {
  const marked = encodingOfMark(bytes);
  if (choice !== 'auto') {
    if (marked !== undefined && marked !== choice) return { problem: { kind: 'contradiction', found: marked, asked: choice } };
    return decodeAs(bytes, choice) ?? { problem: { kind: 'undecodable', asked: choice } };
  }
  if (marked !== undefined) return decodeAs(bytes, marked) ?? damagedOr(bytes, marked);
  if (bytes.includes(0)) {
    const wide = recognizeUtf16(bytes);
    return (wide === undefined ? undefined : decodeAs(bytes, wide)) ?? { problem: { kind: 'binary' } };
  }
  if (isUtf8(bytes)) return { text: utf8Text(bytes), encoding: { name: 'utf-8', bom: false } };
  const damage = lineOfDamage(bytes);
  if (damage !== undefined) return { problem: { kind: 'damaged', line: damage } };
  const national = decodeAs(bytes, 'gb18030');
  if (national?.text !== undefined && !hasManyControls(national.text)) return national;
  return { problem: { kind: 'undecodable', asked: undefined } };
}

/**
 * The bytes that `decode` would lead back to this text, byte order mark included.
 * Undefined where the encoding cannot carry the text (a lone surrogate in any of them).
 */
export async function encode(text: string, encoding: FileEncoding): Promise<Uint8Array | undefined> {
  const bytes = await encodeUnchecked(encoding.bom ? String.fromCharCode(BYTE_ORDER_MARK) + text : text, encoding.name);
  const back = decodeAs(bytes, encoding.name);
  return back?.text === text && back.encoding.bom === encoding.bom ? bytes : undefined;
}

async function encodeUnchecked(text: string, name: EncodingName): Promise<Uint8Array> {
  switch (name) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030': {
      // Half a megabyte of tables: only for those who write GB18030.
      const { default: iconv } = await import('iconv-lite');
      return iconv.encode(text, 'gb18030', { addBOM: false });
    }
  }
}

/** Strict decoding; undefined where a byte does not fit. */
function decodeAs(bytes: Uint8Array, name: EncodingName): Decoded | undefined {
  let text: string;
  try {
    if (name === 'utf-8' && !isUtf8(bytes)) return undefined;
    text = name === 'utf-8' ? utf8Text(bytes) : new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const bom = text.charCodeAt(0) === BYTE_ORDER_MARK;
  return { text: bom ? text.slice(1) : text, encoding: { name, bom } };
}

/** The text of bytes that are sound UTF-8, byte order mark included: by way of UTF-16, which takes Node a tenth of what `TextDecoder` takes. */
function utf8Text(bytes: Uint8Array): string {
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

function damagedOr(bytes: Uint8Array, marked: EncodingName): Decoded {
  const line = marked === 'utf-8' ? lineOfDamage(bytes) : undefined;
  return { problem: line === undefined ? { kind: 'undecodable', asked: undefined } : { kind: 'damaged', line } };
}

/**
 * The line (from 0) of the first bytes that are not UTF-8, where nearly all of the rest is.
 * A GB18030 text read as UTF-8 is nearly all damage; a UTF-8 text with one character cut through is nearly none,
 * and must not be taken for GB18030, in which most byte pairs mean something.
 */
function lineOfDamage(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const first = text.indexOf('\uFFFD');
  if (first < 0) return undefined;
  const around = text.slice(Math.max(0, first - SAMPLE_BYTES), first + SAMPLE_BYTES);
  const damaged = countMatches(around, /\uFFFD/g);
  const sound = countMatches(around, /[\u0800-\uFFFC]/g);
  if (damaged * 10 > sound) return undefined;
  return countMatches(text.slice(0, first), /\r\n|\n|\r/g);
}

function countMatches(text: string, pattern: RegExp, limit = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) if (++count >= limit) break;
  return count;
}

/** The byte order of a UTF-16 text without byte order mark; undefined where there is any doubt. */
function recognizeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const little = plausibleShare(sample, 0, 1);
  const big = plausibleShare(sample, 1, 0);
  if (little > 0.95 && big < 0.8) return 'utf-16le';
  if (big > 0.95 && little < 0.8) return 'utf-16be';
  return undefined;
}

/** Share of code units that a Chinese text is made of. */
function plausibleShare(bytes: Uint8Array, low: 0 | 1, high: 0 | 1): number {
  let plausible = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (isPlausible((bytes[at + high] ?? 0) * 256 + (bytes[at + low] ?? 0))) plausible++;
  }
  return plausible / (bytes.length / 2);
}

function isPlausible(unit: number): boolean {
  return (
    (unit >= 0x20 && unit <= 0x7e) ||
    unit === 0x09 ||
    unit === 0x0a ||
    unit === 0x0d ||
    unit === 0xb7 ||
    (unit >= 0x2010 && unit <= 0x2026) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0xff01 && unit <= 0xff5e)
  );
}

/** One control or private character in a hundred: bytes that only happen to decode. */
function hasManyControls(text: string): boolean {
  const many = Math.max(1, text.length / 100);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  return countMatches(text, /[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u009f\ue000-\uf8ff]/g, many) >= many;
}
