import { type CancellationToken, FileType, RelativePattern, Uri, workspace } from 'vscode';

const TEXT_FILES = '**/*.{txt,md,TXT,MD}';
const TEXT_FILE = /\.(?:txt|md)$/iu;
/** Beside what `files.exclude` names: hidden folders and installed packages. */
const EXCLUDED = '**/{node_modules,.*}/**';
/** Schemes of file systems that the editor searches itself. */
const SEARCHED: ReadonlySet<string> = new Set(['file', 'vscode-remote']);
/**
 * Schemes of file systems that bring a search of their own, which VS Code lets no extension of others do. In any other one
 * finding files waits for such a search, and so for ever (microsoft/vscode#314285).
 */
const BRINGS_SEARCH: ReadonlySet<string> = new Set(['vscode-vfs']);
/** How deep a folder is looked into that cannot be searched. */
const MOST_DEPTH = 4;

/**
 * Finds the texts (`.txt`, `.md`) below folders, in whatever file system they lie; excluded, hidden and installed ones are left
 * out. Never throws: what cannot be looked at is not there.
 *
 * @param folders each in the workspace or outside of it.
 * @param limit how many at most.
 * @returns addresses, folder by folder.
 */
export async function textFilesIn(folders: readonly Uri[], limit: number, token?: CancellationToken): Promise<Uri[]> {
  const found = new Map<string, Uri>();
  for (const folder of folders) {
    for (const uri of await textFilesOf(folder, limit - found.size, token)) found.set(uri.toString(), uri);
    if (found.size >= limit || token?.isCancellationRequested === true) break;
  }
  return [...found.values()];
}

async function textFilesOf(folder: Uri, limit: number, token: CancellationToken | undefined): Promise<readonly Uri[]> {
  const { scheme } = folder;
  const isSearched = SEARCHED.has(scheme);
  // Finding files looks into the workspace alone.
  if (!(isSearched || BRINGS_SEARCH.has(scheme)) || workspace.getWorkspaceFolder(folder) === undefined) return walk(folder, limit, token);
  const found = await find(folder, limit, token);
  return found.length > 0 || isSearched ? found : walk(folder, limit, token);
}

async function find(folder: Uri, limit: number, token: CancellationToken | undefined): Promise<readonly Uri[]> {
  try {
    return await workspace.findFiles(new RelativePattern(folder, TEXT_FILES), EXCLUDED, limit, token);
  } catch {
    return [];
  }
}

/** Looks into folder after folder, those nearest to the top first. */
async function walk(top: Uri, limit: number, token: CancellationToken | undefined): Promise<Uri[]> {
  const found: Uri[] = [];
  let level = [top];
  for (let depth = 0; depth <= MOST_DEPTH && level.length > 0; depth++) {
    const below: Uri[] = [];
    for (const folder of level) {
      if (found.length >= limit || token?.isCancellationRequested === true) return found.slice(0, limit);
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
