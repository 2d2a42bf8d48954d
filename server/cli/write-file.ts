import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Replaces the contents of a file in one step: a neighbour is written first and renamed over it, so that
 * whoever reads sees the old or the new text, never half of one. Mode and (where allowed) owner stay; a link is followed.
 *
 * @throws the system's error; a read-only file throws `EACCES` even where the rename would succeed, a pipe or device `EINVAL`.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const target = realpathSync(path);
  const stat = statSync(target);
  if (!stat.isFile()) throw Object.assign(new Error('not a file'), { code: 'EINVAL' });
  refuseReadOnly(target, stat);
  const pending = createPending(target, stat.mode);
  try {
    writeFileSync(pending.handle, bytes);
    pending.commit(stat);
  } catch (error) {
    pending.discard();
    throw error;
  }
}

/** A text file that appears under its name only when it is complete. */
export interface PendingFile {
  readonly write: (text: string) => void;
  /** Puts the file in its place. @throws the system's error. */
  readonly commit: () => void;
  /** Drops what was written. */
  readonly discard: () => void;
}

/**
 * Opens the file of `--output`. A file that exists is replaced on `commit`; a device or a pipe is written directly.
 *
 * @throws the system's error where it cannot be written.
 */
export function openOutput(path: string): PendingFile {
  const existing = statOf(path);
  if (existing !== undefined && !existing.isFile()) {
    const handle = openSync(path, 'w');
    return { write: (text) => writeFileSync(handle, text), commit: () => closeSync(handle), discard: () => closeSync(handle) };
  }
  const target = existing === undefined ? path : realpathSync(path);
  if (existing !== undefined) refuseReadOnly(target, existing);
  const pending = createPending(target, existing?.mode ?? 0o666);
  return {
    write: (text) => writeFileSync(pending.handle, text),
    commit: () => pending.commit(existing),
    discard: pending.discard,
  };
}

interface Pending {
  readonly handle: number;
  readonly commit: (stat: Stats | undefined) => void;
  readonly discard: () => void;
}

function createPending(target: string, mode: number): Pending {
  // A name of its own: the file's, in Chinese, may leave no room for a longer one.
  const path = join(dirname(target), `.fazhi-report-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
  const handle = openSync(path, 'wx', mode);
  return {
    handle,
    commit(stat) {
      fsyncSync(handle);
      closeSync(handle);
      if (stat !== undefined) keepOwnership(path, stat);
      renameSync(path, target);
    },
    discard() {
      attempt(() => closeSync(handle));
      attempt(() => unlinkSync(path));
    },
  };
}

function keepOwnership(path: string, stat: Stats): void {
  // Only root may give files away; for all others the owner is their own already, the group perhaps not.
  attempt(() => chownSync(path, stat.uid, stat.gid));
  chmodSync(path, stat.mode);
}

/** Root may write anything, and a rename needs no right to the file: the write bits are asked, too. */
function refuseReadOnly(path: string, stat: Stats): void {
  accessSync(path, constants.W_OK);
  if ((stat.mode & 0o222) === 0) throw Object.assign(new Error('read-only file'), { code: 'EACCES' });
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Nothing more can be done about a file that is being given up.
  }
}
