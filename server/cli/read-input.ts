import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { extensionOf } from './input-files.js';
import { type ForeignFormat, type Problem, problemOf } from './problem.js';

/** Largest file that is read, in bytes: a report has some 20 000. */
export const SIZE_LIMIT = 64 * 1024 * 1024;

/** The bytes of a file, or why not. */
export type FileBytes =
  | { readonly bytes: Uint8Array; readonly problem?: undefined }
  | { readonly problem: Problem; readonly bytes?: undefined };

/** Reads a file of at most `limit` bytes. Pipes and devices are read too, as far as the limit. Never throws. */
export function readInput(path: string, limit: number = SIZE_LIMIT): FileBytes {
  let handle: number | undefined;
  try {
    handle = openSync(path, constants.O_RDONLY);
    const stat = fstatSync(handle);
    if (stat.isFile() && stat.size > limit) return { problem: { kind: 'too-large', limit, size: stat.size } };
    // What the system makes up as it is read (/proc) says that it is empty.
    const bytes = stat.isFile() && stat.size > 0 ? readWhole(handle, stat.size) : readStream(handle, limit);
    return bytes === undefined || bytes.length > limit ? { problem: { kind: 'too-large', limit, size: undefined } } : { bytes };
  } catch (error) {
    return { problem: problemOf(error) };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function readWhole(handle: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  for (let count = -1; filled < size && count !== 0; filled += count) count = readSync(handle, bytes, filled, size - filled, null);
  return filled < size ? bytes.subarray(0, filled) : bytes;
}

function readStream(handle: number, limit: number): Uint8Array | undefined {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const count = readSync(handle, chunk);
    if (count === 0) return Buffer.concat(chunks, size);
    size += count;
    if (size > limit) return undefined;
    chunks.push(chunk.subarray(0, count));
  }
}

/** What kind of file bytes are where they are plainly no text: by their first bytes, an empty Word file by its name. */
export function foreignFormatOf(bytes: Uint8Array, name: string): ForeignFormat | undefined {
  const extension = extensionOf(name);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return /^(?:docx?|docm|dotx|wps)$/u.test(extension) ? 'word' : 'archive';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'word';
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rich-text';
  return extension === 'docx' ? 'word' : undefined;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
