import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { expect, vi } from 'vitest';
import { readText, ROOT } from '../support/files.js';

/** The built server, as the package's `fazhi-report-language-server` starts it. */
export const SERVER = path.join(ROOT, 'dist/server.js');

/** A file that is opened. */
export interface SceneFile {
  readonly name: string;
  readonly path: string;
  readonly isReport: boolean;
}

/** A diagnostic as the command line tells it: lines and UTF-16 characters from 0. */
export interface ToldDiagnostic {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly range: Record<'start' | 'end', { readonly line: number; readonly character: number }>;
}

/** The report on which everything is tried, and where: all of them places of `seeds/004`. */
export const PLACES = Object.freeze({
  hover: '八五普法工作',
  complete: '二、存在不足和原因',
  fix: { at: '八五普法工作', title: '改为“八五”普法', mends: 'fixed-term' },
  fixAll: { at: ',尼山镇深入贯彻', title: '修复本文件中全部可自动修复的问题', mends: 'half-width-punctuation' },
  ignore: { at: '“法律明白人、村', title: '忽略此处' },
  rename: { at: '尼山镇人民政府', name: '云桥镇' },
});

/** A folder of reports with blanks and Chinese in its path, and what a user has installed. */
export class Scene {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'fazhi-client-'));
  /** Where the reports lie. */
  readonly reports = path.join(this.folder, '报告 2024 年度');
  readonly files: readonly SceneFile[];
  /** What the command line finds in each report, by name. */
  readonly told: ReadonlyMap<string, readonly ToldDiagnostic[]>;
  private readonly texts = new Map<string, string>();

  constructor() {
    mkdirSync(this.reports);
    mkdirSync(path.join(this.folder, 'home'));
    const seed = (name: string): string => readText(path.join(ROOT, 'seeds', name));
    const defective = (name: string): string => readText(path.join(ROOT, 'test/reports/defective', name));
    this.files = [
      this.add('尼山镇 法治政府建设报告.txt', seed('004_79adc99eff831a8a.txt')),
      this.add('改名 法治政府建设报告.txt', seed('004_79adc99eff831a8a.txt')),
      this.add('GBK 法治报告.txt', iconv.encode(defective('b01-urban-enforcement-no-year.txt'), 'gb18030')),
      this.add('换行 法治报告.txt', defective('b10-county-half-width.txt').replace('防火', '防火（𬭸山）').replaceAll('\n', '\r\n')),
      this.add('清样.txt', seed('000_f2f2c0b7cdbe11e1.txt')),
      this.add('总结.md', defective('b06-health-no-figures.txt')),
      this.add('便条.txt', '星期五下午三点开会,请带上材料。\n', false),
    ];
    this.add('.fazhi-report.json', '{}\n');
    this.installServer();
    this.told = this.check();
  }

  /** A file of the folder by the beginning of its name. */
  file(start: string): string {
    const found = this.files.find(({ name }) => name.startsWith(start));
    if (found === undefined) throw new Error(`no file ${start}`);
    return found.path;
  }

  /** The text of a report as it was when the scene was set. */
  text(start: string): string {
    return this.texts.get(this.file(start)) ?? '';
  }

  /**
   * Runs an editor to its end, with nobody at the keyboard.
   *
   * @param plan what its script reads.
   * @returns what its script has written.
   */
  async run<Result extends { readonly failure?: string }>(command: string, args: readonly string[], plan: object): Promise<Result> {
    const planned = path.join(this.folder, 'plan.json');
    const result = path.join(this.folder, 'result.json');
    writeFileSync(planned, JSON.stringify(plan));
    const home = path.join(this.folder, 'home');
    const child = spawn(command, args, {
      cwd: this.folder,
      env: {
        ...process.env,
        PATH: `${this.folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
        XDG_STATE_HOME: home,
        XDG_CACHE_HOME: home,
        LC_ALL: 'C.UTF-8',
        FAZHI_PLAN: planned,
        FAZHI_RESULT: result,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 120_000,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const [status] = await once(child, 'close');
    if (!existsSync(result)) throw new Error(`${command} ended (${status}) without a result:\n${output}`);
    const read = JSON.parse(readFileSync(result, 'utf8')) as Result;
    if (read.failure !== undefined) throw new Error(`${command}: ${read.failure}\n${output}`);
    return read;
  }

  /** Exit statuses of the servers that ended by themselves, when none is left of so many that were started. */
  async serversGone(count: number): Promise<readonly string[]> {
    await vi.waitFor(() => expect(this.noted('started').map(isRunning)).toEqual(Array(count).fill(false)), { timeout: 10_000 });
    return this.noted('ended');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private add(name: string, content: string | Buffer, isReport = true): SceneFile {
    const file = path.join(this.reports, name);
    writeFileSync(file, content);
    this.texts.set(file, readText(file));
    return { name, path: file, isReport };
  }

  /** The command that editors start: the built server, which notes its process and its exit status. */
  private installServer(): void {
    const note = (file: string, value: string): string =>
      `appendFileSync(${JSON.stringify(path.join(this.folder, file))}, ${value} + '\\n');`;
    const program = [
      `#!${process.execPath}`,
      "const { appendFileSync } = require('node:fs');",
      note('started', 'process.pid'),
      `process.on('exit', (status) => { ${note('ended', 'status')} });`,
      `require(${JSON.stringify(SERVER)});`,
    ];
    writeFileSync(path.join(this.folder, 'fazhi-report-language-server'), program.join('\n'), { mode: 0o755 });
  }

  private noted(file: string): string[] {
    const noted = path.join(this.folder, file);
    return existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : [];
  }

  private check(): ReadonlyMap<string, readonly ToldDiagnostic[]> {
    const cli = path.join(ROOT, 'dist/cli.js');
    const args = [cli, 'check', '--format', 'json', '--fail-on', 'never', '.'];
    const { files } = JSON.parse(execFileSync(process.execPath, args, { cwd: this.reports, encoding: 'utf8' })) as {
      files: { file: string; diagnostics: ToldDiagnostic[] }[];
    };
    return new Map(files.map(({ file, diagnostics }) => [path.basename(file), diagnostics]));
  }
}

function isRunning(id: string): boolean {
  try {
    return process.kill(Number(id), 0);
  } catch {
    return false;
  }
}
