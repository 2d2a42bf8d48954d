import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '../corpus/blocks.js';
import { reportText } from '../corpus/cache.js';
import { documentOf } from '../corpus/documents.js';
import { type Places, programFile } from '../processes.js';
import { type Row, rowOf } from '../rows.js';
import { Client } from './client.js';
import { type EditPlan, typeAndErase } from './edits.js';

/** How much is measured. */
export interface MemoryPlan {
  /** Open reports. */
  readonly open: number;
  readonly edits: EditPlan;
}

const LANGUAGE = 'fazhi-report';
const POLLING = 10;
const PATIENCE = 10_000;
/** Goals of the issue: MB for a report, times the UTF-16 text, MB for all; growth below what a measurement is worth. */
const GOAL = { report: 1, timesText: 4, all: 100, growth: 1 };
const LARGE = 1_000_000;

/** What the server keeps in memory, garbage collected: for open documents, and after many edits. */
export async function benchMemory(places: Places, pools: readonly Pool[], plan: MemoryPlan): Promise<Row[]> {
  if (process.platform === 'win32') return [];
  const file = path.join(places.programs, 'heap');
  const client = await Client.start({
    file: path.join(places.root, 'dist/server.js'),
    pull: true,
    nodeArguments: ['--expose-gc', '--require', programFile(places, 'heap')],
    environment: { FAZHI_BENCH_HEAP: file },
  });
  try {
    return await measure(client, () => heapOf(client.pid, file), pools, plan);
  } finally {
    await client.stop();
  }
}

async function measure(client: Client, heap: () => Promise<number>, pools: readonly Pool[], { open, edits }: MemoryPlan): Promise<Row[]> {
  const show = async (uri: string, text: string): Promise<void> => {
    await client.open(uri, text, LANGUAGE);
    await client.request('textDocument/documentSymbol', { textDocument: { uri } });
  };
  const row = (id: string, what: string, ours: number, goal: number): Row =>
    rowOf({ id: `memory-${id}`, part: '内存', what, unit: 'MB', ours: ours / 1e6, goal });
  const first = { client, uri: 'file:///first.txt' };
  await show(first.uri, reportText(pools, 0));
  await typeAndErase(first, { ...edits, count: 20 });
  const before = await heap();
  for (let number = 1; number <= open; number++) await show(`file:///report-${number}.txt`, reportText(pools, number));
  const withReports = await heap();
  const large = documentOf(pools, LARGE, 0);
  await show('file:///large.txt', large);
  const withLarge = await heap();
  await typeAndErase(first, { ...edits, count: Math.min(200, edits.count) });
  const beforeEdits = await heap();
  const made = await typeAndErase(first, edits);
  const afterEdits = await heap();
  const utf16 = large.length * 2;
  return [
    row('report', '每份打开的 10 KB 报告', (withReports - before) / open, GOAL.report),
    row('open', `打开 ${open} 份报告`, withReports - before, GOAL.all),
    rowOf({
      id: 'memory-large',
      part: '内存',
      what: '一份打开的 1 MB 报告',
      unit: 'MB',
      ours: (withLarge - withReports) / 1e6,
      against: '原文（UTF-16）',
      floor: utf16 / 1e6,
      goal: GOAL.timesText,
    }),
    row('edits', `改动 ${made.toLocaleString('en-US')} 次之后的增长`, afterEdits - beforeEdits, GOAL.growth),
  ];
}

/** Bytes in use after a collection. */
async function heapOf(pid: number, file: string): Promise<number> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (let waited = 0; waited < PATIENCE; waited += POLLING) {
    if (existsSync(file)) return Number(readFileSync(file, 'utf8'));
    await sleep(POLLING);
  }
  return Number.NaN;
}
