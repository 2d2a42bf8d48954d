import { canonical, withoutFinalSlashes } from '../check/addresses.js';

/**
 * Addresses, and the folders that they lie in. Of a folder that comes or goes with all that lies in it, clients tell nothing but
 * its own address, and not always written as they wrote it before: what differs in upper and lower case, in how its characters
 * are escaped or composed, or in slashes at the end may be the same place here. Whoever asks reads once too often then.
 */
export class FoldersAbove {
  private readonly all = new Set<string>();

  constructor(addresses: Iterable<string>) {
    for (const address of addresses) {
      let above = folded(address);
      // What was seen before was seen with all that lies above it.
      while (above !== '' && !this.all.has(above)) {
        this.all.add(above);
        above = above.slice(0, Math.max(0, above.lastIndexOf('/')));
      }
    }
  }

  /** Whether an address may be one of them, or one of the folders that they lie in. */
  has(address: string): boolean {
    return this.all.has(folded(address));
  }
}

/** Whether a file may be in a folder, or be what is called a folder here. */
export function mayBeWithin(folder: string, address: string): boolean {
  const outer = folded(folder);
  const inner = folded(address);
  return inner === outer || inner.startsWith(`${outer}/`);
}

function folded(address: string): string {
  return withoutFinalSlashes(canonical(address)).normalize('NFC').toLowerCase();
}
