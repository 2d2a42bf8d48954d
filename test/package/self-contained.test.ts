import { builtinModules } from 'node:module';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/files.js';
import type { Archive } from './archives.js';
import { readExtension, readNpmPackage, textOf } from './made.js';

/** What a bundle asks for at run time by name: with `require('…')` or `import('…')`. */
function required(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (node: { type: string; value?: unknown } | undefined): void => {
    if (node?.type === 'Literal' && typeof node.value === 'string') names.add(node.value);
  };
  simple(parse(code, { ecmaVersion: 'latest', sourceType: 'script', allowHashBang: true }), {
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require') add(first);
    },
    ImportExpression: ({ source }) => add(source),
  });
  return names;
}

/** The names of a bundle that are neither Node's, nor the editor's, nor a neighbour in the package. */
function strangers(archive: Archive, name: string, known: readonly string[]): string[] {
  return [...required(textOf(archive, name))].filter((id) => {
    const isNodes = id.startsWith('node:') || builtinModules.includes(id);
    return !isNodes && !known.includes(id) && !archive.has(`dist/${id.replace(/^\.\//u, '')}`);
  });
}

const scripts = (archive: Archive): string[] => [...archive.keys()].filter((name) => name.startsWith('dist/') && name.endsWith('.js'));

describe('the bundles', { timeout: 60_000 }, () => {
  /** `server.js` hands its library to the half that it loads later. */
  const handedOver = (name: string): string[] =>
    name === 'dist/serverProper.js' ? ['vscode-languageserver', 'vscode-languageserver/node'] : [];

  it('of the npm package need nothing that is not in it', () => {
    const archive = readNpmPackage();
    const found = scripts(archive).map((name) => [name, strangers(archive, name, handedOver(name))]);
    expect(found).toEqual(scripts(archive).map((name) => [name, []]));
    expect([...required(textOf(archive, 'dist/cli.js'))]).toContain('node:fs');
  });

  it('of the extension need nothing but the editor', () => {
    const archive = readExtension();
    const clients = ['client', 'client.web', 'languageClient', 'languageClient.web', 'reportFeatures'].map((name) => `dist/${name}.js`);
    for (const name of scripts(archive)) {
      expect(strangers(archive, name, [...handedOver(name), ...(clients.includes(name) ? ['vscode'] : [])]), name).toEqual([]);
    }
  });

  it('for browsers ask for nothing of Node', () => {
    const archive = readExtension();
    for (const name of ['client.web', 'languageClient.web', 'reportFeatures']) {
      expect([...required(textOf(archive, `dist/${name}.js`))], name).toEqual(['vscode']);
    }
    expect([...required(textOf(archive, 'dist/server.web.js'))]).toEqual([]);
  });

  it('name no folder of the machine they were built on, and no source map', () => {
    for (const archive of [readExtension(), readNpmPackage()]) {
      for (const name of scripts(archive)) {
        expect(textOf(archive, name).includes(ROOT), name).toBe(false);
        expect(textOf(archive, name).includes('sourceMappingURL'), name).toBe(false);
      }
    }
  });
});
