import { FileSystemError, Uri, workspace } from 'vscode';
import type { ReadFileParams, ReadFileResult } from '../server/protocol/messages.js';
import { decodeText } from '../server/text/decoding.js';

/** Name of a project's file, as it stands at the end of its address. */
const PROJECT_FILE = /(?:^|\/)\.fazhi-report\.json$/u;

/** Documents that the server is to see beside reports: project files, saved or not. */
export const PROJECT_FILE_SELECTOR = [
  { language: 'json', pattern: '**/.fazhi-report.json' },
  { language: 'jsonc', pattern: '**/.fazhi-report.json' },
];

/** Larger files are no project files. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/** Whether a file is a project's. */
export function isProjectFile({ path }: Uri): boolean {
  return PROJECT_FILE.test(path);
}

/** Reads a file for the server, in whatever file system it lies. Never throws. */
export async function readFileForServer({ uri }: ReadFileParams): Promise<ReadFileResult> {
  try {
    const bytes = await workspace.fs.readFile(Uri.parse(uri, true));
    if (bytes.length > LARGEST_BYTES) return { kind: 'unreadable', reason: `${bytes.length} > ${LARGEST_BYTES}` };
    const text = decodeText(bytes);
    return text === undefined ? { kind: 'unreadable', reason: 'UTF-8?' } : { kind: 'text', text };
  } catch (error) {
    if (!(error instanceof FileSystemError)) return { kind: 'unreadable', reason: String(error) };
    // A folder of that name, or one that nobody may look into, is no project file.
    return MISSING.has(error.code) ? { kind: 'missing' } : { kind: 'unreadable', reason: error.message };
  }
}

const MISSING: ReadonlySet<string> = new Set(['FileNotFound', 'FileNotADirectory', 'FileIsADirectory']);
