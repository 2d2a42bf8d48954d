import { type DocumentLink, env, UIKind, Uri, workspace } from 'vscode';

/** How the server writes that a link leads to a folder. */
const FOLDER_END = '/';
const WEB: ReadonlySet<string> = new Set(['http', 'https']);

/**
 * Links as the editor can follow them: it opens files only, so a folder of the workspace is shown in its explorer, and another one
 * by the system where that has it. What neither can show is no link.
 */
export function withFolders(links: readonly DocumentLink[] | null | undefined): DocumentLink[] {
  return (links ?? []).flatMap((link) => {
    const { target } = link;
    if (target === undefined || !target.path.endsWith(FOLDER_END) || WEB.has(target.scheme)) return [link];
    const command = revealing(target);
    if (command === undefined) return [];
    link.target = Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([target]))}`);
    return [link];
  });
}

function revealing(folder: Uri): string | undefined {
  if (workspace.getWorkspaceFolder(folder) !== undefined) return 'revealInExplorer';
  const isHere = folder.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  return isHere ? 'revealFileInOS' : undefined;
}
