import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from './corpus/blocks.js';
import { reportFiles, reportFolder } from './corpus/cache.js';
import { median } from './measure.js';
import { type Cost, costOf, type Places, programFile, type Run, wallTime } from './processes.js';
import { type Row, rowOf } from './rows.js';

/** How much is measured. */
export interface CommandLinePlan {
  /** How often a process that does next to nothing is started. */
  readonly starts: number;
  /** How often a whole folder is checked. */
  readonly runs: number;
  /** Milliseconds after which one figure is not measured again. */
  readonly budget: number;
  /** Whether 10,000 reports are checked, too. */
  readonly many: boolean;
}

const FEW = 1_000;
const MANY = 10_000;
const GIGABYTE = 1e9;
/** Goals of the issue. */
const GOAL = { version: 1.25, oneReport: 1.6, few: 1.5, many: 1.25, memory: 1.5, growth: 1.15, gigabyte: 60 };

/** The command line as whole processes: against Node alone and against the least that a check of files can be. */
export function benchCommandLine(places: Places, pools: readonly Pool[], plan: CommandLinePlan): Row[] {
  const few = reportFolder(pools, FEW);
  return [...starts(places, few, plan), ...folders(places, few, plan.many ? reportFolder(pools, MANY) : undefined, plan)];
}

const cli = ({ root }: Places): string => path.join(root, 'dist/cli.js');

/** Medians of what several processes take, started in turns; no further turn once `budget` milliseconds are gone. */
function mediansInTurns<K extends string>(
  runs: Readonly<Record<K, Run>>,
  times: number,
  budget: number,
  measure: (run: Run) => Cost,
): Record<K, Cost> {
  const names = Object.keys(runs) as K[];
  const all = new Map<K, Cost[]>(names.map((name) => [name, []]));
  const begin = performance.now();
  for (let time = 0; time < times && (time === 0 || performance.now() - begin < budget); time++) {
    for (const name of names) all.get(name)?.push(measure(runs[name]));
  }
  const medianOf = (costs: readonly Cost[]): Cost => ({
    time: median(costs.map(({ time }) => time)),
    memory: median(costs.map(({ memory }) => memory)),
  });
  return Object.fromEntries(names.map((name) => [name, medianOf(all.get(name) ?? [])])) as Record<K, Cost>;
}

/** Ours and the floor's. */
type Compared = Readonly<Record<'floor' | 'ours', Cost>>;

function starts(places: Places, folder: string, plan: CommandLinePlan): Row[] {
  const [report = ''] = reportFiles(folder);
  const costs = mediansInTurns(
    {
      node: { args: ['-e', '0'] },
      version: { args: [cli(places), '--version'] },
      one: { args: [cli(places), 'check', '--format', 'json', report] },
    },
    plan.starts,
    plan.budget,
    (run) => ({ time: wallTime(run), memory: Number.NaN }),
  );
  const row = (id: string, what: string, ours: number, goal: number): Row =>
    rowOf({ id: `cli-${id}`, part: '命令行', what, unit: '毫秒', ours, against: 'node -e 0', floor: costs.node.time, goal });
  return [
    row('version', '启动（--version）', costs.version.time, GOAL.version),
    row('one', '检查一份报告', costs.one.time, GOAL.oneReport),
  ];
}

function folders(places: Places, few: string, many: string | undefined, plan: CommandLinePlan): Row[] {
  const check = (folder: string, ...options: string[]): Run => ({ args: [cli(places), 'check', '--format', 'json', ...options, folder] });
  const floor = (folder: string): Run => ({ args: [programFile(places, 'floor'), folder] });
  const against = '读、解码、一条正则';
  const costs = (folder: string, ...options: string[]): Compared =>
    mediansInTurns({ floor: floor(folder), ours: check(folder, ...options) }, plan.runs, plan.budget, (run) => costOf(places, run));
  const fewCosts = costs(few);
  const rows = [
    rowOf({
      id: 'cli-1000',
      part: '命令行',
      what: '检查 1,000 份报告',
      unit: '毫秒',
      ours: fewCosts.ours.time,
      against,
      floor: fewCosts.floor.time,
      goal: GOAL.few,
    }),
    memoryRow('cli-1000-memory', '1,000 份报告的内存峰值', fewCosts, against),
  ];
  if (many === undefined) return [...rows, gigabyteRow(few, fewCosts.ours.time, '按 1,000 份推算')];
  const workers = acceptsJobs(places, few) ? ['--jobs', '2'] : [];
  const manyCosts = costs(many, ...workers);
  return [
    ...rows,
    rowOf({
      id: 'cli-10000',
      part: '命令行',
      what: `检查 10,000 份报告${workers.length > 0 ? '，--jobs 2' : ''}`,
      unit: '毫秒',
      ours: manyCosts.ours.time,
      against,
      floor: manyCosts.floor.time,
      goal: GOAL.many,
    }),
    memoryRow('cli-10000-memory', '10,000 份报告的内存峰值', manyCosts, against),
    rowOf({
      id: 'cli-memory-growth',
      part: '命令行',
      what: '10,000 份报告的内存峰值',
      unit: 'MB',
      ours: manyCosts.ours.memory / 1e6,
      against: '1,000 份的',
      floor: fewCosts.ours.memory / 1e6,
      goal: GOAL.growth,
    }),
    gigabyteRow(many, manyCosts.ours.time, '按 10,000 份推算'),
  ];
}

function memoryRow(id: string, what: string, { ours, floor }: Compared, against: string): Row {
  return rowOf({ id, part: '命令行', what, unit: 'MB', ours: ours.memory / 1e6, against, floor: floor.memory / 1e6, goal: GOAL.memory });
}

/** What a year of the whole country would take, in seconds. */
function gigabyteRow(folder: string, milliseconds: number, note: string): Row {
  const octets = reportFiles(folder).reduce((sum, file) => sum + statSync(file).size, 0);
  const ours = (milliseconds / octets) * (GIGABYTE / 1000);
  return rowOf({ id: 'cli-gigabyte', part: '命令行', what: '全国一年约 1 GB', unit: '秒', ours, goal: GOAL.gigabyte, note });
}

/** Whether the command line can check with several workers. */
function acceptsJobs(places: Places, folder: string): boolean {
  const [report = ''] = reportFiles(folder);
  const { status } = spawnSync(process.execPath, [cli(places), 'check', '--jobs', '2', '--format', 'json', report], { stdio: 'ignore' });
  return status === 0 || status === 1;
}
