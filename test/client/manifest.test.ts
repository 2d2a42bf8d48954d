import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../client/commandIds.js';
import { REPORT_LANGUAGE } from '../../client/languages.js';
import { SEMANTIC_TOKENS_LEGEND } from '../../server/language/semantic-tokens-legend.js';
import { COMMANDS_OF_CLIENT } from '../../server/protocol/messages.js';
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

  it('hold those that the server may name', () => {
    for (const command of Object.values(COMMANDS_OF_CLIENT)) expect(Object.values(COMMANDS)).toContain(command);
  });

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

describe('pictures', () => {
  const pictures = [...JSON.stringify(contributes).matchAll(/"(?:\.\/)?(images\/[^"]+)"/gu)].map(([, path]) => path ?? '');

  it('are there, and go into the package', () => {
    const packaged = readFileSync(inProject('scripts/package/contents.mjs'), 'utf8');
    expect(pictures.length).toBeGreaterThan(8);
    for (const path of pictures) {
      expect(existsSync(inProject(path)), path).toBe(true);
      const folder = path.slice(0, path.lastIndexOf('/'));
      expect(packaged.includes(`'${path}'`) || packaged.includes(`'${folder}'`), path).toBe(true);
    }
  });

  it('of the walkthrough take the colours of the theme', () => {
    for (const path of pictures.filter((one) => one.includes('/walkthrough/'))) {
      const svg = readFileSync(inProject(path), 'utf8');
      expect(svg).toContain('var(--vscode-foreground');
      expect(svg, path).not.toMatch(/(?:fill|stroke)="#/u);
    }
  });
});

describe('the view and the walkthrough', () => {
  const ids = contributes.views.fazhiReport.map(({ id }) => id);

  it('have a place that opens them', () => {
    expect(contributes.viewsContainers.activitybar.map(({ id }) => id)).toEqual(Object.keys(contributes.views));
    expect(ids).toEqual(['fazhiReport.checklist']);
    for (const { view } of contributes.viewsWelcome) expect(ids).toContain(view);
  });

  it('lead to commands that there are, in both languages', () => {
    const own = Object.values<string>(COMMANDS);
    const editors = ['vscode.openFolder', 'workbench.action.openWalkthrough', 'fazhiReport.checklist.focus'];
    for (const texts of [nls, nlsEn]) {
      const linked = [...JSON.stringify(texts).matchAll(/\(command:([\w.]+)/gu)].map(([, command]) => command ?? '');
      expect(linked.length).toBeGreaterThan(8);
      for (const command of linked) expect([...own, ...editors]).toContain(command);
    }
  });

  it('tick off each step by something that happens', () => {
    const [walkthrough] = contributes.walkthroughs;
    expect(walkthrough?.steps.length).toBe(6);
    for (const { completionEvents } of walkthrough?.steps ?? []) {
      for (const event of completionEvents) expect(event).toMatch(/^on(?:Context|View|Command):(?:fazhiReport|editor\.action)\./u);
    }
  });
});

describe('colours by meaning', () => {
  const [ofReports] = contributes.semanticTokenScopes;
  const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;

  it('are given to whatever the server tells apart, for themes that know no meanings', () => {
    expect(ofReports?.language).toBe(REPORT_LANGUAGE);
    const headings = tokenModifiers.map((modifier) => `${tokenTypes[0]}.${modifier}`);
    expect(sorted(Object.keys(ofReports?.scopes ?? {}))).toEqual(sorted([...tokenTypes, ...headings]));
    expect(contributes.semanticTokenModifiers.map(({ id }) => id)).toEqual(tokenModifiers);
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
