import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Uri } from 'vscode';
import { isUserFile } from '../../client/userFiles.js';

const { FakeUri, folders } = vi.hoisted(() => {
  class FakeUri {
    readonly scheme: string;
    constructor(readonly address: string) {
      this.scheme = address.slice(0, address.indexOf(':'));
    }
  }
  return { FakeUri, folders: [] as { readonly uri: FakeUri }[] };
});

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => ({
  Uri: FakeUri,
  workspace: {
    get workspaceFolders() {
      return folders.length === 0 ? undefined : folders;
    },
    fs: { isWritableFileSystem: (scheme: string) => ({ sftp: true, git: false, archive: false })[scheme] },
  },
}));

const uri = (address: string): Uri => new FakeUri(address) as unknown as Uri;
const isUser = (address: string): boolean => isUserFile(uri(address));

describe('files that can be reports', () => {
  beforeEach(() => void folders.splice(0));

  it('lie on the disk, or where an extension can write', () => {
    expect(['file:///甲.txt', 'untitled:甲', 'sftp://甲/乙.txt'].map(isUser)).toEqual([true, true, true]);
    expect(['git:/甲.txt', 'output:甲', 'archive:/甲.txt', 'unknown:甲'].map(isUser)).toEqual([false, false, false, false]);
  });

  it('lie where an extension can only read, once a folder is open there', () => {
    folders.push({ uri: new FakeUri('archive:/') });
    expect(['archive:/甲.txt', 'git:/甲.txt'].map(isUser)).toEqual([true, false]);
    folders.push({ uri: new FakeUri('git:/') });
    expect(isUser('git:/甲.txt'), 'old versions').toBe(false);
  });

  it('are told by their document as by their address', () => {
    expect(isUserFile({ uri: uri('file:///甲.txt') } as unknown as Parameters<typeof isUserFile>[0])).toBe(true);
  });
});
