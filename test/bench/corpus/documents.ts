import { markerText } from '../../quality/base.js';
import { Random } from '../../quality/random.js';
import type { Pool } from './blocks.js';
import { smallPlace } from './names.js';
import { blockLines, fillingOf, frameOf, headLines, octetsOf, recombine, tailLines } from './recombine.js';

/** Larger documents than one report have a section for so many octets, up to `MOST_SECTIONS`. */
const SECTION = 40_000;
const MOST_SECTIONS = 60;
const ONE_REPORT = 16_000;
const MOST_HEADINGS = 90;
/** Octets of a rather small block. */
const SMALL_BLOCK = 500;
const FIELDS = ['决策', '执法', '普法', '服务', '监管', '调解', '应急', '审批', '信访', '监督'];
const ACTS = ['健全机制', '压实责任', '规范程序', '提升效能', '强化保障', '夯实基础'];
/** Sentences with one defect that lies in themselves; none of them is long enough to count as a repeated one. */
const DEFECTS = ['加强法治宜传。', '落实补尝政策。', '做好防讯工作。'];

/**
 * One report of about so many octets: above the size of a real one by themed sections with many sub-headings.
 * No sentence stands twice, so that hardly anything is found.
 */
export function largeReport(pools: readonly Pool[], seed: string, octets: number): string {
  if (octets <= ONE_REPORT) return recombine(pools, seed, octets);
  const frame = frameOf(pools, seed);
  const sections = Math.max(2, Math.min(MOST_SECTIONS, Math.ceil(octets / SECTION)));
  const head = headLines(frame);
  const tail = tailLines(frame, sections + 1);
  const share = (octets - octetsOf([...head, ...tail])) / sections;
  const blocks = frame.random.shuffled(frame.pool.measures);
  const lines = [...head];
  let used = 0;
  for (let section = 1; section <= sections; section++) {
    lines.push(`${markerText(1, section)}${themeOf(section)}`);
    // Below the most sub-headings that a section numbers the text goes on in paragraphs.
    const perHeading = Math.max(1, Math.ceil(share / MOST_HEADINGS / SMALL_BLOCK));
    let octetsLeft = share;
    for (let count = 0; octetsLeft > 0; count++) {
      const block = blocks[used % blocks.length];
      if (block === undefined) break;
      const place = smallPlace(used++);
      const filled = blockLines(block, Math.floor(count / perHeading) + 1, fillingOf(frame)).map((line) => localised(line, place));
      const added = count % perHeading === 0 ? filled : filled.filter((line) => line.includes('。')).map(withoutMarker);
      lines.push(...added);
      octetsLeft -= octetsOf(added);
    }
  }
  return `${[...lines, ...tail].join('\n')}\n`;
}

function themeOf(section: number): string {
  const field = FIELDS[section % FIELDS.length] ?? '';
  const act = ACTS[Math.floor(section / FIELDS.length) % ACTS.length] ?? '';
  return `${act}，推进法治${field}工作`;
}

function withoutMarker(line: string): string {
  return line.replace(/^（[一二三四五六七八九十]+）/u, '');
}

/** A line whose longer clauses tell of a place, which no other line does. */
function localised(line: string, place: string): string {
  return line
    .replace(/全年|累计/gu, '')
    .replace(/(?<=^|[，。；：])(?![一二三四五六七八九十]是)([一-龥\d“][^，。；：！？]{5,})/gu, `在${place}$1`);
}

/** A document with about so many findings: short sentences with one defect each, spread over its paragraphs. */
export function withFindings(text: string, findings: number): string {
  const ends = [...text.matchAll(/。(?!\n)/gu)].map(({ index }) => index + 1);
  if (ends.length === 0) return text;
  const inserted = new Map<number, string>();
  for (let index = 0; index < findings; index++) {
    const at = ends[Math.floor((index * ends.length) / findings)] ?? 0;
    inserted.set(at, (inserted.get(at) ?? '') + (DEFECTS[index % DEFECTS.length] ?? ''));
  }
  const pieces: string[] = [];
  let last = 0;
  for (const [at, piece] of inserted) {
    pieces.push(text.slice(last, at), piece);
    last = at;
  }
  return `${pieces.join('')}${text.slice(last)}`;
}

/** A document of about so many octets that holds so many findings. */
export function documentOf(pools: readonly Pool[], octets: number, findings: number): string {
  const defects = findings * 7 * 3;
  const text = largeReport(pools, `document ${octets}`, Math.max(4_000, octets - defects));
  return findings === 0 ? text : withFindings(text, findings);
}

/** Units that hostile texts repeat. */
export const HOSTILE_UNITS = ['数字', '（', '一是', '《', '，'] as const;

/** A report with one line of so many octets of one unit in its first section. */
export function hostileReport(pools: readonly Pool[], unit: (typeof HOSTILE_UNITS)[number], octets: number): string {
  const random = new Random(unit);
  const line =
    unit === '数字'
      ? Array.from({ length: Math.ceil(octets / 8) }, () => String(10_000_000 + random.below(89_999_999))).join('')
      : unit.repeat(Math.ceil(octets / (unit.length * 3)));
  const report = recombine(pools, 'hostile', 6_000);
  const at = report.indexOf('\n', report.indexOf('\n（一）') + 1) + 1;
  return `${report.slice(0, at)}${line}\n${report.slice(at)}`;
}
