import type { Pool } from './corpus/blocks.js';
import { reportFolder } from './corpus/cache.js';
import { type Places, linesOf, programFile } from './processes.js';
import type { LibraryLine } from './programs/library.js';
import type { PeerLine } from './programs/library-peer.js';
import { type Row, rowOf } from './rows.js';
import { shortFigure, sizeText } from './sizes.js';

/** How much is measured. */
export interface LibraryPlan {
  readonly reports: number;
  readonly runs: number;
  /** Octets of the single documents. */
  readonly sizes: readonly number[];
  readonly peerSizes: readonly number[];
  readonly hostile: number;
  /** Milliseconds that a peer gets for one size. */
  readonly peerPatience: number;
}

const PEERS = ['autocorrect', 'zhlint', 'textlint'] as const;
/** Milliseconds that the engine gets for one line of figures. */
const PATIENCE = 600_000;
/** Goals of the issue: times the regex, times the time per character of ordinary text. */
const TIMES_REGEX = 5;
const TIMES_ORDINARY = 4;

/** The engine inside one process: against one regular expression, on hostile text, against other checkers. */
export async function benchLibrary(places: Places, pools: readonly Pool[], plan: LibraryPlan): Promise<Row[]> {
  const folder = reportFolder(pools, 1_000);
  const args = [places.root, folder, String(plan.reports), String(plan.runs), plan.sizes.join(','), String(plan.hostile)];
  const { lines } = await linesOf<LibraryLine>(programFile(places, 'library'), args, PATIENCE);
  const measured = new Map(lines.map((line) => [line.what, line]));
  const own = lines.flatMap((line) =>
    line.what === 'reports' ? rowsOfReports(line, plan.reports) : /^\d+$/u.test(line.what) ? rowsOfDocument(line) : [],
  );
  const ordinary = measured.get(String(plan.hostile));
  const hostile = lines.filter(({ what }) => what !== 'reports' && !/^\d+$/u.test(what)).map((line) => rowOfHostile(line, ordinary));
  const peers: Row[] = [];
  for (const peer of PEERS) peers.push(...(await rowsOfPeer(peer, places, plan, measured)));
  return [...own, ...hostile, ...peers];
}

/** The end of a message of any length. */
const lastLine = (message: string): string => message.trim().replace(/\s+/gu, ' ').slice(-60);

const megabytesPerSecond = (octets: number, milliseconds: number): string => `${shortFigure(octets / milliseconds / 1000)} MB/秒`;

function rowsOfReports({ octets, characters, decoding, regex, parse, check }: LibraryLine, reports: number): Row[] {
  const row = (id: string, what: string, ours: number, goal?: number): Row =>
    rowOf({
      id: `library-${id}`,
      part: '库',
      what: `${what}，${reports.toLocaleString('en-US')} 份报告`,
      unit: '毫秒',
      ours,
      against: '一条正则',
      floor: regex,
      ...(goal === undefined ? {} : { goal }),
      note: megabytesPerSecond(octets, ours),
    });
  return [
    row('characters', '逐字循环', characters),
    row('decoding', '解码 UTF-8', decoding),
    row('parse', '读懂结构', parse),
    row('check', '读懂并检查', check, TIMES_REGEX),
  ];
}

function rowsOfDocument({ what, octets, regex, check }: LibraryLine): Row[] {
  return [
    rowOf({
      id: `library-document-${what}`,
      part: '库',
      what: `读懂并检查，一份 ${sizeText(Number(what))}`,
      unit: '毫秒',
      ours: check,
      against: '一条正则',
      floor: regex,
      goal: TIMES_REGEX,
      note: megabytesPerSecond(octets, check),
    }),
  ];
}

function rowOfHostile(line: LibraryLine, ordinary: LibraryLine | undefined): Row {
  const nanoseconds = ({ check, length }: LibraryLine): number => (check * 1e6) / length;
  return rowOf({
    id: `library-hostile-${line.what}`,
    part: '库',
    what: `一行 ${sizeText(line.octets)} 的“${line.what}”，每百万字`,
    unit: '毫秒',
    ours: nanoseconds(line),
    against: '平常文字',
    floor: ordinary === undefined ? undefined : nanoseconds(ordinary),
    goal: TIMES_ORDINARY,
  });
}

async function rowsOfPeer(
  peer: (typeof PEERS)[number],
  places: Places,
  { peerSizes, peerPatience }: LibraryPlan,
  measured: ReadonlyMap<string, LibraryLine>,
): Promise<Row[]> {
  const { lines, ended } = await linesOf<PeerLine>(
    programFile(places, 'library-peer'),
    [places.root, peer, peerSizes.join(',')],
    peerPatience,
  );
  return peerSizes.flatMap((size) => {
    const ours = measured.get(String(size))?.check;
    if (ours === undefined) return [];
    const line = lines.find((each) => each.size === size);
    const failure =
      line?.failure ?? (line === undefined ? (ended === 'late' ? `${peerPatience / 1000} 秒内没有完成` : '中途退出') : undefined);
    return [
      rowOf({
        id: `library-${peer}-${size}`,
        part: '库',
        what: `检查一份 ${sizeText(size)}`,
        unit: '毫秒',
        ours,
        against: peer,
        floor: line?.time,
        ...(line?.time === undefined ? {} : { goal: 1 }),
        ...(failure === undefined ? {} : { note: `${peer}：${lastLine(failure)}` }),
      }),
    ];
  });
}
