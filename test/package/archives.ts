import { readFileSync } from 'node:fs';
import { gunzipSync, inflateRawSync } from 'node:zlib';

/** A file of an archive. */
export interface ArchivedFile {
  readonly bytes: Buffer;
  /** The permissions, as in `0o644`. */
  readonly mode: number;
}

/** The files of an archive by path, with `/`, in the archive's order. */
export type Archive = ReadonlyMap<string, ArchivedFile>;

/**
 * Reads a .vsix or any other zip file without encryption and 64-bit extensions.
 * @throws {Error} where the file is none
 */
export function readZip(path: string): Archive {
  const zip = readFileSync(path);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${path} is no zip file`);
  const files = new Map<string, ArchivedFile>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const isDeflated = zip.readUInt16LE(at + 10) === 8;
    const packed = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + packed);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    files.set(name, { bytes: isDeflated ? inflateRawSync(content) : content, mode: (zip.readUInt32LE(at + 38) >>> 16) & 0o777 });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

const BLOCK = 512;

/**
 * Reads what `npm pack` makes: files with short names, below `package/`, which is left out of their paths.
 * @throws {Error} where the archive has anything else
 */
export function readTarball(path: string): Archive {
  const tar = gunzipSync(readFileSync(path));
  const files = new Map<string, ArchivedFile>();
  for (let at = 0; at < tar.length && tar[at] !== 0; ) {
    const text = (from: number, length: number): string => tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/su, '');
    const size = Number.parseInt(text(124, 12), 8);
    const name = [text(345, 155), text(0, 100)].filter((part) => part !== '').join('/');
    if (text(156, 1) !== '0' || !name.startsWith('package/')) throw new Error(`${path} has ${name}, which is no file of a package`);
    const start = at + BLOCK;
    files.set(name.slice('package/'.length), {
      bytes: tar.subarray(start, start + size),
      mode: Number.parseInt(text(100, 8), 8) & 0o777,
    });
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
