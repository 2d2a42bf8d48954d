import type { Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CancellationToken } from 'vscode-languageserver';
import type { ReportReader } from '../report/report-bytes.js';
import { isTextFile, type ReportFiles } from './report-files.js';

/** How deep a walk goes below the folder that it begins with. */
const MOST_DEPTH = 12;
/** How many folders a walk looks into: somebody may have opened a whole disk. */
const MOST_FOLDERS = 5000;
/** How many files are read at the same time. */
const AT_ONCE = 8;

/** Finds and reads reports of this machine. Links are not followed: they may lead in circles. */
export function nodeReportFiles(reader: ReportReader): ReportFiles {
  return {
    inWorkspace: async (folders, limit, token) => {
      const found = new Set<string>();
      for (const folder of folders) for (const uri of await walk(folder, limit - found.size, token)) found.add(uri);
      return [...found];
    },
    inFolder: walk,
    read: async (uris, token) => {
      const texts: (string | undefined)[] = [];
      for (let at = 0; at < uris.length && token?.isCancellationRequested !== true; at += AT_ONCE) {
        texts.push(...(await Promise.all(uris.slice(at, at + AT_ONCE).map((uri) => readReport(uri, reader)))));
      }
      return uris.map((_, index) => texts[index]);
    },
  };
}

/** Folder by folder, those nearest to the top first, each in the order of names. */
async function walk(folder: string, limit: number, token?: CancellationToken): Promise<readonly string[]> {
  if (!folder.startsWith('file:')) return [];
  const found: string[] = [];
  let level = [fileURLToPath(folder)];
  let entered = 0;
  for (let depth = 0; depth <= MOST_DEPTH && level.length > 0; depth++) {
    const below: string[] = [];
    for (const path of level) {
      if (found.length >= limit || entered >= MOST_FOLDERS || token?.isCancellationRequested === true) return found.slice(0, limit);
      entered++;
      for (const entry of await entriesOf(path)) {
        if (entry.name.startsWith('.') || entry.name.startsWith('~$') || entry.name === 'node_modules') continue;
        if (entry.isDirectory()) below.push(join(path, entry.name));
        else if (entry.isFile() && isTextFile(entry.name)) found.push(pathToFileURL(join(path, entry.name)).href);
      }
    }
    level = below;
  }
  return found.slice(0, limit);
}

async function entriesOf(path: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Reads no more than the beginning of a file that is no report. */
async function readReport(uri: string, { headBytes, largestBytes, beginsReport, reportText }: ReportReader): Promise<string | undefined> {
  try {
    const file = await open(fileURLToPath(uri), 'r');
    try {
      const { size } = await file.stat();
      if (size > largestBytes) return undefined;
      const head = Buffer.alloc(Math.min(size, headBytes));
      const { bytesRead } = await file.read(head, 0, head.length, 0);
      if (bytesRead < head.length || !beginsReport(head)) return undefined;
      if (size === head.length) return reportText(head);
      const whole = Buffer.alloc(size);
      const all = await file.read(whole, 0, size, 0);
      return reportText(whole.subarray(0, all.bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
