import { type TextDocument, Uri, workspace } from 'vscode';
import { isUserScheme } from './schemes.js';

/** Whether a document, or a file by its address, can be somebody's report. */
export function isUserFile(document: TextDocument | Uri): boolean {
  const { scheme } = document instanceof Uri ? document : document.uri;
  return isUserScheme(scheme, (other) => workspace.fs.isWritableFileSystem(other) === true || isOpenAsFolder(other));
}

/** What can only be read, as an archive or a disc, is somebody's where it was opened as a folder: old versions from git are not. */
function isOpenAsFolder(scheme: string): boolean {
  return workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) === true;
}
