import { type CancellationToken, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  LIST_FILES_REQUEST,
  type ListFilesParams,
  type ListFilesResult,
  READ_REPORTS_REQUEST,
  type ReadReportsParams,
  type ReadReportsResult,
} from '../server/protocol/messages/report-files.js';
import { LARGEST_REPORT_BYTES, reportText } from '../server/report/report-bytes.js';
import { isUserScheme } from './schemes.js';

const TEXT_FILES = '**/*.{txt,md,TXT,MD}';
/** Schemes of file systems that the editor searches itself. */
const SEARCHED: ReadonlySet<string> = new Set(['file', 'vscode-remote']);
const TEXT_FILE = /\.(?:txt|md)$/iu;
/** Beside what `files.exclude` names: hidden folders and installed packages. */
const EXCLUDED = '**/{node_modules,.*}/**';
/** How deep a folder outside of the workspace is looked into. */
const MOST_DEPTH = 4;

/** Answers the server's questions for reports that are not open, in whatever file system they lie. */
export function answerReportFiles(client: BaseLanguageClient): void {
  client.onRequest<ListFilesResult, void>(LIST_FILES_REQUEST, listFiles);
  client.onRequest<ReadReportsResult, void>(READ_REPORTS_REQUEST, readReports);
}

async function listFiles({ folder, limit }: ListFilesParams, token: CancellationToken): Promise<ListFilesResult> {
  const folders = folder === undefined ? (workspace.workspaceFolders ?? []).map(({ uri }) => uri) : [Uri.parse(folder)];
  const found = new Set<string>();
  for (const top of folders) {
    const isInside = workspace.getWorkspaceFolder(top) !== undefined;
    const inside = isInside ? await find(top, limit - found.size, token) : [];
    const uris = inside.length > 0 || (isInside && SEARCHED.has(top.scheme)) ? inside : await walk(top, limit - found.size, token);
    for (const uri of uris) if (isOfUser(uri)) found.add(uri.toString());
    if (found.size >= limit || token.isCancellationRequested) break;
  }
  return { uris: [...found] };
}

async function find(folder: Uri, limit: number, token: CancellationToken): Promise<readonly Uri[]> {
  try {
    return await workspace.findFiles(new RelativePattern(folder, TEXT_FILES), EXCLUDED, limit, token);
  } catch {
    return [];
  }
}

/** Finding files looks into the workspace alone, and in a virtual one only where its file system brings a search. */
async function walk(top: Uri, limit: number, token: CancellationToken): Promise<Uri[]> {
  const found: Uri[] = [];
  let level = [top];
  for (let depth = 0; depth <= MOST_DEPTH && level.length > 0; depth++) {
    const below: Uri[] = [];
    for (const folder of level) {
      if (found.length >= limit || token.isCancellationRequested) return found.slice(0, limit);
      for (const [name, type] of await entriesOf(folder)) {
        if (name.startsWith('.') || name === 'node_modules') continue;
        if (type === FileType.Directory) below.push(Uri.joinPath(folder, name));
        else if ((type & FileType.File) !== 0 && TEXT_FILE.test(name)) found.push(Uri.joinPath(folder, name));
      }
    }
    level = below;
  }
  return found.slice(0, limit);
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function readReports({ uris }: ReadReportsParams, token: CancellationToken): Promise<ReadReportsResult> {
  return { texts: await Promise.all(uris.map((uri) => (token.isCancellationRequested ? null : readReport(uri)))) };
}

async function readReport(address: string): Promise<string | null> {
  try {
    const uri = Uri.parse(address, true);
    const { size } = await workspace.fs.stat(uri);
    return size > LARGEST_REPORT_BYTES ? null : (reportText(await workspace.fs.readFile(uri)) ?? null);
  } catch {
    return null;
  }
}

function isOfUser({ scheme }: Uri): boolean {
  return isUserScheme(scheme, (other) => workspace.fs.isWritableFileSystem(other));
}
