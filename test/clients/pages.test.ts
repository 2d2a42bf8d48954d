import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/files.js';
import { configuration, HANDED, readJson } from './configurations.js';
import { ownSection } from '../../server/protocol/own-section.js';
import { readSettings } from '../../server/protocol/settings.js';
import { ruleById } from '../../server/rules/index.js';

const FOLDER = path.join(ROOT, 'docs/editors');
const EDITORS = ['neovim', 'emacs', 'helix', 'zed', 'kate', 'sublime'];
/** Files whose names say what they are where they lie, with the mark that stands before them on a page. */
const SHOWN = /<!-- 文件：(\S+) -->\n\n```\S*\n([\s\S]*?)```\n/gu;

const page = (editor: string): string => readFileSync(path.join(FOLDER, `${editor}.md`), 'utf8');
const filesOf = (editor: string): string[] =>
  readdirSync(path.join(FOLDER, editor), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(FOLDER, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

describe.each(EDITORS)('the page for %s', (editor) => {
  it('shows every file of its configuration as it is', () => {
    const shown = [...page(editor).matchAll(SHOWN)].map(([, file = '', text]) => ({ file, text }));
    expect(shown.map(({ file }) => file).sort()).toEqual(filesOf(editor).sort());
    for (const { file, text } of shown) expect(text, file).toBe(configuration(file));
  });

  it('is in the index, says what was tried, in Chinese and in English', () => {
    expect(readFileSync(path.join(FOLDER, 'README.md'), 'utf8')).toContain(`](${editor}.md)`);
    for (const heading of ['## 安装', '## 配置', '## 看到什么', '## 按键', '## 没有反应时', '## 试过没有', '## In English']) {
      expect(page(editor)).toContain(`\n${heading}\n`);
    }
  });

  it('leads only to files that are there', () => {
    for (const [, target = ''] of page(editor).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)) {
      expect(existsSync(path.join(FOLDER, target)), target).toBe(true);
    }
  });
});

describe('configurations', () => {
  it.each(['kate/settings.json', 'zed/settings.json', 'sublime/LanguageServers.sublime-settings'])('%s is well-formed', (file) => {
    expect(readJson(file)).toBeTypeOf('object');
  });

  it.each(Object.keys(HANDED))('of %s hands over settings that the server understands', (editor) => {
    const { settings: configured, initializationOptions } = HANDED[editor]?.() ?? { settings: {}, initializationOptions: {} };
    for (const value of [configured['fazhiReport'], ownSection(initializationOptions)]) {
      const { settings, problems } = readSettings(value, (id) => ruleById(id) !== undefined);
      expect(problems).toEqual([]);
      expect(settings.locale).toBe('zh-CN');
    }
  });

  it.each(EDITORS)('of %s starts the command of the package', (editor) => {
    const { bin } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    expect(Object.keys(bin)).toContain('fazhi-report-language-server');
    expect(filesOf(editor).map(configuration).join('\n')).toMatch(/fazhi-report-language-server[\s\S]*--stdio/u);
  });
});
