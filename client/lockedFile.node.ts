import { stat } from 'node:fs/promises';
import type { Uri } from 'vscode';

/** Nobody has it: what the editor calls locked. */
const OWNER_MAY_WRITE = 0o200;

/** Whether the permissions of a file of this machine keep its owner from writing it. Never throws. */
export async function isLocked({ scheme, fsPath }: Uri): Promise<boolean> {
  if (scheme !== 'file') return false;
  try {
    return ((await stat(fsPath)).mode & OWNER_MAY_WRITE) === 0;
  } catch {
    return false;
  }
}
