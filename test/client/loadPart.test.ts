import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Uri } from 'vscode';
import { loadPart } from '../../client/loadPart.web.js';

const files = vi.hoisted(() => new Map<string, string>());

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => ({
  Uri: { joinPath: (uri: string, ...names: string[]) => [uri, ...names].join('/') },
  workspace: {
    fs: {
      readFile: async (uri: string) => {
        const code = files.get(uri);
        if (code === undefined) throw new Error('network gone');
        return new TextEncoder().encode(code);
      },
    },
  },
  version: '1.91.1',
}));

const EXTENSION = 'vscode-vfs://host/extension' as unknown as Uri;
const FILE = `${EXTENSION}/dist/part.js`;

const load = (): Promise<Record<string, unknown>> => loadPart(EXTENSION, 'part.js');

beforeEach(() => files.clear());

describe('a part of the extension in a browser', () => {
  it('is a CommonJS module that knows the editor', async () => {
    files.set(FILE, "'use strict';\nmodule.exports = { name: '法治', version: require('vscode').version };//");
    expect(await load()).toEqual({ name: '法治', version: '1.91.1' });
    files.set(FILE, 'exports.answer = 42;');
    expect(await load()).toEqual({ answer: 42 });
  });

  it('knows nothing else', async () => {
    files.set(FILE, "exports.fs = require('node:fs');");
    await expect(load()).rejects.toThrow("Cannot load module 'node:fs'");
  });

  it('has its name in traces', async () => {
    files.set(FILE, 'exports.fail = () => { throw new Error("x"); };');
    const { fail } = await load();
    let trace = '';
    try {
      (fail as () => void)();
    } catch (error) {
      trace = error instanceof Error ? (error.stack ?? '') : '';
    }
    expect(trace).toContain('vscode-vfs://host/extension/dist/part.js#vscode-extension');
  });

  it('is not taken from what is something else, and is read anew the next time', async () => {
    await expect(load()).rejects.toThrow('network gone');
    for (const other of ['<!DOCTYPE html><title>登录</title>', '', 'module.exports = undefined;']) {
      files.set(FILE, other);
      await expect(load()).rejects.toThrow();
    }
    files.set(FILE, 'exports.answer = 42;');
    expect(await load()).toEqual({ answer: 42 });
  });
});
