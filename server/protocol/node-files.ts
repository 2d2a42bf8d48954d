import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileText } from '../check/project-loading.js';
import { decodeText } from '../text/decoding.js';
import type { ProjectFiles } from './project-files.js';

/** Largest project file that is read, in bytes. */
const SIZE_LIMIT = 16 * 1024 * 1024;

/** Reads files of this machine. */
export const NODE_FILES: ProjectFiles = Object.freeze({ read });

async function read(uri: string): Promise<FileText> {
  if (!uri.startsWith('file:')) return { kind: 'missing' };
  try {
    const path = fileURLToPath(uri);
    const { size, isFile } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) return { kind: 'missing' };
    if (size > SIZE_LIMIT) return { kind: 'unreadable', reason: `${size} > ${SIZE_LIMIT}` };
    const text = decodeText(await readFile(path));
    return text === undefined ? { kind: 'unreadable', reason: 'UTF-8?' } : { kind: 'text', text };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : { kind: 'unreadable', reason: code };
  }
}
