/** Where people keep files of their own. */
const OF_THE_USER: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web']);

/** Writable, but the editor's own: its settings, snippets and the like. */
const OF_THE_EDITOR: ReadonlySet<string> = new Set(['vscode-userdata', 'output', 'git', 'vscode-scm', 'vscode-notebook-cell']);

/**
 * Whether documents of a URI scheme can be somebody's reports: not output, old versions from git, settings, inputs …
 *
 * @param isWritableFileSystem asked for schemes that other extensions bring (SFTP, WebDAV, a cloud drive).
 */
export function isUserScheme(scheme: string, isWritableFileSystem: (scheme: string) => boolean | undefined): boolean {
  return OF_THE_USER.has(scheme) || (!OF_THE_EDITOR.has(scheme) && isWritableFileSystem(scheme) === true);
}

/** Scheme of the text that a report would be after tidying: shown beside it, never checked. */
export const PREVIEW_SCHEME = 'fazhi-report-preview';
