import { FilePermission, type FileStat, languages, RelativePattern, type TextDocument, type Uri, workspace } from 'vscode';

/** Whether the permissions of a file keep it from being written, where that can be known. */
export type IsLocked = (uri: Uri) => Promise<boolean>;

/**
 * Whether it is known that the editor does not write a file: its file system, the file itself or the user's settings say so.
 * What is read-only for this session alone is not known to extensions.
 *
 * @param stat what the file system says of the file.
 */
export async function isKnownReadOnly(document: TextDocument, stat: FileStat, isLocked: IsLocked): Promise<boolean> {
  const { uri } = document;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  if (((stat.permissions ?? 0) & FilePermission.Readonly) !== 0) return true;
  const files = workspace.getConfiguration('files', uri);
  if (matches(files.get('readonlyInclude'), document)) return !matches(files.get('readonlyExclude'), document);
  return files.get('readonlyFromPermissions') === true && isLocked(uri);
}

/** Whether a document lies where one of the patterns of a setting says, in any folder or in its own folder of the workspace. */
function matches(patterns: unknown, document: TextDocument): boolean {
  if (typeof patterns !== 'object' || patterns === null) return false;
  const folder = workspace.getWorkspaceFolder(document.uri);
  return Object.entries(patterns).some(([pattern, isOn]) => {
    if (isOn !== true) return false;
    const within = folder === undefined ? pattern : new RelativePattern(folder, pattern);
    return languages.match([{ pattern }, { pattern: within }], document) > 0;
  });
}
