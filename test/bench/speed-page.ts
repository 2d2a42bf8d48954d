import { cellsOf, HEADINGS } from './cells.js';
import type { Figures } from './main.js';

/** The rows that README.md tells, with what they are called there. */
const TOLD: readonly (readonly [id: string, what: string])[] = [
  ['library-check', '检查，一个线程'],
  ['cli-one', '命令行检查一份报告'],
  ['cli-1000', '命令行检查 1,000 份报告（10 MB）'],
  ['cli-10000', '命令行检查 10,000 份报告（100 MB）'],
  ['cli-gigabyte', '全国一年约 100,000 份（1 GB），推算'],
  ['server-key-10000-100', '击键到波浪线，10 KB 的报告'],
  ['server-key-100000-100', '击键到波浪线，100 KB'],
  ['server-key-1000000-100', '击键到波浪线，1 MB'],
  ['memory-report', '编辑器里每打开一份报告'],
];

function markdownTable(lines: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = lines;
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n');
}

/** How the figures came about, in one sentence. */
function circumstances({ node, cores, quick }: Figures): string {
  return `Node ${node}，${cores} 个核，${quick ? '`npm run bench -- --quick` 的一遍' : '`npm run bench` 的一遍'}，都是中位数。`;
}

/** All figures, for docs/speed.md. */
export function speedTable(figures: Figures): string {
  return `${circumstances(figures)}\n\n${markdownTable([HEADINGS, ...figures.rows.map(cellsOf)])}`;
}

/** The few figures that README.md tells. */
export function speedSummary(figures: Figures): string {
  const rows = TOLD.flatMap(([id, what]) => {
    const row = figures.rows.find((each) => each.id === id);
    if (row === undefined) return [];
    const [, , ours = '', against = '', , ratio = ''] = cellsOf(row);
    const isFast = row.note?.endsWith('MB/秒') === true;
    return [[what, isFast ? (row.note ?? '') : ours, ratio === '' ? '' : `${against}${/\w$/u.test(against) ? ' ' : ''}的 ${ratio} 倍`]];
  });
  return `${circumstances(figures)}\n\n${markdownTable([['做什么', '用多少', '对照'], ...rows])}`;
}
