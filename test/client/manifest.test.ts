import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../client/commandIds.js';
import { REPORT_LANGUAGE } from '../../client/languages.js';
import manifest from '../../package.json';
import nls from '../../package.nls.json';
import nlsEn from '../../package.nls.en.json';

const { contributes } = manifest;
const inProject = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(inProject(path), 'utf8'));
const sorted = (values: Iterable<string>): string[] => [...values].sort();

describe('texts', () => {
  const used = sorted(new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/gu)].map(([, key]) => key ?? '')));

  it('exist in both languages, and no others do', () => {
    expect(sorted(Object.keys(nls))).toEqual(used);
    expect(sorted(Object.keys(nlsEn))).toEqual(used);
  });

  it('are Chinese by default', () => {
    for (const [key, text] of Object.entries(nls)) expect(text, key).toMatch(/\p{Script=Han}/u);
  });
});

describe('commands', () => {
  const contributed = contributes.commands.map(({ command }) => command);

  it('are those that the client registers', () => expect(sorted(contributed)).toEqual(sorted(Object.values(COMMANDS))));

  it('each say when they are in the palette', () =>
    expect(sorted(contributes.menus.commandPalette.map(({ command }) => command))).toEqual(sorted(contributed)));

  it('are the only ones in menus', () => {
    for (const { command } of Object.values(contributes.menus).flat()) expect(contributed).toContain(command);
  });
});

describe('settings', () => {
  const { properties } = contributes.configuration;

  it('have a description, a type and a default, at most twelve of them', () => {
    expect(Object.keys(properties).length).toBeLessThanOrEqual(12);
    for (const [name, property] of Object.entries(properties)) {
      expect(name).toMatch(/^fazhiReport\./u);
      expect('description' in property || 'markdownDescription' in property, name).toBe(true);
      expect(property).toHaveProperty('default');
      expect(property).toHaveProperty('type');
    }
  });

  it('have a place for the rules that scripts/generate.mjs fills', () =>
    expect(properties['fazhiReport.rules'].properties).toBeTypeOf('object'));
});

describe('defaults for reports', () => {
  const defaults = contributes.configurationDefaults[`[${REPORT_LANGUAGE}]`];

  it('draw no boxes round Chinese punctuation and the blanks that pages and paragraphs begin with', () => {
    expect(defaults['editor.unicodeHighlight.ambiguousCharacters']).toBe(false);
    expect(defaults['editor.unicodeHighlight.nonBasicASCII']).toBe(false);
    for (const blank of ['\u3000', '\u2003', '\u2002', '\u00a0']) {
      expect(defaults['editor.unicodeHighlight.allowedCharacters']).toHaveProperty([blank], true);
    }
  });

  it('know where Chinese words end', () => {
    expect(defaults['editor.wordSegmenterLocales']).toBe('zh-CN');
    for (const mark of '，。、；：？！…—“”‘’（）《》〔〕') expect(defaults['editor.wordSeparators']).toContain(mark);
  });

  it('wrap lines, guess the encoding and never suggest words of the text', () => {
    expect(defaults['editor.wordWrap']).toBe('on');
    expect(defaults['files.autoGuessEncoding']).toBe(true);
    expect(defaults['editor.wordBasedSuggestions']).toBe('off');
  });
});

describe('contributions', () => {
  const ids = contributes.languages.map(({ id }) => id);

  it('are for the language of reports, which claims no file by name', () => {
    expect(ids).toEqual([REPORT_LANGUAGE]);
    expect(Object.keys(contributes.languages[0] ?? {})).not.toContain('extensions');
    for (const { language } of [...contributes.grammars, ...contributes.snippets]) expect(ids).toContain(language);
  });

  it('exist', () => {
    const paths = [...contributes.grammars, ...contributes.snippets].map(({ path }) => path);
    for (const path of [...paths, ...contributes.languages.map(({ configuration }) => configuration), manifest.icon]) {
      expect(existsSync(inProject(path)), path).toBe(true);
    }
  });
});

describe('snippets', () => {
  const snippets = readJson('snippets/fazhi-report.json') as Record<string, { prefix: string; description: string; body: string[] }>;

  it('come up for pinyin initials only, so never in the middle of prose', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z]+$/u);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it('leave figures as blanks that a check finds as long as they are not filled in', () => {
    for (const [name, { body }] of Object.entries(snippets)) expect(body.join(''), name).toMatch(/\$\{\d:××\}/u);
  });
});
