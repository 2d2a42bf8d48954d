/** Where people keep files of their own. */
const OF_THE_USER: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web']);

/** Writable, but the editor's own: its settings, snippets and the like. */
const OF_THE_EDITOR: ReadonlySet<string> = new Set(['vscode-userdata', 'output', 'git', 'vscode-scm', 'vscode-notebook-cell']);

/**
 * Whether documents of a URI scheme can be somebody's reports: not output, old versions from git, settings, inputs …
 *
 * @param holdsUserFiles asked for schemes that other extensions bring (SFTP, WebDAV, a cloud drive, an archive).
 */
export function isUserScheme(scheme: string, holdsUserFiles: (scheme: string) => boolean): boolean {
  return OF_THE_USER.has(scheme) || (!OF_THE_EDITOR.has(scheme) && holdsUserFiles(scheme));
}

/** Scheme of the text that a report would be after tidying: shown beside it, never checked. */
export const PREVIEW_SCHEME = 'fazhi-report-preview';
