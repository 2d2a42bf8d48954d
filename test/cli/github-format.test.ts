import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workflowCommand } from '../../server/cli/workflow-command.js';
import { SourceText } from '../../server/text/source-text.js';
import { call, folder } from './helper.js';
import { INCOMPLETE, NOTE, SOUND, UNNUMBERED } from './samples.js';

interface Command {
  readonly level: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly message: string;
}

/** Reads a line as the runner does: the first `::` after the name ends the parameters; undefined where the line is for people. */
function commandIn(line: string): Command | undefined {
  const parts = /^::(\w+)(?: (.*?))?::(.*)$/u.exec(line);
  if (parts === null) return undefined;
  const [, level = '', list = '', message = ''] = parts;
  const parameters = list
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))] as const);
  return { level, parameters: new Map(parameters), message: unescaped(message) };
}

function unescaped(text: string): string {
  return text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}

function commandsIn(stdout: string): Command[] {
  return stdout.split('\n').flatMap((line) => commandIn(line) ?? []);
}

describe('a workflow command', () => {
  it('is read by the runner as it was meant', () => {
    const place = { file: '报告 a,b:c%25.txt', line: 3, title: 'x:y,z' };
    const line = workflowCommand('warning', place, '占比100%\r\n::error::不是命令');
    expect(line).not.toMatch(/[\r\n]/u);
    const command = commandIn(line);
    expect(command?.level).toBe('warning');
    expect(Object.fromEntries(command?.parameters ?? [])).toEqual({ file: '报告 a,b:c%25.txt', line: '3', title: 'x:y,z' });
    expect(command?.message).toBe('占比100%\r\n::error::不是命令');
  });

  it('has no blank before the message where there is no place', () => {
    expect(workflowCommand('notice', {}, '好')).toBe('::notice::好');
  });
});

describe('--format github', () => {
  it('tells every finding of the JSON but hints, with lines and columns from 1', async () => {
    const root = join(import.meta.dirname, '../..');
    const json = JSON.parse((await call(['check', '--format', 'json', 'seeds'], { cwd: root })).stdout);
    const commands = commandsIn((await call(['check', '--format', 'github', 'seeds'], { cwd: root })).stdout);
    const levels: Record<string, string> = { error: 'error', warning: 'warning', information: 'notice' };
    const expected = json.files.flatMap(({ file, diagnostics }: { file: string; diagnostics: Diagnostic[] }) =>
      diagnostics
        .filter(({ severity }) => severity !== 'hint')
        .map(({ severity, rule, message, range }) => ({ level: levels[severity], file, rule, line: range.start.line + 1, message })),
    );
    expect(expected.length).toBeGreaterThan(10);
    expect(
      commands.map(({ level, parameters, message }) => ({
        level,
        file: parameters.get('file'),
        rule: parameters.get('title'),
        line: Number(parameters.get('line')),
        message: message.split('\n')[0]?.replace('（可自动修复）', ''),
      })),
    ).toEqual(expected);
    for (const { parameters } of commands) {
      const text = readFileSync(join(root, parameters.get('file') ?? ''), 'utf8');
      const source = new SourceText(text);
      const line = Number(parameters.get('line'));
      expect(Number(parameters.get('endLine'))).toBeGreaterThanOrEqual(line);
      // The service refuses columns where a place has several lines.
      expect(parameters.has('col')).toBe(parameters.get('endLine') === parameters.get('line'));
      if (!parameters.has('col')) continue;
      const { start, end } = source.lineSpan(line - 1);
      expect(Number(parameters.get('col'))).toBeGreaterThanOrEqual(1);
      expect(Number(parameters.get('endColumn'))).toBeGreaterThanOrEqual(Number(parameters.get('col')));
      expect(Number(parameters.get('endColumn'))).toBeLessThanOrEqual(end - start + 1);
    }
  });

  it('names a file from the top of the repository, wherever it is run and however the file is given', async () => {
    const top = folder({ '各镇 报告/清源镇.txt': INCOMPLETE });
    const env = { GITHUB_WORKSPACE: top };
    for (const [cwd, path] of [
      [top, './各镇 报告/清源镇.txt'],
      [join(top, '各镇 报告'), '清源镇.txt'],
      [top, join(top, '各镇 报告/清源镇.txt')],
      [top, '.'],
    ] as const) {
      const [command] = commandsIn((await call(['check', '--format', 'github', path], { cwd, env })).stdout);
      expect(command?.parameters.get('file')).toBe('各镇 报告/清源镇.txt');
    }
  });

  it('annotates hints only where hints count', async () => {
    const cwd = folder({ 'a.txt': INCOMPLETE });
    const rule = ['--rule', 'missing-section=hint'];
    const slight = await call(['check', '--format', 'github', ...rule, 'a.txt'], { cwd });
    const all = await call(['check', '--format', 'github', '--fail-on', 'hint', ...rule, 'a.txt'], { cwd });
    expect(commandsIn(slight.stdout)).toEqual([]);
    expect(slight.status).toBe(0);
    expect(commandsIn(all.stdout).map(({ level }) => level)).toContain('notice');
    expect(all.status).toBe(1);
  });

  it('annotates what could not be checked and mistakes in the project file', async () => {
    const cwd = folder({ 'a.txt': SOUND, 'b.txt': Buffer.from([0, 1, 2, 0]), '.fazhi-report.json': '{\n  "rulez": {}\n}\n' });
    const { stdout, status } = await call(['check', '--format', 'github', '.'], { cwd });
    expect(status).toBe(2);
    const commands = commandsIn(stdout).map(({ level, parameters }) => [level, parameters.get('file'), parameters.get('line')]);
    expect(commands).toContainEqual(['error', 'b.txt', undefined]);
    expect(commands.find(([, file]) => file === '.fazhi-report.json')?.[2]).toBe('2');
  });

  it('lets no file name pass for a command', async () => {
    const cwd = folder({ '::stop-commands::x.txt': INCOMPLETE, '##[error]y.txt': INCOMPLETE });
    const { stdout } = await call(['check', '--format', 'github', '.'], { cwd });
    for (const line of stdout.split('\n')) {
      expect(line.trim()).not.toMatch(/^::(?!error |warning |notice )/u);
      if (!line.startsWith('::')) expect(line).not.toContain('##[');
    }
  });

  it('is nothing but commands with --quiet', async () => {
    const cwd = folder({ 'a.txt': INCOMPLETE, 'b.txt': UNNUMBERED });
    const quiet = await call(['check', '--format', 'github', '--quiet', '.'], { cwd });
    expect(quiet.stdout.split('\n').filter((line) => line !== '' && !line.startsWith('::'))).toEqual([]);
    expect(quiet.status).toBe(1);
  });
});

describe('the page and the outputs of a step', () => {
  async function step(argv: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) {
    const cwd = folder(files);
    const at = folder({ 'page.md': '已有\n', outputs: '' });
    const env = { GITHUB_WORKSPACE: cwd, GITHUB_STEP_SUMMARY: join(at, 'page.md'), GITHUB_OUTPUT: join(at, 'outputs') };
    const outcome = await call(['check', '--format', 'github', ...argv], { cwd, env });
    return { ...outcome, page: readFileSync(join(at, 'page.md'), 'utf8'), outputs: readFileSync(join(at, 'outputs'), 'utf8') };
  }

  it('have every file with its counts, and are added to what is there', async () => {
    const { page, outputs } = await step(['.'], { '清源|镇.txt': UNNUMBERED, 'b.txt': SOUND, 'note.txt': NOTE });
    expect(page).toMatch(/^已有\n## 法治政府建设报告检查\n/u);
    expect(page).toContain('| `b.txt` | 清源镇 | 2024 | 0 | 0 | 0 | 0 |\n');
    expect(page).toContain('| `清源\\|镇.txt` | 清源镇 | 2024 | 1 | 0 | 0 | 0 |\n');
    expect(page).toMatch(/<details><summary>全部错误和警告（1 处）<\/summary>\n\n- `清源\\\|镇\.txt:\d+:1` 错误 /u);
    expect(page).toContain('跳过 1 个文件：不是法治政府建设年度报告\n\n- `note.txt`\n');
    expect(page).not.toContain('最多标注 10 个');
    expect(outputs).toBe('files=2\nerrors=1\nwarnings=0\ninformation=0\nhints=0\nfixable=1\nin-baseline=0\n');
  });

  it('say that the service shows only some, where there are more', async () => {
    const many = SOUND.replace('办理行政处罚案件18件', Array.from({ length: 12 }, (_, at) => `第${at + 1}项××件`).join('、'));
    const { page, stdout } = await step(['.'], { 'a.txt': many });
    expect(commandsIn(stdout).length).toBeGreaterThan(10);
    expect(page).toContain('最多标注 10 个错误');
  });

  it('stay below what the service takes', async () => {
    const long = Array.from({ length: 6000 }, () => '完成××项任务。').join('');
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`${name}.txt`, SOUND.replace('（二）规范行政执法。', `（二）规范行政执法。${long}`)]),
    );
    const { page } = await step(['.'], files);
    expect(Buffer.byteLength(page)).toBeLessThan(1024 * 1024);
    expect(page).toContain('- 内容太多，其余见运行日志。\n');
    expect(page).toContain('</details>');
  });

  it('are complained of where they cannot be written, and the check goes on', async () => {
    const cwd = folder({ 'a.txt': SOUND });
    const { stdout, status } = await call(['check', '--format', 'github', '.'], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: join(cwd, 'no/such') },
    });
    expect(status).toBe(0);
    expect(commandsIn(stdout).map(({ level, message }) => [level, message.slice(0, 19)])).toEqual([['warning', 'GITHUB_STEP_SUMMARY']]);
  });

  it('are in English where asked', async () => {
    const { page } = await step(['--locale', 'en', '.'], { 'a.txt': SOUND });
    expect(page).toContain('| file | agency | year | error | warning | information | hint |\n');
  });
});

interface Diagnostic {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}
