import { beforeEach, expect, it, vi } from 'vitest';
import type { DocumentLink } from 'vscode';
import { withFolders } from '../../client/folderLinks.js';

const editor = vi.hoisted(() => ({ uiKind: 1, remoteName: undefined as string | undefined }));

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => ({
  UIKind: { Desktop: 1, Web: 2 },
  env: editor,
  Uri: { parse: (text: string) => ({ text }) },
  workspace: { getWorkspaceFolder: ({ path }: { path: string }) => (path.startsWith('/w/') ? {} : undefined) },
}));

const link = (path: string, scheme = 'file'): DocumentLink => ({ target: { scheme, path } }) as unknown as DocumentLink;
const targets = (...links: readonly DocumentLink[]): unknown[] => withFolders(links).map(({ target }) => target);

beforeEach(() => {
  editor.uiKind = 1;
  editor.remoteName = undefined;
});

it('leaves links to files and pages as they are', () => {
  expect(targets(link('/w/a.json'), link('/', 'https'))).toEqual([
    { scheme: 'file', path: '/w/a.json' },
    { scheme: 'https', path: '/' },
  ]);
  expect(withFolders(null)).toEqual([]);
});

it('shows a folder of the workspace in the explorer', () => {
  const [target] = targets(link('/w/2023/')) as { text: string }[];
  expect(decodeURIComponent(target?.text ?? '')).toBe('command:revealInExplorer?[{"scheme":"file","path":"/w/2023/"}]');
});

it('shows another folder by the system, where that has it', () => {
  expect(JSON.stringify(targets(link('/2023/')))).toContain('command:revealFileInOS');
  expect(targets(link('/2023/', 'vscode-vfs'))).toEqual([]);
  editor.remoteName = 'ssh';
  expect(targets(link('/2023/'))).toEqual([]);
  editor.remoteName = undefined;
  editor.uiKind = 2;
  expect(targets(link('/2023/'))).toEqual([]);
});
