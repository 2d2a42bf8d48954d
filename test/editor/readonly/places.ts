/** Where the reports are that cannot be written. */
import * as vscode from 'vscode';
import { MemoryFiles } from '../suite/memory-files';
import { openAsPerson } from '../suite/reports';
import { anyOf, waitForLanguage, waitForRule, waitUntil } from '../suite/support';

/** Scheme of files that another extension brings for reading only, as an archive has them. */
const READ_ONLY_SCHEME = 'fazhi-readonly';
const DISC = vscode.Uri.from({ scheme: READ_ONLY_SCHEME, path: '/光盘/报告#1 100%' });

/** Where reports are: the folder of the window, and the folder in that. */
export interface Place {
  readonly folder: string;
  readonly below: string;
}

/** What makes the files read-only, and where they are. `canBeEdited`: whether editors let others change their text all the same. */
export const PLACES: readonly (Place & { readonly why: string; readonly needsDisk: boolean; readonly canBeEdited: boolean })[] = [
  { why: 'the permissions', folder: '锁定', below: '', needsDisk: true, canBeEdited: true },
  { why: 'a setting', folder: '只读#1 100%', below: '终稿（只读）/', needsDisk: false, canBeEdited: true },
  { why: 'the file system', folder: '报告#1 100%', below: '', needsDisk: false, canBeEdited: false },
];

/** A folder whose reports can be changed, but not its project file. */
export const LOCKED_PROJECT: Place = { folder: '配置锁定', below: '' };

/** A file in one of the places. @throws when its folder is not open */
export function inPlace({ folder, below }: Place, name: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find((one) => one.name === folder);
  if (!found) throw new Error(`${folder} is not open; open: ${vscode.workspace.workspaceFolders?.map(({ name }) => name).join(', ')}`);
  return vscode.Uri.joinPath(found.uri, below, name);
}

/** Opens this year's report of a place as a person does, and waits until it is recognised and checked. */
export async function openReportIn(place: Place): Promise<vscode.TextDocument> {
  const uri = inPlace(place, '清源镇2024.txt');
  await openAsPerson(uri);
  await waitForLanguage(uri);
  await waitForRule(uri, 'heading-number-missing');
  return waitForLanguage(uri);
}

/** Opens, where it is not yet, a folder of files that another extension brings for reading only. It stays open. */
export async function openDisc(): Promise<void> {
  const isOpen = () => vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === READ_ONLY_SCHEME) || undefined;
  if (isOpen()) return;
  const files = new MemoryFiles();
  for (const name of ['清源镇2023.txt', '清源镇2024.txt', '.fazhi-report.json']) {
    files.writeFile(vscode.Uri.joinPath(DISC, name), await vscode.workspace.fs.readFile(inPlace({ folder: '锁定', below: '' }, name)));
  }
  vscode.workspace.registerFileSystemProvider(READ_ONLY_SCHEME, files, { isCaseSensitive: true, isReadonly: true });
  vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, { uri: DISC });
  await waitUntil('the disc to be open', anyOf(vscode.workspace.onDidChangeWorkspaceFolders), isOpen);
}
