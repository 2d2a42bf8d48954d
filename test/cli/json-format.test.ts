import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { JsonFile } from '../../server/cli/json-file.js';
import { VERSION } from '../../server/cli/version.js';
import { call, folder, type World } from './helper.js';
import { INCOMPLETE, NOTE, SOUND, UNNUMBERED } from './samples.js';

const ROOT = join(import.meta.dirname, '../..');

interface Output {
  readonly version: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly files: readonly JsonFile[];
  readonly skipped: readonly { readonly file: string; readonly reason: string; readonly message: string }[];
  readonly summary: Readonly<Record<'files' | 'error' | 'warning' | 'information' | 'hint' | 'fixable' | 'milliseconds', number>>;
}

const schema: object = JSON.parse(readFileSync(join(ROOT, 'schemas/check-output.schema.json'), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile<Output>(schema);

async function json(argv: readonly string[], world: World = {}): Promise<Output> {
  const { stdout } = await call(['check', '--format', 'json', ...argv], world);
  const output: unknown = JSON.parse(stdout);
  if (!validate(output)) throw new Error(JSON.stringify(validate.errors, undefined, 1));
  return output;
}

describe('--format json', () => {
  it('follows its schema over the five real reports', async () => {
    const output = await json(['seeds'], { cwd: ROOT });
    expect(output.tool).toEqual({ name: 'fazhi-report', version: VERSION });
    expect(output.files.map(({ file }) => file)).toEqual([...output.files.map(({ file }) => file)].sort());
    expect(output.files).toHaveLength(5);
    expect(output.skipped).toEqual([]);
    for (const file of output.files) {
      const text = readFileSync(join(ROOT, file.file), 'utf8');
      const lines = text.split(/\r\n|\n|\r/u);
      expect(file.report.isReport).toBe(true);
      expect(file.report.sections.length).toBeGreaterThan(0);
      for (const section of file.report.sections) {
        expect(lines[section.line]).toContain(section.heading);
        expect(section.endLine).toBeGreaterThanOrEqual(section.line);
        const inside = file.report.figures.filter(({ line }) => line >= section.line && line <= section.endLine);
        expect(section.figures).toBe(inside.length);
      }
      expect(file.report.figures.length).toBeGreaterThan(0);
      for (const { line, character, length, text: figure } of file.report.figures) {
        expect(lines[line]?.slice(character, character + length)).toBe(figure);
      }
      const places = file.diagnostics.map(({ range, rule }) => [range.start.line, range.start.character, rule] as const);
      expect(places).toEqual([...places].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)));
    }
  });

  it('says where the time went, where it is asked', async () => {
    const { stdout, stderr } = await call(['check', '--format', 'json', '--timing', 'seeds'], { cwd: ROOT });
    const output: unknown = JSON.parse(stdout);
    expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
    expect(output).toHaveProperty('timing.rules');
    // The clock of the test moves a millisecond with every look.
    expect(stderr).toMatch(/^用时明细（毫秒，各线程合计）\n {2}读取 +\d+\.0 +\d+\.\d%\n {2}分析结构 /u);
    expect(stderr).toMatch(/\n {2}typo {28} +\d+\.0 +\d\.\d%\n/u);
    expect(await json(['seeds'], { cwd: ROOT })).not.toHaveProperty('timing');
  });

  it('adds up', async () => {
    const { files, summary } = await json(['seeds'], { cwd: ROOT });
    const diagnostics = files.flatMap((file) => file.diagnostics);
    expect(summary.files).toBe(files.length);
    for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
      expect(summary[severity]).toBe(diagnostics.filter((diagnostic) => diagnostic.severity === severity).length);
    }
    expect(summary.fixable).toBe(diagnostics.filter(({ fixable }) => fixable === 'safe').length);
  });

  it('gives the same bytes for the same input, the time apart', async () => {
    const first = await call(['check', '--format', 'json', 'seeds'], { cwd: ROOT });
    const second = await call(['check', 'seeds/', '--format=json', 'seeds'], { cwd: ROOT, tick: 7, tty: true, columns: 40 });
    const timeless = (text: string): string => text.replace(/"milliseconds": \d+/u, '');
    expect(timeless(second.stdout)).toBe(timeless(first.stdout));
  });

  it('tells positions from 0 in UTF-16 code units', async () => {
    const { files } = await json(['a.txt'], { cwd: folder({ 'a.txt': `\ufeff${UNNUMBERED.replaceAll('\n', '\r\n')}` }) });
    const line = UNNUMBERED.split('\n').findIndex((text) => text.startsWith('2025年推进'));
    expect(files[0]).toMatchObject({ file: 'a.txt', encoding: 'utf-8', eol: '\r\n' });
    expect(files[0]?.diagnostics).toContainEqual({
      rule: 'heading-number-missing',
      severity: 'error',
      message: expect.any(String),
      range: { start: { line, character: 0 }, end: expect.anything() },
      fixable: 'safe',
      related: expect.any(Array),
    });
  });

  it('describes a file that is no report with nulls', async () => {
    const cwd = folder({ 'note.txt': NOTE, 'empty.txt': '' });
    const { files, summary } = await json(['note.txt', 'empty.txt'], { cwd });
    expect(files.map(({ file, report }) => [file, report.isReport, report.title, report.agency, report.agencyKind])).toEqual([
      ['empty.txt', false, null, null, null],
      ['note.txt', false, null, null, null],
    ]);
    expect(files.map(({ diagnostics }) => diagnostics.some(({ rule }) => rule === 'title-missing'))).toEqual([true, true]);
    expect(summary.files).toBe(2);
  });

  it('lists what was skipped, and is whole where nothing was checked', async () => {
    const cwd = folder({ 'r/a.docx': '', 'r/b.txt': NOTE, 'r/c.txt': Buffer.from([0x81, 0x20]) });
    const { files, skipped, summary } = await json(['r', 'nosuch'], { cwd });
    expect(files).toEqual([]);
    expect(summary.files).toBe(0);
    expect(skipped.map(({ file, reason }) => [file, reason])).toEqual([
      ['nosuch', 'unreadable'],
      ['r/a.docx', 'unreadable'],
      ['r/b.txt', 'not-a-report'],
      ['r/c.txt', 'unknown-encoding'],
    ]);
    expect((await json(['r/b.txt'], { cwd })).files).toHaveLength(1);
  });

  it('names standard input', async () => {
    expect((await json(['-'], { stdin: INCOMPLETE })).files[0]?.file).toBe('-');
    const named = await json(['-', '--stdin-filename', 'x/报告.txt'], { stdin: INCOMPLETE });
    expect(named.files[0]?.file).toBe('x/报告.txt');
    for (const { related } of named.files[0]?.diagnostics ?? []) for (const { file } of related) expect(file).toBe('x/报告.txt');
  });

  it('speaks the language asked for', async () => {
    const message = async (locale: string): Promise<string | undefined> =>
      (await json(['-', '--locale', locale], { stdin: INCOMPLETE })).files[0]?.diagnostics.find(({ rule }) => rule === 'missing-section')
        ?.message;
    expect(await message('zh-CN')).toMatch(/[\u4e00-\u9fff]/u);
    expect(await message('en')).toMatch(/[a-z]{3}/u);
  });

  it('is written whole to --output, and the rest is silent', async () => {
    const cwd = folder({ 'a.txt': INCOMPLETE, 'b.txt': SOUND });
    const { status, stdout, stderr } = await call(['check', '.', '--format', 'json', '--output', 'out.json'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('检查 2 份报告');
    expect(stderr).toContain('结果已写入 out.json');
    expect(validate(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')))).toBe(true);
    expect((await call(['check', 'a.txt', '--format', 'json', '--output', 'out.json', '--quiet'], { cwd })).stderr).toBe('');
  });

  it('keeps to the schema that a stray key or value breaks', async () => {
    const good = await json(['-'], { stdin: SOUND });
    expect(validate({ ...good, extra: 1 })).toBe(false);
    expect(validate({ ...good, files: [{ ...good.files[0], encoding: 'gbk' }] })).toBe(false);
    expect(validate({ ...good, files: [{ ...good.files[0], report: { ...good.files[0]?.report, title: null } }] })).toBe(false);
  });
});
