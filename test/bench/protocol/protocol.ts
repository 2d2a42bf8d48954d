import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Pool } from '../corpus/blocks.js';
import { documentOf } from '../corpus/documents.js';
import { median } from '../measure.js';
import { type Places, programFile } from '../processes.js';
import type { EchoOptions } from '../programs/echo-server.js';
import { type Row, rowOf } from '../rows.js';
import { shortFigure, sizeText } from '../sizes.js';
import { Client, type ServerStart } from './client.js';
import { type EditPlan, type EditTimes, type Key, typeInTurns } from './edits.js';
import { peerServers } from './peers.js';
import { writingRow } from './writing.js';

/** One document to type in. */
export interface TypingCase {
  /** Octets. */
  readonly size: number;
  readonly findings: number;
  /** Times the echo server's median. */
  readonly goal: number;
}

/** How much is measured. */
export interface ProtocolPlan {
  readonly starts: number;
  readonly edits: EditPlan;
  /** Whether all documents are measured with diagnostics that are pushed, too; else only the smallest. */
  readonly pushes: boolean;
  readonly cases: readonly TypingCase[];
  readonly peerSizes: readonly number[];
}

/** Medians and more of one document, by the way that diagnostics travel. */
interface Typed {
  readonly ours: EditTimes;
  readonly echo: EditTimes;
}

const LANGUAGE = 'fazhi-report';
const URI = 'file:///report.txt';
const KEYS: readonly (readonly [Exclude<Key, 'ordinary'>, string])[] = [
  ['quote', '左引号'],
  ['parenthesis', '左括号'],
  ['enter', '回车'],
];
/** Goals of the issue. */
const GOAL = { start: 1.3, key: 4, processor: 2 };
/** Findings that documents have by which processor times are compared. */
const SAME_FINDINGS = 100;
/** Octets of a long report: ten thousand characters. */
const WRITTEN = 30_000;
/** How often outline and completion are asked for, at most and at least. */
const ASKS = 15;
const FEWEST_ASKS = 3;

const serverFile = ({ root }: Places): string => path.join(root, 'dist/server.js');

/** The language server in a process of its own: against servers that know their answer, and against other servers. */
export async function benchProtocol(places: Places, pools: readonly Pool[], plan: ProtocolPlan): Promise<Row[]> {
  const rows = [await startRow(places, plan.starts)];
  const pulled = new Map<TypingCase, Typed>();
  for (const each of plan.cases) {
    const text = documentOf(pools, each.size, each.findings);
    for (const pull of plan.pushes || each === plan.cases[0] ? [true, false] : [true]) {
      const { typed, opening, more } = await typing(places, each, text, pull, plan.edits);
      if (pull) pulled.set(each, typed);
      rows.push(...openingRow(each, opening, pull), typingRow(each, typed, pull), ...more);
    }
  }
  rows.push(await writingRow({ file: serverFile(places) }, documentOf(pools, WRITTEN, SAME_FINDINGS), sizeText(WRITTEN)));
  rows.push(...processorRow(pulled));
  for (const size of plan.peerSizes) {
    const known = [...pulled].find(([each]) => each.size === size && each.findings === SAME_FINDINGS);
    if (known !== undefined) rows.push(...(await peerRows(places, size, known[1].ours, plan.edits)));
  }
  return rows;
}

async function startRow(places: Places, starts: number): Promise<Row> {
  const times: { readonly ours: number[]; readonly empty: number[] } = { ours: [], empty: [] };
  for (let start = 0; start < starts; start++) {
    for (const [list, file] of [
      [times.empty, programFile(places, 'empty-server')],
      [times.ours, serverFile(places)],
    ] as const) {
      const client = await Client.start({ file, pull: true });
      list.push(client.startTime);
      await client.stop();
    }
  }
  return rowOf({
    id: 'server-start',
    part: '编辑器',
    what: '语言服务器启动到回答 initialize',
    unit: '毫秒',
    ours: median(times.ours),
    against: '空的语言服务器',
    floor: median(times.empty),
    goal: GOAL.start,
  });
}

interface Typing {
  readonly typed: Typed;
  /** Milliseconds from opening to the first findings. */
  readonly opening: Opening;
  readonly more: readonly Row[];
}

interface Opening {
  readonly ours: number;
  readonly echo: number;
}

async function typing(places: Places, each: TypingCase, text: string, pull: boolean, plan: EditPlan): Promise<Typing> {
  const ours = await Client.start({ file: serverFile(places), pull });
  const clients = [ours];
  try {
    const [diagnostics, opened] = await openTimed(ours, text);
    const options: EchoOptions = { diagnostics, pull };
    const echo = await Client.start({ file: programFile(places, 'echo-server'), pull, initializationOptions: options });
    clients.push(echo);
    const [, echoOpened] = await openTimed(echo, text);
    const documents = clients.map((client) => ({ client, uri: URI }));
    const [ordinary, echoed] = await typeInTurns(documents, 'ordinary', plan);
    if (ordinary === undefined || echoed === undefined) throw new Error('no edits');
    const isUsual = pull && each.findings === SAME_FINDINGS;
    const more = isUsual ? [...(await keyRows(ours, each, ordinary, plan)), ...(await askRows(ours, each, plan.budget))] : [];
    return { typed: { ours: ordinary, echo: echoed }, opening: { ours: opened, echo: echoOpened }, more };
  } finally {
    for (const client of clients) await client.stop();
  }
}

async function openTimed(client: Client, text: string): Promise<[readonly Diagnostic[], number]> {
  const begin = performance.now();
  const diagnostics = await client.open(URI, text, LANGUAGE);
  return [diagnostics, performance.now() - begin];
}

const nameOf = ({ size, findings }: TypingCase): string => `${sizeText(size)}、${findings.toLocaleString('en-US')} 处`;
const idOf = ({ size, findings }: TypingCase): string => `${size}-${findings}`;

function openingRow(each: TypingCase, { ours, echo }: Opening, pull: boolean): Row[] {
  if (!pull) return [];
  return [
    rowOf({
      id: `server-open-${idOf(each)}`,
      part: '编辑器',
      what: `打开到第一批结果，${nameOf(each)}（服务器刚启动）`,
      unit: '毫秒',
      ours,
      against: '回声服务器',
      floor: echo,
    }),
  ];
}

function typingRow(each: TypingCase, { ours, echo }: Typed, pull: boolean): Row {
  return rowOf({
    id: `server-${pull ? 'key' : 'push'}-${idOf(each)}`,
    part: '编辑器',
    what: `击键到结果，${nameOf(each)}${pull ? '' : '（推送）'}`,
    unit: '毫秒',
    ours: ours.p50,
    against: '回声服务器',
    floor: echo.p50,
    ...(pull ? { goal: each.goal } : {}),
    note: `p95 ${shortFigure(ours.p95)}，p99 ${shortFigure(ours.p99)}，处理器 ${shortFigure(ours.processor)} 毫秒，${ours.count} 次`,
  });
}

async function keyRows(client: Client, each: TypingCase, ordinary: EditTimes, plan: EditPlan): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [key, name] of KEYS) {
    const [times] = await typeInTurns([{ client, uri: URI }], key, plan);
    if (times === undefined) continue;
    rows.push(
      rowOf({
        id: `server-${key}-${idOf(each)}`,
        part: '编辑器',
        what: `键入${name}到结果，${nameOf(each)}`,
        unit: '毫秒',
        ours: times.p50,
        against: '普通一键',
        floor: ordinary.p50,
        goal: GOAL.key,
        note: `p95 ${shortFigure(times.p95)}，p99 ${shortFigure(times.p99)}，${times.count} 次`,
      }),
    );
  }
  return rows;
}

/** Outline and completion, each right after an edit. */
async function askRows(client: Client, each: TypingCase, budget: number): Promise<Row[]> {
  const document = client.document(URI);
  const line = document.positionAt(document.getText().indexOf('\n（一）') + 1).line;
  const start = document.offsetAt({ line, character: 0 });
  await client.edit(URI, { start, end: start, text: '主要举措\n' });
  const position = { line, character: 4 };
  const asks = [
    ['outline', '大纲', 'textDocument/documentSymbol', {}],
    ['completion', '补全', 'textDocument/completion', { position, context: { triggerKind: 1 } }],
  ] as const;
  const rows: Row[] = [];
  for (const [id, name, method, params] of asks) {
    const times: number[] = [];
    const until = performance.now() + budget;
    for (let ask = 0; ask < ASKS && (ask < FEWEST_ASKS || performance.now() < until); ask++) {
      await client.edit(URI, { start: start + 1, end: start + 2, text: ask % 2 === 0 ? '耍' : '要' });
      const begin = performance.now();
      await client.request(method, { textDocument: { uri: URI }, ...params });
      times.push(performance.now() - begin);
    }
    rows.push(
      rowOf({ id: `server-${id}-${idOf(each)}`, part: '编辑器', what: `${name}，${nameOf(each)}`, unit: '毫秒', ours: median(times) }),
    );
  }
  await client.edit(URI, { start, end: start + 5, text: '' });
  return rows;
}

/** Processor time per edit of the largest document against the smallest, both with as many findings. */
function processorRow(pulled: ReadonlyMap<TypingCase, Typed>): Row[] {
  const usual = [...pulled].filter(([{ findings }]) => findings === SAME_FINDINGS).sort(([a], [b]) => a.size - b.size);
  const [small, large] = [usual[0], usual.at(-1)];
  if (small === undefined || large === undefined || small === large || Number.isNaN(large[1].ours.processor)) return [];
  return [
    rowOf({
      id: 'server-processor',
      part: '编辑器',
      what: `每次改动的处理器时间，${nameOf(large[0])}`,
      unit: '毫秒',
      ours: large[1].ours.processor,
      against: nameOf(small[0]),
      floor: small[1].ours.processor,
      goal: GOAL.processor,
    }),
  ];
}

async function peerRows(places: Places, size: number, ours: EditTimes, plan: EditPlan): Promise<Row[]> {
  const rows: Row[] = [];
  for (const peer of peerServers(places.root)) {
    const outcome = await peerTime(peer.start, peer.languageId, peer.document(size), plan);
    rows.push(
      rowOf({
        id: `server-${peer.name.toLowerCase()}-${size}`,
        part: '编辑器',
        what: `击键到结果，${sizeText(size)}`,
        unit: '毫秒',
        ours: ours.p50,
        against: `${peer.name} 语言服务器`,
        floor: outcome.time,
        ...(outcome.time === undefined ? {} : { goal: 1 }),
        ...(outcome.failure === undefined ? {} : { note: `${peer.name}：${outcome.failure}` }),
      }),
    );
  }
  return rows;
}

async function peerTime(
  start: ServerStart,
  languageId: string,
  text: string,
  plan: EditPlan,
): Promise<{ readonly time?: number; readonly failure?: string }> {
  let client: Client | undefined;
  try {
    client = await Client.start(start);
    const uri = `file:///peer.${languageId}`;
    await client.open(uri, text, languageId);
    const [times] = await typeInTurns([{ client, uri }], 'ordinary', plan);
    return times === undefined ? {} : { time: times.p50 };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  } finally {
    await client?.stop();
  }
}
