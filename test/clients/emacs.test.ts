import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/files.js';
import { fixed, formatted, outlineNames, renamed } from './expected.js';
import { isTried } from './programs.js';
import { PLACES, Scene } from './scene.js';
import type { Action, Seen } from './seen.js';

interface Shown {
  readonly text: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface SeenByEmacs extends Seen<Shown> {
  readonly files: Readonly<Record<string, { mode: string; coding: string; managed: boolean; symbols?: string[]; diagnostics: Shown[] }>>;
}

/** What eglot makes of the severities. */
const TYPES = { error: 'eglot-error', warning: 'eglot-warning', information: 'eglot-note', hint: 'eglot-note' };

/** Later ones keep what they are told in another form than `emacs.el` looks for. */
const EMACS = {
  name: 'Emacs 28（eglot）',
  command: 'emacs',
  packages: 'emacs-nox elpa-eglot',
  probe: ['--batch', '--eval', "(progn (package-activate-all) (require 'eglot) (kill-emacs (if (< emacs-major-version 29) 0 1)))"],
};

describe.runIf(isTried(EMACS))('Emacs with the configuration of its page', () => {
  let scene: Scene;
  let seen: SeenByEmacs;

  beforeAll(async () => {
    scene = new Scene();
    seen = await scene.run<SeenByEmacs>(EMACS.command, ['--batch', '-l', path.join(ROOT, 'test/clients/emacs.el')], {
      configuration: path.join(ROOT, 'docs/editors/emacs/fazhi-report.el'),
      files: scene.files,
      path: scene.file('尼山镇'),
      format: scene.file('换行'),
      ...PLACES,
      rename: { ...PLACES.rename, path: scene.file('改名') },
    });
  }, 120_000);
  afterAll(() => scene.remove());

  /** Text as Emacs holds it: code points, `\n` at line ends. */
  const inEmacs = (name: string): string => scene.text(name).replaceAll('\r\n', '\n');
  const reports = (): string[] => scene.files.filter(({ name, isReport }) => isReport && name.endsWith('.txt')).map(({ name }) => name);

  it('knows the files for what they are, and leaves other texts alone', () => {
    const kinds = scene.files.map(({ name }) => {
      const { mode, coding, managed } = seen.files[name] ?? {};
      return [name, mode, coding, managed];
    });
    expect(kinds).toEqual([
      ['尼山镇 法治政府建设报告.txt', 'fazhi-report-mode', 'utf-8-unix', true],
      ['改名 法治政府建设报告.txt', 'fazhi-report-mode', 'utf-8-unix', true],
      ['GBK 法治报告.txt', 'fazhi-report-mode', expect.stringContaining('gb18030'), true],
      ['换行 法治报告.txt', 'fazhi-report-mode', 'utf-8-dos', true],
      ['清样.txt', 'fazhi-report-mode', 'utf-8-unix', true],
      ['总结.md', expect.any(String), 'utf-8-unix', false],
      ['便条.txt', 'text-mode', 'utf-8-unix', false],
    ]);
    expect(seen.files['便条.txt']?.diagnostics).toEqual([]);
  });

  it('shows what the command line finds, at the same places', () => {
    const { told } = scene;
    for (const name of reports()) {
      const text = inEmacs(name);
      const lines = text.split('\n');
      const codePoints = (part: string): number => [...part].length;
      const at = ({ line, character }: { line: number; character: number }): number =>
        codePoints(lines.slice(0, line).join('\n')) + (line > 0 ? 1 : 0) + codePoints((lines[line] ?? '').slice(0, character));
      const expected = (told.get(name) ?? []).map(({ rule, severity, message, range }) => ({
        text: `法治报告 [${rule}]: ${message}`,
        type: TYPES[severity],
        start: at(range.start),
        end: at(range.end),
      }));
      const inOrder = (all: readonly Shown[]): Shown[] => [...all].sort((a, b) => a.start - b.start || (a.text < b.text ? -1 : 1));
      expect(expected.length, name).toBeGreaterThan(0);
      expect(inOrder(seen.files[name]?.diagnostics ?? []), name).toEqual(inOrder(expected));
    }
  });

  it('lists the parts of each report', () => {
    for (const name of reports()) {
      expect([...(seen.files[name]?.symbols ?? [])].sort(), name).toEqual(outlineNames(scene.text(name)).sort());
    }
  });

  it('mends one finding, everything, and leaves one out', () => {
    const before = inEmacs('尼山镇');
    expect(seen.fixed.offered.some((title) => title.startsWith(PLACES.fix.title))).toBe(true);
    // Emacs ends the last line when it saves.
    expect(seen.fixed.text).toBe(`${before.replace('八五普法工作', '“八五”普法工作')}\n`);
    expect(seen.fixed.diagnostics.some(({ text }) => text.includes('[fixed-term]'))).toBe(false);
    expect(seen.fixedAll.text).toBe(fixed(`${before}\n`));
    const open = (action: Action<Shown>): number => action.diagnostics.filter(({ text }) => text.includes('[unbalanced-pair]')).length;
    expect(open(seen.fixedAll) - open(seen.ignored)).toBe(1);
    expect(seen.ignored.text).toBe(seen.fixedAll.text);
  });

  it('formats', () => {
    expect(seen.formatted).not.toBe(inEmacs('换行'));
    expect(seen.formatted).toBe(formatted(inEmacs('换行')));
  });

  it('renames the agency', () => {
    expect(seen.renamed).toBe(renamed(inEmacs('改名')));
    expect(seen.renamed).not.toContain('尼山镇');
  });

  it('explains and completes', () => {
    expect(seen.hover).toContain('固定提法有误');
    expect(seen.completion.length).toBeGreaterThan(0);
  });

  it('leaves no server behind', async () => {
    // Emacs does not wait for it to end by itself.
    await scene.serversGone(1);
  });
});
