import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../server/cli/display-width.js';
import { RULES } from '../../server/rules/index.js';
import { call, folder, plain } from './helper.js';

describe('new', () => {
  it('prints a skeleton that is complete but for its blanks', async () => {
    const { status, stdout, stderr } = await call(['new', '--agency', '宁河镇', '--year', '2025']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('2026年');
    expect(stdout).toContain('我镇');
    const { stdout: json } = await call(['check', '--format', 'json', '-'], { stdin: stdout });
    const { report, diagnostics } = JSON.parse(json).files[0];
    expect(report).toMatchObject({ isReport: true, year: 2025, agencyKind: 'town' });
    expect(report.sections.flatMap(({ kinds }: { kinds: string[] }) => kinds).sort()).toEqual([
      'duties',
      'measures',
      'plan',
      'shortcomings',
    ]);
    const grave = diagnostics.filter(
      ({ severity, rule }: { severity: string; rule: string }) => severity === 'error' && rule !== 'placeholder',
    );
    expect(grave).toEqual([]);
  });

  it('takes the kind from the option before the name', async () => {
    expect((await call(['new', '--agency', '留下街道', '--year', '2025'])).stdout).toContain('我街道');
    expect((await call(['new', '--agency', '某某单位', '--year', '2025', '--kind', 'county'])).stdout).toContain('我县');
  });

  it('writes a file, but never over one', async () => {
    const cwd = folder();
    const argv = ['new', '--agency', '宁河镇', '--year', '２０２５年', '--output', '报告.txt'];
    const first = await call(argv, { cwd });
    expect(first).toMatchObject({ status: 0, stdout: '', stderr: expect.stringMatching(/^已生成 报告\.txt，有 \d+ 处待填\n$/u) });
    const text = readFileSync(join(cwd, '报告.txt'), 'utf8');
    expect(text).toContain('宁河镇2025年');
    expect(await call([...argv.slice(0, 3), '--year', '2024', '--output', '报告.txt'], { cwd })).toMatchObject({
      status: 2,
      stderr: '错误：没有生成 报告.txt：文件已存在，不会覆盖；请换一个文件名\n',
    });
    expect(readFileSync(join(cwd, '报告.txt'), 'utf8')).toBe(text);
    expect((await call([...argv.slice(0, 6), 'no/such.txt'], { cwd })).stderr).toContain('文件夹不存在，请先建好');
  });

  it.each([
    [['--year', '2025'], '缺少 --agency'],
    [['--agency', '宁河镇'], '缺少 --year'],
    [['--agency', ' ', '--year', '2025'], '--agency 应是单位名称'],
    [['--agency', '甲\n乙', '--year', '2025'], '--agency 应是单位名称'],
    [['--agency', '宁河镇', '--year', '25'], '--year 应是 2000 到 2099 的四位年份'],
    [['--agency', '宁河镇', '--year', '2205'], '现在是“2205”'],
    [['--agency', '宁河镇', '--year', '2025', '--kind', 'twon'], '是不是 town？'],
    [['--agency', '宁河镇', '--year', '2025', 'x'], 'new 命令不需要“x”'],
  ])('%j: %s', async (argv, message) => {
    expect(await call(['new', ...argv])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) });
  });
});

describe('rule', () => {
  it('lists every rule in a table whose columns stand under each other', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { status, stdout } = await call(['rule', '--locale', locale], { tty: true });
      expect(status).toBe(0);
      const lines = plain(stdout)
        .split('\n')
        .slice(1, RULES.length + 1);
      expect(lines.map((line) => line.split(' ')[0])).toEqual(RULES.map(({ id }) => id));
      const columns = lines.map((line, index) => displayWidth(line.slice(0, line.lastIndexOf(RULES[index]?.name[locale] ?? ''))));
      expect(new Set(columns).size).toBe(1);
    }
  });

  it('explains each rule', async () => {
    for (const rule of RULES) {
      const { status, stdout } = await call(['rule', rule.id]);
      expect(status).toBe(0);
      for (const part of [rule.id, rule.name, rule.finds, rule.why])
        expect(stdout).toContain(typeof part === 'string' ? part : part['zh-CN']);
      expect(stdout).toContain(`docs/rules/${rule.id}.md`);
      expect(stdout).toContain('有问题的写法');
      expect((await call(['rule', rule.id, '--locale', 'en'])).stdout).toContain(rule.finds.en);
    }
  });

  it('tells rules as JSON', async () => {
    const all = JSON.parse((await call(['rule', '--format', 'json'])).stdout);
    const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/rule-output.schema.json'), 'utf8'));
    const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
    validate(all);
    expect(validate.errors).toBeNull();
    expect(all.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    const one = JSON.parse((await call(['rule', 'missing-section', '--format', 'json'])).stdout);
    expect(one.rules).toHaveLength(1);
    expect(one.rules[0]).toMatchObject({ id: 'missing-section', severity: 'error', page: 'docs/rules/missing-section.md' });
  });

  it('knows no other rule', async () => {
    expect(await call(['rule', 'mising-section'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('是不是 missing-section？'),
    });
    expect(await call(['rule', '--format', 'html'])).toMatchObject({ status: 2, stderr: expect.stringContaining('可用的值：text、json') });
  });
});
