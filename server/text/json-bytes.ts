import { isRecord } from './is-record.js';

/** Something that writes itself as JSON, faster than it can be stringified. */
export interface JsonBytes {
  /** Bytes that `writeJson` fills at most. */
  readonly maximalSize: number;
  /**
   * Writes what `JSON.stringify` would, in UTF-8.
   *
   * @param at where to begin; at least `maximalSize` bytes must follow.
   * @returns where it ends.
   */
  writeJson(target: Uint8Array, at: number): number;
}

/** Whether a value writes itself. Asked by what it can do: it may come from another bundle, which has classes of its own. */
export function isJsonBytes(value: unknown): value is JsonBytes {
  return isRecord(value) && typeof value.writeJson === 'function' && typeof value.maximalSize === 'number';
}
