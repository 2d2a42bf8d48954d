/**
 * The text of a small file that a program or a person wrote: UTF-8 (a byte order mark is kept), or what Chinese Windows
 * programs write (GB18030).
 *
 * @returns undefined where the bytes are neither.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // The next one, then.
    }
  }
  return undefined;
}
