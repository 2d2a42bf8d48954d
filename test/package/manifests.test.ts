import { describe, expect, it } from 'vitest';
import type { Archive } from './archives.js';
import { jsonOf, readExtension, readNpmPackage, textOf, VERSION } from './made.js';

/** Every string of a value, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const PATH = /^(?:\.\/)?((?:dist|images|syntaxes|snippets|schemas|docs)\/[\w./-]+|language-configuration\.json)$/u;

/** The files that a manifest names. */
function namedFiles(manifest: unknown): string[] {
  return strings(manifest).flatMap((text) => PATH.exec(text)?.[1] ?? []);
}

function texts(archive: Archive, name: string): Readonly<Record<string, string>> {
  return JSON.parse(textOf(archive, name));
}

describe('the manifest of the extension', () => {
  it('has nothing for developers', () => {
    const manifest = jsonOf(readExtension(), 'package.json');
    for (const key of ['scripts', 'devDependencies', 'dependencies', 'bin', 'files', 'private']) expect(manifest).not.toHaveProperty(key);
    expect(manifest).toMatchObject({
      name: 'fazhi-report',
      publisher: 'fazhi-report',
      version: VERSION,
      engines: { vscode: expect.anything() },
    });
  });

  it('names only files that are there', () => {
    const archive = readExtension();
    const files = namedFiles(jsonOf(archive, 'package.json'));
    for (const kind of [
      'dist/client.js',
      'dist/client.web.js',
      'images/icon.png',
      'images/walkthrough/',
      'syntaxes/',
      'snippets/',
      'schemas/',
    ]) {
      expect(
        files.some((file) => file.startsWith(kind)),
        kind,
      ).toBe(true);
    }
    for (const file of files) expect(archive.has(file), file).toBe(true);
  });

  it('finds all its texts in both languages', () => {
    const archive = readExtension();
    const keys = strings(jsonOf(archive, 'package.json')).flatMap((text) => /^%(.+)%$/u.exec(text)?.[1] ?? []);
    expect(keys.length).toBeGreaterThan(50);
    for (const name of ['package.nls.json', 'package.nls.en.json']) {
      const known = texts(archive, name);
      for (const key of keys) expect(known[key]?.trim(), `${name}: ${key}`).toBeTruthy();
    }
  });
});

describe('the manifest of the npm package', () => {
  it('has what npm needs, and nothing that runs or is fetched at the user’s', () => {
    const archive = readNpmPackage();
    const manifest = jsonOf(archive, 'package.json');
    expect(Object.keys(manifest).sort()).toEqual(
      [
        ...['bin', 'bugs', 'description', 'engines', 'exports', 'homepage', 'keywords'],
        ...['license', 'name', 'publishConfig', 'repository', 'version'],
      ].sort(),
    );
    expect(manifest).toMatchObject({
      name: 'fazhi-report',
      version: VERSION,
      engines: { node: '>=20' },
      bin: { 'fazhi-report': 'dist/cli.js', 'fazhi-report-language-server': 'dist/server.js' },
    });
    for (const file of namedFiles(manifest)) expect(archive.has(file), file).toBe(true);
    for (const text of strings(manifest)) expect(text).not.toMatch(/%\w|vscode:/u);
  });

  it('says in both languages what it is', () => {
    expect(jsonOf(readNpmPackage(), 'package.json')).toHaveProperty(
      'description',
      expect.stringMatching(/法治政府.*law-based government/su),
    );
    expect(textOf(readNpmPackage(), 'README.md')).toMatch(/法治政府.*## English/su);
  });

  it('comes with programs that begin with a line for the shell', () => {
    for (const name of ['dist/cli.js', 'dist/server.js']) expect(textOf(readNpmPackage(), name)).toMatch(/^#!\/usr\/bin\/env node\n/u);
  });
});
