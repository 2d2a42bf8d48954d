import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../support/files.js';
import { fixed, formatted, inUnits, outlineNames, renamed } from './expected.js';
import { isTried } from './programs.js';
import { PLACES, Scene } from './scene.js';
import type { Action, Seen } from './seen.js';

interface Shown {
  readonly rule: string;
  readonly severity: number;
  readonly message: string;
  readonly source: string;
  readonly start: readonly number[];
  readonly finish: readonly number[];
}

interface SeenByNeovim extends Seen<Shown> {
  readonly messages: readonly string[];
  readonly files: Readonly<
    Record<string, { filetype: string; encoding: string; format: string; symbols: string[]; diagnostics: Shown[]; lines: number }>
  >;
  readonly lens: { readonly title: string; readonly line: number; readonly column: number };
}

/** `vim.diagnostic.severity`. */
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

/** Later ones ask for diagnostics in another way than `neovim.lua` waits for. */
const NEOVIM = {
  name: 'Neovim 0.7—0.9',
  command: 'nvim',
  packages: 'neovim',
  probe: ['--headless', '-u', 'NONE', '--cmd', "if has('nvim-0.10') | cquit | else | qall | endif"],
};

const TRIED = isTried(NEOVIM);

describe.runIf(TRIED)('Neovim with the configuration of its page', () => {
  let scene: Scene;
  let seen: SeenByNeovim;

  beforeAll(async () => {
    scene = new Scene();
    const script = path.join(ROOT, 'test/clients/neovim.lua');
    seen = await scene.run<SeenByNeovim>(NEOVIM.command, ['--headless', '-n', '-u', 'NONE', '-S', script], {
      configuration: path.join(ROOT, 'docs/editors/neovim/fazhi-report.lua'),
      files: scene.files,
      path: scene.file('尼山镇'),
      format: scene.file('换行'),
      ...PLACES,
      rename: { ...PLACES.rename, path: scene.file('改名') },
    });
  }, 120_000);
  afterAll(() => scene.remove());

  it('knows the files for what they are', () => {
    const kinds = scene.files.map(({ name }) => {
      const { filetype, encoding, format } = seen.files[name] ?? {};
      return [name, filetype, encoding, format];
    });
    expect(kinds).toEqual([
      ['尼山镇 法治政府建设报告.txt', 'fazhi-report', 'utf-8', 'unix'],
      ['改名 法治政府建设报告.txt', 'fazhi-report', 'utf-8', 'unix'],
      ['GBK 法治报告.txt', 'fazhi-report', 'gb18030', 'unix'],
      ['换行 法治报告.txt', 'fazhi-report', 'utf-8', 'dos'],
      ['清样.txt', 'text', 'utf-8', 'unix'],
      ['总结.md', 'markdown', 'utf-8', 'unix'],
      ['便条.txt', 'text', 'utf-8', 'unix'],
    ]);
  });

  it('shows what the command line finds, at the same places', () => {
    const { told } = scene;
    expect(told.size).toBe(6);
    for (const { name, isReport } of scene.files) {
      const text = scene.text(name);
      const bytes = (part: string): number => Buffer.byteLength(part);
      const expected = (told.get(name) ?? []).map(({ rule, severity, message, range }) => ({
        rule,
        severity,
        message,
        source: '法治报告',
        start: inUnits(text, range.start, bytes),
        finish: inUnits(text, range.end, bytes),
      }));
      const shown = seen.files[name]?.diagnostics.map((one) => ({ ...one, severity: SEVERITIES[one.severity] }));
      expect(shown, name).toEqual(expected);
      expect(expected.length > 0, name).toBe(isReport);
    }
  });

  it('lists the parts of each report', () => {
    for (const { name, isReport } of scene.files) {
      expect(seen.files[name]?.symbols, name).toEqual(isReport ? outlineNames(scene.text(name)) : []);
    }
  });

  it('mends one finding, everything, and leaves one out', () => {
    const before = scene.text('尼山镇');
    expect(seen.fixed.offered.some((title) => title.includes(PLACES.fix.title))).toBe(true);
    expect(seen.fixed.text).toBe(before.replace('八五普法工作', '“八五”普法工作'));
    expect(seen.fixed.diagnostics.map(({ rule }) => rule)).not.toContain('fixed-term');
    expect(seen.fixedAll.text).toBe(fixed(before));
    const open = (action: Action<Shown>): number => action.diagnostics.filter(({ rule }) => rule === 'unbalanced-pair').length;
    expect(open(seen.fixedAll) - open(seen.ignored)).toBe(1);
    expect(seen.ignored.text).toBe(seen.fixedAll.text);
  });

  it('formats', () => {
    const before = scene.text('换行');
    expect(formatted(before)).not.toBe(before);
    expect(seen.formatted).toBe(formatted(before).replaceAll('\r\n', '\n').replace(/\n$/u, ''));
  });

  it('renames the agency', () => {
    expect(seen.renamed).toBe(renamed(scene.text('改名')).replace(/\n$/u, ''));
    expect(seen.renamed).not.toContain('尼山镇');
  });

  it('explains, completes, and leads from a lens to the first problem', () => {
    expect(seen.hover).toContain('固定提法有误');
    expect(seen.completion.length).toBeGreaterThan(0);
    expect(seen.lens.title).toMatch(/^\d+ 处问题$/u);
    const told = scene.told.get('尼山镇 法治政府建设报告.txt') ?? [];
    const text = scene.text('尼山镇');
    const starts = told.map(({ range }) => inUnits(text, range.start, (part) => Buffer.byteLength(part)));
    expect(starts).toContainEqual([seen.lens.line, seen.lens.column]);
  });

  it('is told of nothing that it cannot do, and leaves no server behind', async () => {
    expect(seen.messages).toEqual([]);
    expect(await scene.serversGone(1)).toEqual(['0']);
  });
});

interface SeenByNewer {
  readonly failure?: string;
  readonly name: string;
  readonly enabled?: string;
  readonly language?: string;
  readonly patterns: Readonly<Record<string, string>>;
  readonly filetypes?: readonly string[];
  readonly started: Readonly<Record<string, string>> | readonly [];
  readonly roots: Readonly<Record<string, string>> | readonly [];
}

describe.runIf(TRIED)('the configuration in what seems to be a newer Neovim', () => {
  async function load(version: string): Promise<{ readonly seen: SeenByNewer; readonly scene: Scene }> {
    const scene = new Scene();
    onTestFinished(() => scene.remove());
    const script = path.join(ROOT, 'test/clients/neovim-newer.lua');
    const seen = await scene.run<SeenByNewer>(NEOVIM.command, ['--headless', '-n', '-u', 'NONE', '-S', script], {
      version,
      configuration: path.join(ROOT, 'docs/editors/neovim/fazhi-report.lua'),
      report: scene.file('尼山镇'),
      other: path.join(scene.reports, 'package.json'),
      project: path.join(scene.reports, '.fazhi-report.json'),
    });
    return { seen, scene };
  }

  it('is a configuration that is enabled, from 0.11 on', async () => {
    const { seen, scene } = await load('0.11');
    expect([seen.name, seen.enabled, seen.language]).toEqual(['fazhi-report', 'fazhi-report', 'plaintext']);
    expect(seen.filetypes).toContain('markdown');
    expect(seen.roots).toEqual({ report: scene.reports, project: scene.reports });
    expect(seen.patterns['.*法治.*报告.*%.txt']).toBe('fazhi-report');
  });

  it('starts a server where it is wanted, from 0.8 on', async () => {
    const { seen, scene } = await load('0.8');
    expect(seen.started).toEqual({ [path.basename(scene.file('尼山镇'))]: scene.reports });
  });
});
