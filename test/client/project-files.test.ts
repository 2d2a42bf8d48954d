import { encode } from 'iconv-lite';
import { beforeEach, expect, it, vi } from 'vitest';
import { isProjectFile, readFileForServer } from '../../client/projectFiles.js';

const disk = vi.hoisted(() => ({ files: new Map<string, Uint8Array>(), failure: undefined as unknown }));

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => {
  class FileSystemError extends Error {
    readonly code: string;
    constructor(code: string) {
      super(code);
      this.code = code;
    }
  }
  return {
    FileSystemError,
    Uri: { parse: (uri: string) => uri },
    workspace: {
      fs: {
        readFile: async (uri: string) => {
          if (disk.failure !== undefined) throw new FileSystemError(String(disk.failure));
          const bytes = disk.files.get(uri);
          if (bytes === undefined) throw new FileSystemError('FileNotFound');
          return bytes;
        },
      },
    },
  };
});

const uri = 'vscode-vfs://github/x/.fazhi-report.json';

beforeEach(() => {
  disk.files.clear();
  disk.failure = undefined;
});

it('reads a file for the server, as UTF-8 or GB18030', async () => {
  disk.files.set(uri, new TextEncoder().encode('{ "agency": { "name": "宁河镇" } }'));
  expect(await readFileForServer({ uri })).toEqual({ kind: 'text', text: '{ "agency": { "name": "宁河镇" } }' });
  disk.files.set(uri, encode('宁河镇', 'gbk'));
  expect(await readFileForServer({ uri })).toEqual({ kind: 'text', text: '宁河镇' });
});

it('tells a file that is not there from one that cannot be read', async () => {
  expect(await readFileForServer({ uri })).toEqual({ kind: 'missing' });
  disk.failure = 'NoPermissions';
  expect(await readFileForServer({ uri })).toEqual({ kind: 'unreadable', reason: 'NoPermissions' });
  disk.failure = undefined;
  disk.files.set(uri, new Uint8Array([0xff, 0xff]));
  expect(await readFileForServer({ uri })).toMatchObject({ kind: 'unreadable' });
});

it('knows a project file by its name', () => {
  const named = (path: string) => isProjectFile({ path } as Parameters<typeof isProjectFile>[0]);
  expect(named('/a/.fazhi-report.json')).toBe(true);
  expect(named('/a/x.fazhi-report.json')).toBe(false);
});
