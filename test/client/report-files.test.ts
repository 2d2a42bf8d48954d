import { encode } from 'iconv-lite';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { answerReportFiles } from '../../client/reportFiles.js';
import type {
  ListFilesParams,
  ListFilesResult,
  ReadReportsParams,
  ReadReportsResult,
} from '../../server/protocol/messages/report-files.js';

/** Files by address, the open folders, and whether a file system that may bring a search does. */
const disk = vi.hoisted(() => ({ files: new Map<string, Uint8Array>(), folders: [] as string[], isSearched: true }));

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => {
  class Uri {
    readonly scheme: string;
    constructor(readonly address: string) {
      this.scheme = address.slice(0, address.indexOf(':'));
    }
    static parse(address: string): Uri {
      return new Uri(address);
    }
    static joinPath(folder: Uri, name: string): Uri {
      return new Uri(`${folder.address}/${name}`);
    }
    toString(): string {
      return this.address;
    }
  }
  class RelativePattern {
    constructor(
      readonly baseUri: Uri,
      readonly pattern: string,
    ) {}
  }
  return {
    Uri,
    RelativePattern,
    FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
    workspace: {
      get workspaceFolders() {
        return disk.folders.map((address) => ({ uri: new Uri(address) }));
      },
      getWorkspaceFolder: ({ address }: Uri) => disk.folders.find((folder) => address === folder || address.startsWith(`${folder}/`)),
      findFiles: async ({ baseUri }: RelativePattern, _exclude: string, limit: number) => {
        // As VS Code does where no search was registered for a scheme.
        if (baseUri.scheme === 'sftp') return new Promise<never>(() => undefined);
        if (!disk.isSearched) return [];
        const found = [...disk.files.keys()].filter((address) => address.startsWith(`${baseUri.address}/`));
        return found.slice(0, limit).map((address) => new Uri(address));
      },
      fs: {
        isWritableFileSystem: (scheme: string) => scheme === 'sftp',
        stat: async ({ address }: Uri) => ({ size: disk.files.get(address)?.length ?? 0 }),
        readFile: async ({ address }: Uri) => {
          const bytes = disk.files.get(address);
          if (bytes === undefined) throw new Error('no such file');
          return bytes;
        },
        readDirectory: async ({ address }: Uri) => {
          const names = new Map<string, number>();
          for (const file of disk.files.keys()) {
            const rest = file.startsWith(`${address}/`) ? file.slice(address.length + 1).split('/') : [];
            if (rest[0] !== undefined) names.set(rest[0], rest.length > 1 ? 2 : 1);
          }
          if (names.size === 0) throw new Error('no such folder');
          return [...names];
        },
      },
    },
  };
});

type Handler = (params: unknown, token: { readonly isCancellationRequested: boolean }) => Promise<unknown>;

const handlers = new Map<string, Handler>();
const client = { onRequest: (method: string, handler: Handler) => void handlers.set(method, handler) };
const ask = async <R>(method: string, params: ListFilesParams | ReadReportsParams, isCancellationRequested = false): Promise<R> =>
  (await handlers.get(method)?.(params, { isCancellationRequested })) as R;
const list = async (params: ListFilesParams): Promise<readonly string[]> =>
  (await ask<ListFilesResult>('fazhiReport/listFiles', params)).uris;

const REPORT = '宁河镇2024年度法治政府建设情况报告\r\n\r\n一、主要举措和成效\r\n开展讲座3场。\r\n';

beforeEach(() => {
  disk.files.clear();
  disk.folders = ['file:///w'];
  disk.isSearched = true;
  handlers.clear();
  answerReportFiles(client as unknown as BaseLanguageClient);
});

function put(...addresses: readonly string[]): void {
  for (const address of addresses) disk.files.set(address, encode(REPORT, 'utf8'));
}

describe('files that are listed for the server', () => {
  it('are those of every open folder, up to the limit', async () => {
    disk.folders = ['file:///w', 'vscode-remote://x/v'];
    put('file:///w/a.txt', 'vscode-remote://x/v/b.md', 'file:///elsewhere/c.txt');
    expect(await list({ limit: 10 })).toEqual(['file:///w/a.txt', 'vscode-remote://x/v/b.md']);
    expect(await list({ limit: 1 })).toEqual(['file:///w/a.txt']);
    disk.folders = [];
    expect(await list({ limit: 10 })).toEqual([]);
  });

  it('are found in a file system that has no search', async () => {
    disk.folders = ['sftp://host/w'];
    put(
      'sftp://host/w/a.txt',
      'sftp://host/w/x/b.MD',
      'sftp://host/w/.git/c.txt',
      'sftp://host/w/node_modules/d.txt',
      'sftp://host/w/e.docx',
    );
    expect(await list({ limit: 10 })).toEqual(['sftp://host/w/a.txt', 'sftp://host/w/x/b.MD']);
  });

  it('are found in a repository that is searched where it is, or not', async () => {
    disk.folders = ['vscode-vfs://github/w'];
    put('vscode-vfs://github/w/a.txt');
    expect(await list({ limit: 10 })).toEqual(['vscode-vfs://github/w/a.txt']);
    disk.isSearched = false;
    expect(await list({ limit: 10 })).toEqual(['vscode-vfs://github/w/a.txt']);
  });

  it('are found in a folder outside of the workspace, not too deep', async () => {
    put('file:///old/2023/a.txt', `file:///old/2023/${'x/'.repeat(6)}b.txt`);
    expect(await list({ folder: 'file:///old/2023', limit: 10 })).toEqual(['file:///old/2023/a.txt']);
    expect(await list({ folder: 'file:///none', limit: 10 })).toEqual([]);
  });

  it('are none of a file system of the editor itself', async () => {
    disk.folders = ['git://w'];
    put('git://w/a.txt');
    expect(await list({ limit: 10 })).toEqual([]);
  });
});

describe('files that are read for the server', () => {
  it('are reports in whatever encoding, and nothing else', async () => {
    const files = {
      'file:///w/utf8.txt': encode(REPORT, 'utf8'),
      'file:///w/bom.txt': encode(REPORT, 'utf8', { addBOM: true }),
      'file:///w/gbk.txt': encode(REPORT, 'gb18030'),
      'file:///w/le.txt': encode(REPORT, 'utf16le', { addBOM: true }),
      'file:///w/be.txt': encode(REPORT, 'utf16be', { addBOM: true }),
      'file:///w/other.txt': encode('购物清单', 'utf8'),
      'file:///w/bytes.txt': new Uint8Array([0xff, 0xff, 0]),
      'file:///w/large.txt': encode(REPORT.padEnd(5 * 1024 * 1024), 'utf8'),
    };
    for (const [address, bytes] of Object.entries(files)) disk.files.set(address, bytes);
    const uris = [...Object.keys(files), 'file:///w/none.txt'];
    const { texts } = await ask<ReadReportsResult>('fazhiReport/readReports', { uris });
    expect(texts).toEqual([REPORT, REPORT, REPORT, REPORT, REPORT, null, null, null, null]);
    expect((await ask<ReadReportsResult>('fazhiReport/readReports', { uris }, true)).texts).toEqual(uris.map(() => null));
  });
});
