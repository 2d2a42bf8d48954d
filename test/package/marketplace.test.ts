import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import nls from '../../package.nls.json';
import nlsEn from '../../package.nls.en.json';
import { ROOT } from '../support/files.js';
import { readExtension, readVsix, textOf, VERSION } from './made.js';

/** What the Marketplace and Open VSX file extensions under. */
const CATEGORIES = [
  ...['AI', 'Azure', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs', 'Formatters', 'Keymaps', 'Language Packs'],
  ...['Linters', 'Machine Learning', 'Notebooks', 'Other', 'Programming Languages', 'SCM Providers', 'Snippets', 'Testing', 'Themes'],
  'Visualization',
];
const REPOSITORY = 'https://github.com/fazhi-report/fazhi-report';

describe('in a shop', () => {
  it('the extension stands where it belongs', () => {
    expect(manifest.categories.length).toBeGreaterThan(0);
    for (const category of manifest.categories) expect(CATEGORIES).toContain(category);
    expect(manifest.repository.url).toBe(`${REPOSITORY}.git`);
    expect(manifest.galleryBanner.color).toMatch(/^#[\da-f]{6}$/u);
  });

  it('it is found by words of both languages', () => {
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
    for (const word of ['法治政府', '年度报告', '公文', '校对', '错别字', 'law-based government', 'proofreading', 'linter']) {
      expect(manifest.keywords).toContain(word);
    }
    for (const word of manifest.keywords) expect(word.length, word).toBeLessThanOrEqual(50);
  });

  it('it says in a line or two what it is', () => {
    for (const { displayName, description } of [nls, nlsEn]) {
      expect(displayName.length).toBeLessThanOrEqual(60);
      expect(description.length).toBeLessThanOrEqual(230);
    }
    // A shop shows the default text to everybody.
    expect(nls.description).toMatch(/\p{Script=Han}.*law-based government/u);
    expect(nlsEn.description).toContain('law-based government');
  });

  it('its icon is large enough', () => {
    const icon = readPng(manifest.icon);
    expect(icon.width).toBe(icon.height);
    expect(icon.width).toBeGreaterThanOrEqual(128);
  });
});

function readPng(name: string): { readonly width: number; readonly height: number } {
  const png = readFileSync(path.join(ROOT, name));
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

describe('the page in a shop', () => {
  /** Targets of Markdown links and pictures. */
  const targets = (text: string): { readonly target: string; readonly isPicture: boolean }[] =>
    [...text.matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/gu)].map(([, mark, target = '']) => ({ target, isPicture: mark === '!' }));
  const pages = ['readme.md', 'changelog.md'];

  it.each(pages)('%s leads only to what is there', (page) => {
    const text = textOf(readExtension(), page);
    const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => heading.toLowerCase().replace(/ /gu, '-'));
    for (const { target } of targets(text)) {
      if (target.startsWith('#')) {
        expect(headings, target).toContain(target.slice(1));
        continue;
      }
      expect(target).toMatch(/^https:\/\//u);
      const [, file] = new RegExp(`^${REPOSITORY}/(?:blob|raw)/HEAD/([^#]+)`, 'u').exec(target) ?? [];
      if (file !== undefined) expect(existsSync(path.join(ROOT, decodeURI(file))), target).toBe(true);
    }
  });

  it('shows pictures, none of them an SVG', () => {
    const pictures = targets(textOf(readExtension(), 'readme.md')).filter(({ isPicture }) => isPicture);
    expect(pictures.length).toBeGreaterThan(0);
    for (const { target } of pictures) expect(target).toMatch(new RegExp(`^${REPOSITORY}/raw/HEAD/.+\\.png$`, 'u'));
  });

  it('begins with what it is, in both languages', () => {
    const beginning = textOf(readExtension(), 'readme.md').split('\n').slice(0, 8).join('\n');
    expect(beginning).toMatch(/法治政府/u);
    expect(beginning).toMatch(/English/u);
  });

  it('is described by the archive', () => {
    const described = textOf(readVsix(), 'extension.vsixmanifest');
    expect(described).toContain(`Id="fazhi-report" Version="${VERSION}" Publisher="fazhi-report"`);
    expect(described).toContain(`<DisplayName>${nls.displayName}</DisplayName>`);
    const tags = /<Tags>([^<]*)<\/Tags>/u.exec(described)?.[1]?.split(',') ?? [];
    for (const tag of ['法治政府', 'proofreading', '__web_extension']) expect(tags).toContain(tag);
    // Those that begin with __ are not shown, and not counted.
    expect(tags.filter((tag) => !tag.startsWith('__')).length).toBeLessThanOrEqual(30);
    for (const asset of ['Details', 'Changelog', 'License'])
      expect(described).toContain(`Microsoft.VisualStudio.Services.Content.${asset}`);
    expect(described).toContain('Microsoft.VisualStudio.Services.Icons.Default');
    expect(described).not.toMatch(/TargetPlatform=|%\w+%/u);
  });
});
