import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { diffLines } from 'diff';
import { type BenchResult, type Breach, basesOf, runBench } from './bench.js';
import { readCorpus } from './corpus.js';
import { figuresOf, shortfalls } from './figures.js';
import type { Mutant } from './mutant.js';
import { makeMutants } from './mutants.js';
import { tableOf, totalsOf } from './table.js';
import { makeTraps } from './traps.js';

const HELP = `用法（usage）：npm run quality -- [选项]

  （没有选项）     每条规则一行的表和总数
  --rule <id>      只看一条规则，列出漏报和误报
  --show-misses    列出所有漏报、误报和被触发的陷阱
  --id <编号>      打印一个变异或陷阱与原文的差别，如 typo/07
  --list           列出所有变异的编号、做法和报告（含尚未登记的规则）
  --json           用 JSON 输出
  --write          把今天的数字写进 test/quality/figures.json
`;

function diff(before: string, after: string): string {
  const [old, fresh] = [before, after].map((text) => text.split(/\r\n|\r|\n/u).join('\n'));
  let line = 1;
  return diffLines(old ?? '', fresh ?? '')
    .flatMap(({ value, added, removed }) => {
      const lines = value.replace(/\n$/u, '').split('\n');
      const shown = lines.map((text, index) => `${removed ? '-    ' : `+ ${String(line + index).padStart(3)}`} ${text}`);
      if (!removed) line += lines.length;
      return added || removed ? shown : [];
    })
    .join('\n');
}

function breachText({ where, text, findings }: Breach): string {
  return [`${where}  ${text}`, ...findings.map(({ severity, rule, line, words }) => `    ${severity} ${rule} 第${line}行 “${words}”`)].join(
    '\n',
  );
}

function missesOf(result: BenchResult, rule: string | undefined): string[] {
  const isAsked = (id: string): boolean => rule === undefined || rule === id;
  const asked = (breaches: readonly Breach[]): Breach[] =>
    breaches.filter(({ findings }) => findings.some((finding) => isAsked(finding.rule)));
  const misses = result.results.filter(({ mutant, caught }) => isAsked(mutant.rule) && !caught);
  const alarmed = result.results.filter(
    ({ mutant, alarms }) => alarms.length > 0 && (isAsked(mutant.rule) || alarms.some((seen) => isAsked(seen.rule))),
  );
  return [
    '— 漏报（missed）',
    ...misses.map(({ mutant, own }) => {
      const seen = own.map(({ severity, line }) => `${severity}@${line}`).join(' ');
      return `${mutant.id}  ${mutant.operator}  ${mutant.report}  应在第${mutant.lines.slice(0, 4).join('/')}行 ${mutant.severities.join('/')}${seen === '' ? '' : `，得到 ${seen}`}`;
    }),
    '— 变异里的误报（alarms beside mutants）',
    ...alarmed.map(({ mutant, alarms }) =>
      breachText({ where: mutant.id, text: `${mutant.operator}  ${mutant.report}`, findings: alarms }),
    ),
    '— 样本漏报（samples missed）',
    ...result.sampleMisses
      .filter((row) => isAsked(row.rule))
      .map((row) => `${row.file}:${row.line} ${row.severity} ${row.rule} “${row.fragment}”`),
    '— 样本误报（samples breached）',
    ...asked(result.sampleBreaches).map(breachText),
    '— 合格报告上的误报（clean reports breached）',
    ...asked(result.cleanBreaches).map(breachText),
    '— 被触发的陷阱，错误或警告（traps broken）',
    ...asked(result.trapBreaches).map(breachText),
    '— 陷阱上的信息和提示（traps noted）',
    ...asked(result.trapNotes).map(breachText),
  ];
}

function showOne(id: string, mutants: readonly Mutant[], root: string): string {
  const corpus = readCorpus(root);
  const originalOf = (name: string): string => corpus.clean.find((file) => file.name === name)?.text ?? '';
  const mutant = mutants.find((each) => each.id === id);
  if (mutant !== undefined) {
    const head = `${mutant.id}  ${mutant.operator}  ${mutant.report}  第${mutant.lines.slice(0, 6).join('/')}行 ${mutant.severities.join('/')}`;
    return `${head}\n${diff(originalOf(mutant.report), mutant.text)}`;
  }
  const trap = makeTraps(basesOf(corpus)).find((each) => each.id === id);
  return trap === undefined
    ? `没有 ${id}（no such id）`
    : `${trap.id}  ${trap.note}  ${trap.report}\n${diff(originalOf(trap.report), trap.text)}`;
}

/**
 * Program: measures the checker and prints what it found.
 * @param root the project's folder.
 * @returns the exit status.
 */
export function main(root: string, args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean' },
      rule: { type: 'string' },
      'show-misses': { type: 'boolean' },
      id: { type: 'string' },
      list: { type: 'boolean' },
      write: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  if (values.help === true) {
    print(HELP);
    return 0;
  }
  const corpus = readCorpus(root);
  if (values.id !== undefined || values.list === true) {
    const mutants = makeMutants(basesOf(corpus));
    if (values.id !== undefined) print(showOne(values.id, mutants, root));
    else for (const { id, operator, report, lines } of mutants) print(`${id}\t${operator}\t${report}:${lines.slice(0, 3).join('/')}`);
    return 0;
  }
  const result = runBench(corpus);
  const file = path.join(root, 'test/quality/figures.json');
  if (values.write === true) writeFileSync(file, `${JSON.stringify(figuresOf(result), null, 2)}\n`);
  const failures = shortfalls(result, JSON.parse(readFileSync(file, 'utf8')));
  if (values.json === true) {
    const misses = result.results.filter(({ caught }) => !caught).map(({ mutant }) => mutant.id);
    print(JSON.stringify({ ...figuresOf(result), totals: totalsOf(result), misses, failures }, null, 2));
  } else {
    print(tableOf(result, values.rule));
    if (values.rule !== undefined || values['show-misses'] === true) print(missesOf(result, values.rule).join('\n'));
    for (const failure of failures) print(`✗ ${failure}`);
  }
  return failures.length > 0 ? 1 : 0;
}
