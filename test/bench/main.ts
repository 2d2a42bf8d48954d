import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchActivation } from './activation.js';
import { benchCommandLine } from './command-line.js';
import { type Pool, readPools } from './corpus/blocks.js';
import { benchLibrary } from './library.js';
import { type Plan, planOf } from './plan.js';
import type { Places } from './processes.js';
import { benchMemory } from './protocol/memory.js';
import { benchProtocol } from './protocol/protocol.js';
import type { Row } from './rows.js';
import { tableOf } from './table.js';

/** What `--write` keeps. */
export interface Figures {
  /** Version of Node, without v. */
  readonly node: string;
  readonly cores: number;
  readonly quick: boolean;
  readonly rows: readonly Row[];
}

const PARTS = ['grammar', 'library', 'cli', 'activation', 'protocol', 'memory'] as const;
type Part = (typeof PARTS)[number];

const HELP = `用法（usage）：npm run bench -- [选项]

  --quick          两分钟以内的一遍（under two minutes）
  --only <部分>    ${PARTS.join('、')}，可以写几次
  --json           用 JSON 输出
  --write          把数字写进 test/bench/figures.json，再更新 docs/speed.md 和 README.md；不能与 --only 同用
`;

/**
 * Program: measures how fast the product is and prints a table of ratios.
 * @returns the exit status: 2 for bad options, 1 where a part could not be measured, else 0; a missed goal fails nothing.
 */
export async function main(places: Places, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      write: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const quick = values.quick === true;
  // The table of the colouring is for who works on the grammar: the quick form leaves it out.
  const only = values.only ?? PARTS.filter((part) => !quick || part !== 'grammar');
  const unknown = only.filter((part) => !PARTS.some((each) => each === part));
  // Figures of one part beside older ones of the others would not be of one run.
  const isWrong = unknown.length > 0 || (values.write === true && values.only !== undefined);
  if (values.help === true || isWrong) {
    process.stdout.write(HELP);
    return isWrong ? 2 : 0;
  }
  const parts = PARTS.filter((part) => only.includes(part));
  const { rows, failures } = await measure(places, parts, planOf(quick));
  const figures: Figures = { node: process.versions.node, cores: availableParallelism(), quick, rows };
  process.stdout.write(values.json === true ? `${JSON.stringify(figures, null, 2)}\n` : `${tableOf(rows)}\n`);
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  if (failures.length > 0) return 1;
  if (values.write === true) write(places, figures);
  return 0;
}

/** What was measured, and why some parts were not. */
interface Outcome {
  readonly rows: readonly Row[];
  readonly failures: readonly string[];
}

async function measure(places: Places, parts: readonly Part[], plan: Plan): Promise<Outcome> {
  const rows: Row[] = [];
  const failures: string[] = [];
  if (parts.some((part) => part !== 'grammar' && part !== 'library')) build(places);
  const pools = readPools(places.root);
  for (const part of parts) {
    const begin = performance.now();
    try {
      rows.push(...(await measurePart(part, places, pools, plan)));
    } catch (error) {
      failures.push(`${part} 没有量成（could not be measured）：${error instanceof Error ? error.message : error}`);
    }
    process.stderr.write(`${part}: ${((performance.now() - begin) / 1000).toFixed(0)} s\n`);
  }
  return { rows, failures };
}

async function measurePart(part: Part, places: Places, pools: readonly Pool[], plan: Plan): Promise<readonly Row[]> {
  switch (part) {
    case 'grammar':
      grammar(places, plan.grammarRuns);
      return [];
    case 'library':
      return benchLibrary(places, pools, plan.library);
    case 'cli':
      return benchCommandLine(places, pools, plan.commandLine);
    case 'activation':
      return benchActivation(places, plan.activation);
    case 'protocol':
      return benchProtocol(places, pools, plan.protocol);
    case 'memory':
      return benchMemory(places, pools, plan.memory);
  }
}

function build({ root }: Places): void {
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('the product cannot be built');
}

/** The colouring has a table of its own: it is judged by milliseconds, not by ratios. */
function grammar({ root }: Places, runs: number): void {
  spawnSync(process.execPath, [path.join(root, 'test/bench/grammar.mjs'), '--runs', String(runs)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function write({ root }: Places, figures: Figures): void {
  writeFileSync(path.join(root, 'test/bench/figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
  spawnSync(process.execPath, [path.join(root, 'scripts/generate.mjs')], { stdio: 'inherit' });
}
