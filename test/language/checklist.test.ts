import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import type { Finding } from '../../server/check/finding.js';
import { applyEdits } from '../../server/check/fix.js';
import { checklist, checklistFix } from '../../server/language/checklist.js';
import { cutMessage, shortened } from '../../server/language/checklist-built.js';
import { MOST_OF_A_GROUP } from '../../server/language/checklist-findings.js';
import type { ChecklistRow } from '../../server/language/checklist-row.js';
import { toTextEdits } from '../../server/language/edits.js';
import type { Severity } from '../../server/rules/rule.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { LINES, makeFinding, parse, SAMPLE, sampleWithout, spanOf } from './sample.js';

const of = (text: string): readonly ChecklistRow[] => {
  const report = parse(text);
  return checklist(report, check(report), 'zh-CN').rows;
};

const rowOf = (rows: readonly ChecklistRow[], id: string): ChecklistRow => {
  const found = rows.flatMap((row) => [row, ...(row.children ?? [])]).find((row) => row.id === id);
  if (found === undefined) throw new Error(`no row ${id}; there are: ${rows.map((row) => row.id).join(', ')}`);
  return found;
};

const seed = (number: string): string => {
  const folder = new URL('../../seeds/', import.meta.url);
  const name = readdirSync(folder).find((one) => one.startsWith(number));
  if (name === undefined) throw new Error(`no seed ${number}`);
  return readFileSync(new URL(name, folder), 'utf8');
};

/** A text after the remedy of a row. */
const mended = (text: string, id: string): string => {
  const report = parse(text);
  const fix = checklistFix(report, check(report), id);
  return fix === undefined ? text : applyEdits(text, fix.edits);
};

describe('the rows for what a report consists of', () => {
  it('come in the regulation’s order, title, year and agency first, the sign-off last', () => {
    expect(
      of(exampleReport({}))
        .slice(0, 8)
        .map(({ id, label, mark }) => [id, label, mark]),
    ).toEqual([
      ['title', '标题', 'good'],
      ['year', '年度', 'good'],
      ['agency', '机关', 'good'],
      ['section:measures', '主要举措和成效', 'good'],
      ['section:shortcomings', '不足和原因', 'good'],
      ['section:duties', '第一责任人职责', 'good'],
      ['section:plan', '下一年度主要安排', 'good'],
      ['sign-off', '落款', 'good'],
    ]);
  });

  it('say what the report has and lead there', () => {
    const rows = of(SAMPLE);
    expect(rowOf(rows, 'title')).toMatchObject({ description: '云桥镇2024年法治政府建设情况报告', range: { start: { line: 0 } } });
    expect(rowOf(rows, 'year').description).toBe('2024年');
    expect(rowOf(rows, 'agency').description).toBe('云桥镇');
    expect(rowOf(rows, 'sign-off')).toMatchObject({ description: '云桥镇人民政府 2025年1月10日', extents: [{ first: 14, last: 15 }] });
  });

  it('count characters, figures and findings of a section', () => {
    const report = parse(SAMPLE);
    const finding = makeFinding('typo', spanOf(SAMPLE, '听取工作汇报'));
    const elsewhere = makeFinding('typo', spanOf(SAMPLE, '编制较少'));
    const { rows } = checklist(report, [finding, elsewhere], 'zh-CN');
    const row = rowOf(rows, 'section:measures');
    expect(row).toMatchObject({ mark: 'good', range: { start: { line: 3 } }, extents: [{ first: 3, last: 6 }] });
    expect(row.description).toMatch(/^\d+ 字 · 4 个数据 · 1 处问题$/u);
    expect(row.spoken).toMatch(/^主要举措和成效，无误，第 4 行，\d+ 字，4 个数据，1 处问题$/u);
    expect(rowOf(checklist(report, [], 'en').rows, 'section:measures').spoken).toMatch(
      /^Measures and results, fine, line 4, \d+ characters, 4 figures, no problem$/u,
    );
  });

  it('tell a thin section, one that is empty and one whose blanks are not filled', () => {
    expect(rowOf(of(SAMPLE), 'section:duties')).toMatchObject({ mark: 'information', description: expect.stringMatching(/^内容过少 · /u) });
    expect(rowOf(of(sampleWithout(11)), 'section:duties')).toMatchObject({
      mark: 'error',
      description: expect.stringMatching(/^没有内容 · 0 字/u),
    });
    const unfilled = of(SAMPLE.replace('召开会议3次', '召开会议____次，听取汇报____次'));
    expect(rowOf(unfilled, 'section:duties')).toMatchObject({ mark: 'error', description: expect.stringMatching(/^2 处没有填 · /u) });
  });

  it('tell two sections under one heading, and one below a lower heading', () => {
    const text = sampleWithout(10, 11, 12, 13)
      .replace('存在的不足和原因', '存在的问题和下一步打算')
      .replace('强化组织领导', '履行第一责任人职责');
    const rows = of(text);
    expect(rowOf(rows, 'section:shortcomings')).toMatchObject({ description: expect.stringContaining('内容过少') });
    expect(rowOf(rows, 'section:duties')).toMatchObject({
      mark: 'information',
      description: '没有单列，写在第 5 行的下级标题里',
      extents: [{ first: 4, last: 5 }],
    });
    expect(rowOf(rows, 'section:duties')).not.toHaveProperty('remedy');
    expect(rowOf(of(seed('002')), 'section:plan').description).toMatch(/^与“不足和原因”合写 · /u);
  });

  it('add up the sections of a layout by topics', () => {
    const themed = [
      '云桥镇2024年法治政府建设情况报告',
      '一、加强组织领导',
      '召开会议4次。',
      '二、规范行政执法',
      '开展行政检查12次，办理案件3件。',
      '三、深入开展普法',
      '开展法治讲座5场。',
      '四、存在的不足和原因',
      '执法力量不足，原因是编制较少。',
      '五、2025年主要安排',
      '加强队伍建设。',
    ].join('\n');
    expect(rowOf(of(themed), 'section:measures')).toMatchObject({
      description: expect.stringMatching(/按 3 个专题分写 · \d+ 字 · 4 个数据/u),
      extents: [
        { first: 1, last: 2 },
        { first: 3, last: 4 },
        { first: 5, last: 6 },
      ],
    });
  });

  it('say what is missing, as gravely as the rule does', () => {
    const text = sampleWithout(10, 11);
    expect(rowOf(of(text), 'section:duties')).toMatchObject({
      mark: 'error',
      description: '缺少',
      remedy: 'insert',
      spoken: '第一责任人职责，缺少，可插入',
    });
    const mentioned = text.replace('编制较少。', '编制较少。党政主要负责人履行第一责任人职责。');
    expect(rowOf(of(mentioned), 'section:duties')).toMatchObject({
      mark: 'warning',
      description: '没有标题，只在第 10 行提到',
      range: { start: { line: 9 } },
    });
    const report = parse(text);
    const quiet = check(report, { ...DEFAULT_CONFIGURATION, rules: new Map([['missing-section', 'off']]) });
    expect(rowOf(checklist(report, quiet, 'zh-CN').rows, 'section:duties').mark).toBe('information');
  });

  it('say what is wrong with title, year and sign-off', () => {
    const rows = of(LINES.slice(3, 14).join('\n'));
    expect(rowOf(rows, 'title')).toMatchObject({ mark: 'error', remedy: 'insert', description: expect.stringContaining('没有找到') });
    expect(rowOf(rows, 'agency')).toMatchObject({ mark: 'information', description: '没有写明' });
    expect(rowOf(rows, 'sign-off')).toMatchObject({ mark: 'information', remedy: 'insert', description: '没有落款' });
    const noYear = of(SAMPLE.replace('云桥镇2024年法治', '云桥镇法治'));
    expect(rowOf(noYear, 'year')).toMatchObject({
      mark: 'error',
      remedy: 'insert',
      description: expect.stringMatching(/^2024年 · 标题没有年份/u),
    });
    const date = of(SAMPLE.replace('2025年1月10日', '202512'));
    expect(rowOf(date, 'sign-off')).toMatchObject({ mark: 'error', remedy: 'choose' });
  });
});

describe('the findings', () => {
  const groupsOf = (counts: Partial<Record<Severity, number>>): readonly ChecklistRow[] => {
    const span = spanOf(SAMPLE, '编制');
    const findings = Object.entries(counts).flatMap(([severity, count]) =>
      Array.from({ length: count }, () => makeFinding('r', span, { severity: severity as Severity })),
    );
    return checklist(parse(SAMPLE), findings, 'zh-CN').rows.slice(8);
  };

  it('are grouped by severity with their counts, the slight ones closed', () => {
    expect(groupsOf({ hint: 1, error: 2, information: 3 }).map(({ label, description, closed }) => [label, description, closed])).toEqual([
      ['错误', '2', undefined],
      ['信息', '3', true],
      ['提示', '1', true],
    ]);
  });

  it('are told from each other, and keep their ids when lines come in above', () => {
    const ids = (text: string): readonly string[] => of(text).flatMap(({ children = [] }) => children.map(({ id }) => id));
    const before = ids(seed('002'));
    expect(new Set(before).size).toBe(before.length);
    expect(ids(seed('002').replace('一、2024', '说明\n\n一、2024'))).toEqual(before);
  });

  it('have their line, and their reason behind it', () => {
    const rows = of(seed('004'));
    const finding = rows.flatMap(({ children = [] }) => children).find(({ label }) => label === '“202512”不成日期');
    expect(finding).toMatchObject({
      description: '第 42 行 · 请写成“2025年1月2日”的形式',
      spoken: '第 42 行，“202512”不成日期：请写成“2025年1月2日”的形式，有修改建议',
      mark: 'error',
      remedy: 'choose',
    });
  });

  it('are bounded, and say how many more there are', () => {
    const [group] = groupsOf({ warning: MOST_OF_A_GROUP + 7 });
    expect(group?.description).toBe(String(MOST_OF_A_GROUP + 7));
    expect(group?.children).toHaveLength(MOST_OF_A_GROUP + 1);
    expect(group?.children?.at(-1)).toMatchObject({ label: '还有 7 处', isRest: true });
    expect(groupsOf({ warning: MOST_OF_A_GROUP })[0]?.children).toHaveLength(MOST_OF_A_GROUP);
  });

  it('may be none', () => {
    expect(groupsOf({})).toMatchObject([{ id: 'clean', mark: 'good' }]);
    expect(checklist(parse(SAMPLE), [], 'zh-CN').errors).toBe(0);
  });
});

describe('a remedy', () => {
  it('inserts a missing section with the numbers below moved on', () => {
    const text = mended(sampleWithout(10, 11), 'section:duties');
    expect(text).toMatch(/^三、2024年党政主要负责人履行推进法治建设第一责任人职责情况$/mu);
    expect(text).toMatch(/^四、2025年推进法治政府建设的主要安排$/mu);
    expect(rowOf(of(text), 'section:duties')).not.toHaveProperty('remedy', 'insert');
  });

  it('has its blanks as places to step through', () => {
    const report = parse(sampleWithout(10, 11));
    const fix = checklistFix(report, check(report), 'section:duties');
    const edits = fix === undefined ? [] : toTextEdits(report.source, fix.edits, fix.select);
    expect(JSON.stringify(edits)).toContain('$'.concat('{1:____}'));
  });

  it.each([
    ['title', LINES.slice(3).join('\n'), /^云桥镇人民政府____年法治政府建设情况报告$|法治政府建设情况报告/mu],
    ['year', SAMPLE.replace('云桥镇2024年法治', '云桥镇法治'), /^云桥镇2024年法治政府建设情况报告$/mu],
    ['sign-off', LINES.slice(0, 14).join('\n'), /^2025年____月____日$/mu],
  ] as const)('inserts what is missing of the frame: %s', (id, text, wanted) => {
    expect(text).not.toMatch(wanted);
    expect(mended(text, id)).toMatch(wanted);
  });

  it('mends a finding that is safe to mend, and leaves choices to the writer', () => {
    const text = seed('004');
    const findings = of(text).flatMap(({ children = [] }) => children);
    const safe = findings.find(({ label }) => label === '一级标题缺序号');
    expect(safe?.remedy).toBe('fix');
    expect(mended(text, safe?.id ?? '')).toMatch(/^四、2025年工作安排$/mu);
    const choice = findings.find(({ remedy }) => remedy === 'choose');
    expect(mended(text, choice?.id ?? '')).toBe(text);
  });

  it('is none for rows that are gone', () => {
    expect(mended(SAMPLE, 'section:duties')).toBe(SAMPLE);
    expect(mended(SAMPLE, 'finding:typo:错:0')).toBe(SAMPLE);
  });

  it('exists for every row that offers one without a choice, whatever the report', () => {
    for (const number of ['000', '001', '002', '003', '004']) {
      const text = seed(number);
      const report = parse(text);
      const findings: readonly Finding[] = check(report);
      const rows = checklist(report, findings, 'zh-CN').rows.flatMap((row) => [row, ...(row.children ?? [])]);
      for (const { id, remedy } of rows) {
        expect(checklistFix(report, findings, id) !== undefined, `${number} ${id}`).toBe(remedy === 'insert' || remedy === 'fix');
      }
    }
  });
});

describe('any text', () => {
  it.each(['', '\n', '购物清单\r\n苹果', '\ufeff一、\r二、\r', '#'.repeat(50), '## 一、存在的不足\n\n## 二、主要举措\n'])(
    'has a checklist: %j',
    (text) => {
      const rows = of(text);
      expect(rows.length).toBeGreaterThanOrEqual(9);
      const ids = rows.flatMap((row) => [row, ...(row.children ?? [])]).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { label, spoken } of rows) expect(label !== '' && spoken !== '').toBe(true);
    },
  );
});

describe('a message', () => {
  it.each([
    ['“202512”不成日期：请写成“2025年1月2日”的形式', '“202512”不成日期', '请写成“2025年1月2日”的形式'],
    ['“来源：县政府”不是报告内容：请删去', '“来源：县政府”不是报告内容', '请删去'],
    ['“2022”后面少了“年”', '“2022”后面少了“年”', ''],
    ['"a: b" is half width: make it full', '"a: b" is half width', 'make it full'],
    ['有”没有“：改', '有”没有“', '改'],
  ])('is cut where its reason begins: %s', (message, head, rest) => {
    expect(cutMessage(message)).toEqual({ head, rest });
  });

  it('is cut at a whole character where it is long', () => {
    expect(shortened('𠀀'.repeat(61))).toBe(`${'𠀀'.repeat(59)}…`);
  });
});
