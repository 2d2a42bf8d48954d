import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WHOLE_RUN } from '../support/whole-run.js';
import type { Finding } from '../../server/check/finding.js';
import type { CheckedFile } from '../../server/cli/check-file.js';
import { coloursFor } from '../../server/cli/colours.js';
import { displayWidth } from '../../server/cli/display-width.js';
import { countsOf, sumsOf, Tally } from '../../server/cli/summary.js';
import { fullFinding, quietFinding, type TextStyle } from '../../server/cli/text-finding.js';
import { type TextReporterOptions, textReporter } from '../../server/cli/text-reporter.js';
import { summaryText } from '../../server/cli/text-summary.js';
import { textsFor } from '../../server/cli/texts/texts.js';
import { parseReport } from '../../server/report/parse-report.js';
import type { Fix, Severity } from '../../server/rules/rule.js';
import { SourceText } from '../../server/text/source-text.js';
import { call, folder, plain } from './helper.js';
import { INCOMPLETE, SOUND, UNNUMBERED } from './samples.js';

const ROOT = join(import.meta.dirname, '../..');
const STYLE: TextStyle = { colours: coloursFor(false), columns: 80, texts: textsFor('zh-CN'), locale: 'zh-CN' };
const OPTIONS: TextReporterOptions = { fullFrom: 'information', quiet: false, perFile: 100, toFile: false };

function finding(source: SourceText, quote: string, more: Partial<Finding> = {}): Finding {
  const start = source.text.indexOf(quote);
  return {
    rule: 'some-rule',
    severity: 'warning',
    span: { start, end: start + quote.length },
    message: { 'zh-CN': '这里不对', en: 'this is wrong' },
    related: [],
    fixes: [],
    fixable: 'none',
    ...more,
  };
}

function fix(kind: Fix['kind'], title: string): Fix {
  return { kind, title: { 'zh-CN': title, en: title }, edits: [] };
}

function checked(text: string, findings: (source: SourceText) => Finding[], more: Partial<CheckedFile> = {}): CheckedFile {
  const report = parseReport(new SourceText(text));
  return {
    name: 'a.txt',
    encoding: { name: 'utf-8', bom: false },
    report,
    findings: findings(report.source),
    unmatched: [],
    inBaseline: 0,
    fixed: 0,
    ...more,
  };
}

function timeless(text: string): string {
  return text.replace(/用时 .*/u, '');
}

function written(file: CheckedFile, options: Partial<TextReporterOptions> = {}): string {
  const pieces: string[] = [];
  const reporter = textReporter({ write: (piece) => pieces.push(piece) }, STYLE, { ...OPTIONS, ...options });
  reporter.file(reporter.render(file));
  return pieces.join('');
}

describe('a finding', () => {
  const source = new SourceText('标题\n自 2022 以来，全镇开展普法宣传。\n');

  it('shows its place, message, rule and line, with the place underlined', () => {
    expect(fullFinding(finding(source, '2022'), source, '报告.txt', STYLE)).toBe(
      ['警告 报告.txt:2:3 这里不对 [some-rule]', ' 2 | 自 2022 以来，全镇开展普法宣传。', '   |    ^^^^', ''].join('\n'),
    );
  });

  it('shows fixes and related places', () => {
    const full = finding(source, '2022', {
      severity: 'error',
      fixable: 'safe',
      fixes: [fix('safe', '改为“2022年”')],
      related: [{ span: { start: 0, end: 2 }, message: { 'zh-CN': '标题在这里', en: 'title here' } }],
    });
    expect(fullFinding(full, source, 'a.txt', STYLE)).toContain('   = a.txt:1:1 标题在这里\n   = 可自动修复：改为“2022年”\n');
    const choices = { ...full, fixable: 'choice' as const, fixes: [fix('choice', '改为甲'), fix('choice', '改为乙')] };
    expect(fullFinding(choices, source, 'a.txt', STYLE)).toContain('   = 可选修复：改为甲；改为乙\n');
  });

  it('shows a few related places and counts the rest', () => {
    const related = Array.from({ length: 12 }, () => ({ span: { start: 0, end: 1 }, message: { 'zh-CN': '同样', en: 'same' } }));
    const text = fullFinding(finding(source, '2022', { related }), source, 'a.txt', STYLE);
    expect(text.match(/同样/gu)).toHaveLength(5);
    expect(text).toContain('= 另有 7 处相关');
  });

  it('takes one line where it is slight', () => {
    expect(quietFinding(finding(source, '2022', { severity: 'hint', fixable: 'safe' }), source, 'a.txt', STYLE)).toBe(
      '提示 a.txt:2:3 这里不对 [some-rule] （可自动修复）\n',
    );
  });

  it('never lets the text disturb the terminal', () => {
    const evil = new SourceText('一、\u001b[2J标题\u202e\n');
    const text = fullFinding(finding(evil, '标题', { message: { 'zh-CN': '“\u001b]0;x\u0007”', en: '' } }), evil, 'a.txt', STYLE);
    for (const disturbing of ['\u001b', '\u0007', '\u202e']) expect(text).not.toContain(disturbing);
  });

  it.each([24, 40, 80, 132])('keeps carets under the text on %d columns', (columns) => {
    const report = parseReport(new SourceText(readFileSync(join(ROOT, 'seeds/002_bfd2e8a3485ea91a.txt'), 'utf8')));
    for (const quote of ['126 余次', '32 场次数', '(三)', '防讯', '解除 55 人', '坚强保障']) {
      const start = report.source.text.indexOf(quote);
      if (start < 0) continue;
      const text = fullFinding(finding(report.source, quote), report.source, 'a.txt', { ...STYLE, columns });
      const [, line = '', carets = ''] = text.split('\n');
      expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      const before = line.slice(0, line.indexOf(quote));
      expect(displayWidth(before)).toBe(carets.indexOf('^'));
      expect(displayWidth(quote)).toBe(carets.match(/\^/gu)?.length);
    }
  });
});

describe('a file', () => {
  const severities: Severity[] = ['error', 'warning', 'information', 'hint'];
  const mixed = (source: SourceText): Finding[] => severities.map((severity) => finding(source, '清源镇', { severity, rule: severity }));

  it('has a header with what it is and what was found', () => {
    expect(written(checked(SOUND, mixed)).split('\n')[0]).toBe('a.txt  清源镇 2024年  1 错误 1 警告 1 信息 1 提示');
    const national = checked(SOUND, mixed, { encoding: { name: 'gb18030', bom: false }, fixed: 3 });
    expect(written(national).split('\n')[0]).toBe('a.txt  清源镇 2024年 gb18030  1 错误 1 警告 1 信息 1 提示  已修复 3 处');
  });

  it('is silent where there is nothing to say', () => {
    expect(written(checked(SOUND, () => []))).toBe('');
  });

  it('shows hints in one line each, in full only where they matter', () => {
    const text = written(checked(SOUND, mixed));
    expect(text.match(/\^/gu)).toHaveLength(3 * displayWidth('清源镇'));
    expect(text).toMatch(/\n提示 a\.txt:1:1 这里不对 \[hint\]\n\n$/u);
    expect(written(checked(SOUND, mixed), { fullFrom: 'hint' }).match(/\^/gu)).toHaveLength(4 * displayWidth('清源镇'));
  });

  it('shows nothing but findings where quiet', () => {
    expect(written(checked(SOUND, mixed), { quiet: true })).toMatch(/^错误 a\.txt:1:1/u);
  });

  it('never floods, never hides: the gravest are shown, the rest is counted', () => {
    const many = (source: SourceText): Finding[] => [
      ...Array.from({ length: 200 }, () => finding(source, '清源镇', { severity: 'information' })),
      finding(source, '开展', { severity: 'error' }),
    ];
    const text = written(checked(SOUND, many), { perFile: 50 });
    expect(text.match(/^信息 /gmu)).toHaveLength(49);
    expect(text.match(/^错误 /gmu)).toHaveLength(1);
    expect(text).toContain('此文件还有 151 处没有列出；用 --output 写到文件或用 --format json 看全部');
    expect(written(checked(SOUND, many), { perFile: Number.POSITIVE_INFINITY }).match(/^信息 /gmu)).toHaveLength(200);
  });

  it('counts by severity', () => {
    expect(countsOf(checked(SOUND, mixed))).toEqual({ error: 1, warning: 1, information: 1, hint: 1 });
  });
});

describe('the summary', () => {
  const file = checked(SOUND, (source) => [
    finding(source, '清源镇', { severity: 'error', fixable: 'safe' }),
    finding(source, '清源镇', { severity: 'warning', fixable: 'choice' }),
  ]);

  it('says what was checked, found, and what to do next', () => {
    const tally = new Tally([]);
    tally.add(sumsOf(file));
    tally.add(sumsOf(file));
    expect(summaryText(tally.summary(40.4), STYLE, false)).toBe(
      '检查 2 份报告：2 错误 2 警告，可自动修复 2 处，可选修复 2 处，用时 40 毫秒\n下一步：加 --fix 自动修复 2 处；加 --diff 先看改动，不改文件\n',
    );
  });

  it('says so where nothing was found', () => {
    const tally = new Tally([]);
    tally.add(sumsOf(checked(SOUND, () => [])));
    expect(summaryText(tally.summary(1234), STYLE, false)).toBe('检查 1 份报告：没有发现问题，用时 1.2 秒\n');
  });

  it('lists skipped files by reason, a few by name', () => {
    const skipped = Array.from({ length: 13 }, (_, index) => ({
      name: `n${String(index).padStart(2, '0')}.txt`,
      problem: { kind: 'not-a-report' as const },
      failure: false,
    }));
    const lines = summaryText(
      new Tally([...skipped, { name: 'b.docx', problem: { kind: 'foreign-format', format: 'word' }, failure: false }]).summary(1),
      STYLE,
      false,
    ).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '检查 0 份报告，用时 1 毫秒',
      '跳过 1 个文件：读不了',
      '  b.docx：Word（WPS）文件暂不能直接检查，请另存为纯文本（.txt）后再查',
      '跳过 13 个文件：不是法治政府建设年度报告',
    ]);
    expect(lines.slice(-3)).toEqual(['  n09.txt', '  另有 3 个', '']);
  });

  it('is said in English, too', () => {
    const tally = new Tally([]);
    tally.add(sumsOf(file));
    expect(summaryText(tally.summary(5), { ...STYLE, texts: textsFor('en'), locale: 'en' }, false)).toBe(
      '1 report checked: 1 error, 1 warning; 1 to mend with --fix; 1 with a choice of fixes; 5 ms\nNext: --fix mends 1; --diff shows the changes first and changes nothing\n',
    );
  });
});

describe('check in the text format', () => {
  it('colours on a terminal only', async () => {
    const cwd = folder({ 'a.txt': UNNUMBERED });
    const check = async (world: object): Promise<string> => timeless((await call(['check', 'a.txt'], { cwd, ...world })).stdout);
    const bare = await check({});
    expect(bare).not.toContain('\u001b');
    const coloured = await check({ tty: true });
    expect(coloured).toContain('\u001b[31m');
    expect(plain(coloured)).toBe(bare);
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: '1', FORCE_COLOR: '1' }, { FORCE_COLOR: '0' }, { TERM: 'dumb' }]) {
      expect(await check({ tty: true, env })).toBe(bare);
    }
    expect(await check({ env: { FORCE_COLOR: '1' } })).toBe(coloured);
    expect(await check({ tty: true, env: { NO_COLOR: '' } })).toBe(coloured);
  });

  it.each([30, 60, 100])('keeps source lines within a terminal of %d columns', async (columns) => {
    const { stdout } = await call(['check', 'seeds'], { cwd: ROOT, tty: true, columns });
    const excerpts = plain(stdout).match(/^ (?:\d+| *) [|] .*$/gmu) ?? [];
    expect(excerpts.length).toBeGreaterThan(0);
    for (const line of excerpts) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  });

  it('gives the same bytes twice, the time apart', async () => {
    const first = await call(['check', 'seeds'], { cwd: ROOT });
    const second = await call(['check', 'seeds', 'seeds'], { cwd: ROOT, tick: 90 });
    expect(timeless(second.stdout)).toBe(timeless(first.stdout));
  });

  it('says what standard input is', async () => {
    expect((await call(['check', '-'], { stdin: INCOMPLETE })).stdout).toContain('标准输入:1:1');
    expect((await call(['check', '-', '--stdin-filename', 'x.txt'], { stdin: INCOMPLETE })).stdout).toContain('x.txt:1:1');
  });

  it('writes everything to --output, without colours', async () => {
    const cwd = folder({ 'a.txt': INCOMPLETE });
    const { status, stdout } = await call(['check', 'a.txt', 'nosuch', '--output', 'out.txt'], { cwd, tty: true });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const text = readFileSync(join(cwd, 'out.txt'), 'utf8');
    expect(text).toMatch(/^fazhi-report \d+\.\d+\.\d+\n\na\.txt/u);
    expect(text).toContain('[missing-section]');
    expect(text).toContain('  nosuch：没有这个文件或文件夹，请检查路径\n');
    expect(text).not.toContain('\u001b');
    // The output of the last run is no input of the next one, and may be replaced.
    expect((await call(['check', '.', '--output', 'out.txt'], { cwd })).status).toBe(1);
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).not.toContain('nosuch');
    expect((await call(['check', '.'], { cwd })).stdout).toContain('跳过 1 个文件：不是法治政府建设年度报告\n  out.txt');
  });

  it('never writes its output over a report', async () => {
    const cwd = folder({ 'a.txt': INCOMPLETE });
    const { status, stderr } = await call(['check', 'a.txt', '--output', 'a.txt'], { cwd });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('a.txt 是一份报告，不会覆盖它') });
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(INCOMPLETE);
    expect((await call(['check', 'a.txt', '--output', 'no/such/out.txt'], { cwd })).stderr).toContain('文件夹不存在');
    expect((await call(['check', 'a.txt', '--output', '.'], { cwd })).stderr).toContain('它是文件夹');
  });

  it.skipIf(process.platform !== 'linux')('says so where the results cannot be written', async () => {
    const { status, stderr } = await call(['check', '-', '--output', '/dev/full'], { stdin: INCOMPLETE });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('不能写入 /dev/full：磁盘已满') });
  });

  it('shows progress on a terminal, and leaves no trace of it', async () => {
    const cwd = folder({ 'a.txt': SOUND, 'b.txt': SOUND });
    const slow = { cwd, tty: true, tick: 1000, columns: 30 };
    const erase = '\r\u001b[2K';
    expect((await call(['check', '.'], slow)).stderr).toBe(`${erase}正在检查 1/2 a.txt${erase}正在检查 2/2 b.txt${erase}`);
    for (const option of ['--no-progress', '--quiet']) expect((await call(['check', '.', option], slow)).stderr).toBe('');
    expect((await call(['check', '.'], { ...slow, tty: false })).stderr).toBe('');
    expect((await call(['check', '.'], { ...slow, tick: 1 })).stderr).toBe('');
  });

  it('stops quietly where nobody reads on', async () => {
    const cwd = folder({ 'a.txt': INCOMPLETE, 'b.txt': INCOMPLETE });
    const { status, stdout, stderr } = await call(['check', '.'], { cwd, closeAfter: 1 });
    expect(stderr).toBe('');
    expect(stdout).not.toContain('b.txt');
    expect(status).toBe(1);
  });

  it('reads a report of megabytes on one line', async () => {
    const cwd = folder({ 'huge.txt': `清源镇2024年法治政府建设情况报告${'推进法治政府建设，'.repeat(WHOLE_RUN ? 400_000 : 60_000)}` });
    const { status, stdout } = await call(['check', 'huge.txt'], { cwd });
    expect(status).toBe(1);
    for (const line of stdout.split('\n').filter((text) => / \| /u.test(text))) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    expect(stdout.length).toBeLessThan(100_000);
  }, 60_000);
});

describe('the exit status', () => {
  const status = async (argv: string[], stdin: string): Promise<number> => (await call(['check', '-', ...argv], { stdin })).status;

  it('follows --fail-on', async () => {
    expect(await status([], SOUND)).toBe(0);
    expect(await status([], INCOMPLETE)).toBe(1);
    expect(await status(['--fail-on', 'never'], INCOMPLETE)).toBe(0);
    const softened = ['--rule', 'missing-section=warning'];
    expect(await status(softened, INCOMPLETE)).toBe(0);
    expect(await status([...softened, '--fail-on', 'warning'], INCOMPLETE)).toBe(1);
    expect(await status(['--rule', 'missing-section=hint', '--fail-on', 'hint'], INCOMPLETE)).toBe(1);
  });

  it('follows --rule, the last setting of a rule wins', async () => {
    expect(await status(['--rule', 'missing-section=off'], INCOMPLETE)).toBe(0);
    expect(await status(['--rule', 'missing-section=off', '--rule=missing-section=error'], INCOMPLETE)).toBe(1);
  });
});
