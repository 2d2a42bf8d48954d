import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/rules/index.js';
import { readNpmPackage, readVsix, textOf } from './made.js';

const RULE_PAGES = ['README', ...RULES.map(({ id }) => id)].map((name) => `docs/rules/${name}.md`);

const EXTENSION = [
  ...['package.json', 'package.nls.json', 'package.nls.en.json', 'readme.md', 'changelog.md', 'LICENSE.txt', 'THIRD-PARTY-NOTICES.md'],
  ...['language-configuration.json', 'syntaxes/fazhi-report.tmLanguage.json', 'snippets/fazhi-report.json', 'schemas/project.schema.json'],
  ...['icon.png', 'checklist.svg', 'report-light.svg', 'report-dark.svg'].map((name) => `images/${name}`),
  ...['checklist', 'complete', 'figures', 'fix', 'next-year', 'open'].map((name) => `images/walkthrough/${name}.svg`),
  ...['client.js', 'languageClient.js', 'client.web.js', 'languageClient.web.js', 'reportFeatures.js'].map(inDist),
  ...['figuresPanel.js', 'figuresPanel.css'].map(inDist),
  ...['server.js', 'serverProper.js', 'server.web.js'].map(inDist),
  ...RULE_PAGES,
];
const NPM = [
  ...['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.md', 'docs/configuration.md'],
  ...['check-output', 'project', 'rule-output'].map((name) => `schemas/${name}.schema.json`),
  ...['cli.js', 'cliCommands.js', 'cliHelper.js', 'iconv.js', 'server.js', 'serverProper.js'].map(inDist),
  ...RULE_PAGES,
  ...['README', 'emacs', 'helix', 'kate', 'neovim', 'sublime', 'zed'].map((name) => `docs/editors/${name}.md`),
  ...['emacs/fazhi-report.el', 'helix/languages.toml', 'kate/fazhi-report.xml', 'kate/settings.json', 'neovim/fazhi-report.lua'].map(
    inEditors,
  ),
  ...['sublime/LanguageServers.sublime-settings', 'zed/settings.json'].map(inEditors),
  ...['Cargo.toml', 'extension.toml', 'src/lib.rs'].map((name) => inEditors(`zed/extension/${name}`)),
];

function inEditors(name: string): string {
  return `docs/editors/${name}`;
}

function inDist(name: string): string {
  return `dist/${name}`;
}

describe('the packages hold exactly what is listed', () => {
  it('for the editor', () => {
    const expected = ['[Content_Types].xml', 'extension.vsixmanifest', ...EXTENSION.map((name) => `extension/${name}`)];
    expect([...readVsix().keys()].sort()).toEqual(expected.sort());
  });

  it('for npm', () => expect([...readNpmPackage().keys()].sort()).toEqual([...NPM].sort()));

  it('with the right to run what is a program', () => {
    const executable = [...readNpmPackage()].filter(([, { mode }]) => (mode & 0o111) !== 0).map(([name]) => name);
    expect(executable.sort()).toEqual(['dist/cli.js', 'dist/server.js']);
    for (const [name, { mode }] of readVsix()) expect(mode & 0o111, name).toBe(0);
  });

  it('with licence and notices', () => {
    for (const [files, license] of [
      [readVsix(), 'extension/LICENSE.txt'],
      [readNpmPackage(), 'LICENSE'],
    ] as const) {
      const prefix = license.slice(0, license.lastIndexOf('/') + 1);
      expect(textOf(files, license)).toContain('MIT License');
      expect(textOf(files, `${prefix}THIRD-PARTY-NOTICES.md`)).toContain('vscode-languageserver');
    }
  });
});
