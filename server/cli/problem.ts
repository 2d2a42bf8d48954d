import type { DecodingProblem } from './encoding.js';

/** Reasons of the JSON output for a file that was not checked. */
export type SkipReason = 'not-a-report' | 'unreadable' | 'unknown-encoding' | 'too-large';

/** The reasons in the order in which people are told of them. */
export const SKIP_REASONS: readonly SkipReason[] = Object.freeze(['unreadable', 'unknown-encoding', 'too-large', 'not-a-report']);

/** Kinds of file whose text cannot be read in this version, told by their first bytes or their name. */
export type ForeignFormat = 'word' | 'pdf' | 'rich-text' | 'archive';

/** Why a file was not checked; the texts put it into words. */
export type Problem =
  | DecodingProblem
  | { readonly kind: 'not-a-report' }
  | { readonly kind: 'no-such-path'; readonly wildcard: boolean }
  | { readonly kind: 'foreign-format'; readonly format: ForeignFormat }
  | { readonly kind: 'too-large'; readonly limit: number; readonly size: number | undefined }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'broken-link' }
  | { readonly kind: 'link-loop' }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'read-error'; readonly detail: string }
  | { readonly kind: 'internal'; readonly detail: string };

/** A file that was not checked, and why. */
export interface SkippedFile {
  /** As given or found, with `/`. */
  readonly name: string;
  readonly problem: Problem;
  /**
   * Whether the work asked for was not done, so that the exit status is 2. False for what a folder walk passes by as a matter
   * of course: files that are no report, Word files.
   */
  readonly failure: boolean;
}

/** The reason under which a problem is listed. */
export function reasonOf(problem: Problem): SkipReason {
  switch (problem.kind) {
    case 'not-a-report':
    case 'too-large':
      return problem.kind;
    case 'binary':
    case 'undecodable':
    case 'damaged':
    case 'contradiction':
      return 'unknown-encoding';
    default:
      return 'unreadable';
  }
}

/** What the error of a file system call means. */
export function problemOf(error: unknown): Problem {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'no-such-path', wildcard: false };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'not-permitted' };
  if (code === 'ELOOP') return { kind: 'link-loop' };
  if (code === 'EISDIR') return { kind: 'not-a-file' };
  return { kind: 'read-error', detail: code ?? String(error) };
}

/** The code of a system error (`ENOENT`), where it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
