import type { CheckConfiguration } from '../check/configuration.js';
import { type FixResult, fixAll } from '../check/fix.js';
import type { CheckedFile } from './check-file.js';
import { encode } from './encoding.js';
import { codeOf } from './problem.js';
import { replaceFile } from './write-file.js';

/** Why a fixed text was not written. */
export type WriteProblem =
  /** The bytes as they are would not come out again: writing would change more than was fixed. */
  | { readonly kind: 'no-round-trip' }
  /** The file's encoding has no room for a character of the fixed text. */
  | { readonly kind: 'unencodable' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'no-space' }
  | { readonly kind: 'no-such-folder' }
  | { readonly kind: 'is-folder' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'write-error'; readonly detail: string };

/** The text of a file with its safe fixes applied; undefined where there is nothing to fix. */
export function fixedText(file: CheckedFile, configuration: CheckConfiguration): FixResult | undefined {
  if (!file.findings.some((finding) => finding.fixable === 'safe')) return undefined;
  const result = fixAll(file.report.source.text, configuration);
  return result.text === file.report.source.text ? undefined : result;
}

/**
 * The bytes of a fixed text in the encoding of its file, byte order mark included.
 * Given only where both the original bytes and the new ones survive decoding and encoding unchanged.
 */
export async function fixedBytes(
  file: CheckedFile,
  original: Uint8Array,
  text: string,
): Promise<{ readonly bytes: Uint8Array; readonly problem?: undefined } | { readonly problem: WriteProblem; readonly bytes?: undefined }> {
  const same = await encode(file.report.source.text, file.encoding);
  if (same === undefined || Buffer.compare(same, original) !== 0) return { problem: { kind: 'no-round-trip' } };
  const bytes = await encode(text, file.encoding);
  return bytes === undefined ? { problem: { kind: 'unencodable' } } : { bytes };
}

/** Writes the bytes of a fixed file in its place. Never throws. */
export function writeFixed(path: string, bytes: Uint8Array): WriteProblem | undefined {
  try {
    replaceFile(path, bytes);
    return undefined;
  } catch (error) {
    return writeProblemOf(error);
  }
}

/** What the error of a file system call means for a file that was to be written. */
export function writeProblemOf(error: unknown): WriteProblem {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'read-only' };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'no-space' };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'no-such-folder' };
  if (code === 'EEXIST') return { kind: 'exists' };
  if (code === 'EISDIR') return { kind: 'is-folder' };
  if (code === 'EINVAL') return { kind: 'not-a-file' };
  return { kind: 'write-error', detail: code ?? String(error) };
}
