import type { BenchResult } from './bench.js';
import { totalsOf } from './table.js';

/** The figures of a run that must not fall; kept in `figures.json`. */
export interface Figures {
  /** Mutants by rule. */
  readonly mutants: Readonly<Record<string, { readonly cases: number; readonly caught: number; readonly alarms: number }>>;
  /** Rows of the samples' table by rule. */
  readonly samples: Readonly<Record<string, { readonly cases: number; readonly caught: number }>>;
}

/** What issue 3 asks for. */
export const THRESHOLDS = Object.freeze({ mutants: 800, reports: 30, caught: 0.97, caughtErrors: 0.99, traps: 250 });

/** The figures of a run. */
export function figuresOf(result: BenchResult): Figures {
  const sorted = [...result.mutants].sort(([a], [b]) => (a < b ? -1 : 1));
  const samples = [...result.samples].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    mutants: Object.fromEntries(sorted.map(([rule, { cases, caught, alarms }]) => [rule, { cases, caught, alarms }])),
    samples: Object.fromEntries(samples.map(([rule, { cases, caught }]) => [rule, { cases, caught }])),
  };
}

/** In what a run falls short of the kept figures and of the thresholds; one sentence each. */
export function shortfalls(result: BenchResult, kept: Figures): string[] {
  const now = figuresOf(result);
  const totals = totalsOf(result);
  const short: string[] = [];
  const fall = (isShort: boolean, text: string): void => void (isShort && short.push(text));
  for (const [rule, old] of Object.entries(kept.mutants)) {
    const fresh = now.mutants[rule] ?? { cases: 0, caught: 0, alarms: 0 };
    fall(fresh.caught < old.caught, `${rule}：变异抓到 ${fresh.caught}，原来 ${old.caught}（caught fell）`);
    fall(fresh.alarms > old.alarms, `${rule}：变异里的误报 ${fresh.alarms}，原来 ${old.alarms}（alarms rose）`);
  }
  for (const [rule, { caught }] of Object.entries(now.mutants)) {
    fall(
      kept.mutants[rule] === undefined,
      `${rule}：figures.json 里没有，请运行 npm run quality -- --write（${caught} caught, not recorded）`,
    );
  }
  for (const [rule, old] of Object.entries(kept.samples)) {
    const caught = now.samples[rule]?.caught ?? 0;
    fall(caught < old.caught, `${rule}：样本抓到 ${caught}，原来 ${old.caught}（samples caught fell）`);
  }
  fall(result.sampleBreaches.length > 0, `样本上的误报 ${result.sampleBreaches.length} 处（samples breached）`);
  fall(
    result.cleanBreaches.length > 0,
    `合格报告上有错误或警告：${result.cleanBreaches.map(({ where }) => where).join(' ')}（clean reports breached）`,
  );
  fall(result.trapBreaches.length > 0, `被触发的陷阱：${result.trapBreaches.map(({ where }) => where).join(' ')}（traps broken）`);
  fall(result.reports < THRESHOLDS.reports, `合格报告只有 ${result.reports} 份（too few clean reports）`);
  fall(totals.mutantsMade < THRESHOLDS.mutants, `变异只有 ${totals.mutantsMade} 个（too few mutants）`);
  fall(result.traps < THRESHOLDS.traps, `陷阱只有 ${result.traps} 个（too few traps）`);
  fall(totals.caught < THRESHOLDS.caught * totals.cases, `变异抓到 ${totals.caught}/${totals.cases}，不足 97%（caught below 97 %）`);
  fall(
    totals.caughtErrors < THRESHOLDS.caughtErrors * totals.errors,
    `错误级变异抓到 ${totals.caughtErrors}/${totals.errors}，不足 99%（errors caught below 99 %）`,
  );
  fall(result.untested.length > 0, `没有变异的规则：${result.untested.join(' ')}（rules without mutants）`);
  return short;
}
