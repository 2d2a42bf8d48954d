import path from 'node:path';
import { median } from './measure.js';
import { linesOf, type Places, programFile } from './processes.js';
import type { ActivationLine } from './programs/activate.js';
import { type Row, rowOf } from './rows.js';

/** How much is measured. */
export interface ActivationPlan {
  /** How often each entry is loaded, in a process of its own each time. */
  readonly starts: number;
}

/** An extension's entry, and what it loads with the first report. */
interface Extension {
  readonly entry: string;
  readonly late: readonly string[];
}

const WAYS = {
  node: { what: '桌面、远程', entry: 'client.js', late: ['languageClient.js', 'reportFeatures.js'] },
  web: { what: '浏览器', entry: 'client.web.js', late: ['languageClient.web.js', 'reportFeatures.js'] },
} as const;
const PATIENCE = 30_000;

/** Loading and activating the extension where no report is open, against an extension that does nothing. */
export async function benchActivation(places: Places, { starts }: ActivationPlan): Promise<Row[]> {
  const inDist = (name: string): string => path.join(places.root, 'dist', name);
  const empty: Extension = { entry: programFile(places, 'empty-extension'), late: [] };
  const rows: Row[] = [];
  for (const [way, { what, entry, late }] of Object.entries(WAYS)) {
    const extension: Extension = { entry: inDist(entry), late: late.map(inDist) };
    const times: { readonly ours: ActivationLine[]; readonly empty: ActivationLine[] } = { ours: [], empty: [] };
    for (let start = 0; start < starts; start++) {
      times.empty.push(await activationOf(places, way, empty));
      times.ours.push(await activationOf(places, way, extension));
    }
    const middle = (lines: readonly ActivationLine[], part: (line: ActivationLine) => number): number => median(lines.map(part));
    const total = ({ load, call }: ActivationLine): number => load + call;
    const [load, call] = [middle(times.ours, (line) => line.load), middle(times.ours, (line) => line.call)];
    rows.push(
      rowOf({
        id: `activation-${way}`,
        part: '编辑器',
        what: `扩展载入并激活，没有报告（${what}）`,
        unit: '毫秒',
        ours: middle(times.ours, total),
        against: '空的扩展',
        floor: middle(times.empty, total),
        note: `载入 ${load.toFixed(1)}，activate() ${call.toFixed(1)}`,
      }),
      rowOf({
        id: `activation-${way}-late`,
        part: '编辑器',
        what: `第一份报告时再载入（${what}）`,
        unit: '毫秒',
        ours: middle(times.ours, (line) => line.late),
      }),
    );
  }
  return rows;
}

async function activationOf(places: Places, way: string, { entry, late }: Extension): Promise<ActivationLine> {
  const { lines } = await linesOf<ActivationLine>(programFile(places, 'activate'), [way, entry, ...late], PATIENCE);
  const [line] = lines;
  if (line === undefined) throw new Error(`${entry} cannot be activated`);
  return line;
}
