import { RULES } from '../../server/rules/index.js';
import type { BenchResult } from './bench.js';

/** Sums over all rules. */
export interface Totals {
  /** Mutants of known rules. */
  readonly cases: number;
  readonly placed: number;
  readonly caught: number;
  /** Mutants that must raise an error. */
  readonly errors: number;
  readonly caughtErrors: number;
  readonly alarms: number;
  /** Mutants of all rules of the catalogue, those that the checker does not know yet among them. */
  readonly mutantsMade: number;
  readonly sampleCases: number;
  readonly sampleCaught: number;
}

/** @param result a run. */
export function totalsOf(result: BenchResult): Totals {
  const errors = result.results.filter(({ mutant }) => mutant.severities.length === 1 && mutant.severities[0] === 'error');
  const samples = [...result.samples.values()];
  return {
    cases: result.results.length,
    placed: result.results.filter(({ placed }) => placed).length,
    caught: result.results.filter(({ caught }) => caught).length,
    errors: errors.length,
    caughtErrors: errors.filter(({ caught }) => caught).length,
    alarms: result.results.reduce((sum, { alarms }) => sum + alarms.length, 0),
    mutantsMade: result.made,
    sampleCases: samples.reduce((sum, { cases }) => sum + cases, 0),
    sampleCaught: samples.reduce((sum, { caught }) => sum + caught, 0),
  };
}

const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`);

/** The table of a run: a line a rule, then the totals. */
export function tableOf(result: BenchResult, only?: string): string {
  const rows = RULES.filter(({ id }) => only === undefined || id === only).map(({ id, severity }) => {
    const mutants = result.mutants.get(id) ?? { cases: 0, placed: 0, caught: 0, alarms: 0 };
    const samples = result.samples.get(id);
    return [
      id,
      severity,
      `${mutants.cases}`,
      `${mutants.placed}`,
      `${mutants.caught}`,
      percent(mutants.caught, mutants.cases),
      samples === undefined ? '—' : `${samples.caught}/${samples.cases}`,
      `${result.falseAlarms.get(id) ?? 0}`,
      `${mutants.alarms}`,
    ];
  });
  const head = ['rule', 'severity', 'cases', 'placed', 'caught', '%', 'samples', 'false', 'beside'];
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const totals = totalsOf(result);
  return [
    line(head),
    ...rows.map(line),
    '',
    `合格报告 clean reports  ${result.reports} 份，有错误或警告的 ${result.cleanBreaches.length} 份`,
    `样本 samples            ${totals.sampleCaught}/${totals.sampleCases}，误报 ${result.sampleBreaches.length}`,
    `变异 mutants            ${totals.mutantsMade} 个，已登记规则的 ${totals.cases} 个：抓到 ${totals.caught}（${percent(totals.caught, totals.cases)}），行对 ${totals.placed}，错误级 ${totals.caughtErrors}/${totals.errors}（${percent(totals.caughtErrors, totals.errors)}），旁生误报 ${totals.alarms}`,
    `陷阱 traps              ${result.traps} 个，触发错误或警告 ${result.trapBreaches.length}，触发信息或提示 ${result.trapNotes.length}`,
    ...(result.unknown.length === 0 ? [] : [`尚未登记 not registered  ${result.unknown.length} 条：${result.unknown.join(' ')}`]),
    ...(result.untested.length === 0 ? [] : [`没有变异 without mutants ${result.untested.join(' ')}`]),
  ].join('\n');
}
