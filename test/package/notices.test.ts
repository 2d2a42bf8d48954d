import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../support/files.js';
import { projectText } from './made.js';

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

interface Notices {
  readonly packageFolder: (file: string) => string[];
  readonly readPackage: (folder: string) => BundledPackage;
  readonly noticesOf: (packages: readonly BundledPackage[]) => string;
}

const { packageFolder, readPackage, noticesOf } = (await import(
  pathToFileURL(path.join(ROOT, 'scripts/package/notices.mjs')).href
)) as Notices;

function installed(manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-notices-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ ...files, 'package.json': JSON.stringify(manifest) })) {
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

describe('a bundled file', () => {
  it.each([
    ['node_modules/a/lib/b.js', ['node_modules/a']],
    ['node_modules/@s/a/b.js', ['node_modules/@s/a']],
    ['node_modules/a/node_modules/@s/b/c/d.js', ['node_modules/a/node_modules/@s/b']],
    ['server/rules/typo.ts', []],
  ])('%s belongs to %j', (file, folder) => expect(packageFolder(file)).toEqual(folder));
});

describe('a bundled package', () => {
  it('is named with its licence', () => {
    const folder = installed({ name: 'a', version: '1.2.3', license: 'MIT' }, { 'License.txt': 'Be kind.\r\nAlways.\r\n' });
    expect(readPackage(folder)).toEqual({ name: 'a', version: '1.2.3', license: 'MIT', text: 'Be kind.\nAlways.' });
  });

  it('fails without the text of its licence', () => {
    expect(() => readPackage(installed({ name: 'a', version: '1.2.3', license: 'MIT' }))).toThrow('a 1.2.3 没有许可证原文');
  });

  it('fails with a licence that nobody has looked at', () => {
    for (const license of ['GPL-3.0-only', undefined]) {
      expect(() => readPackage(installed({ name: 'a', version: '1.2.3', license }, { LICENSE: 'x' }))).toThrow('不在允许之列');
    }
  });
});

describe('the notices', () => {
  const one = { name: 'b', version: '1.0.0', license: 'MIT', text: 'Text with ``` in it' };

  it('say a text once, in the order of names', () => {
    const text = noticesOf([{ ...one, name: 'c', text: 'Other' }, one, { ...one, name: 'a' }, { ...one, version: '0.9.0' }]);
    expect(text.match(/^## .*$/gmu)).toEqual(['## a 1.0.0、b 0.9.0、b 1.0.0', '## c 1.0.0']);
    expect(text).toContain('````text\nText with ``` in it\n````');
  });

  it('of the project name what is bundled and no tool', () => {
    const text = projectText('THIRD-PARTY-NOTICES.md');
    for (const name of ['vscode-languageclient', 'vscode-languageserver', 'iconv-lite', 'jsonc-parser']) expect(text).toContain(`${name} `);
    expect(text).not.toMatch(/^## .*\b(?:esbuild|vitest|typescript|textlint)/mu);
  });
});
