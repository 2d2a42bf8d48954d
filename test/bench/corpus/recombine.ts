import { markerText } from '../../quality/base.js';
import { Random } from '../../quality/random.js';
import type { Block, Pool } from './blocks.js';
import { type Filling, fill } from './fill.js';
import { agencyName, placeName } from './names.js';

/** Reports of these years are made: the documents that they name hold for them. */
const FIRST_YEAR = 2021;
const YEARS = 5;
/** Figures are multiplied with 1 to this. */
const FACTORS = 6;

/** A report's own: agency, year and chance. */
export interface Frame {
  readonly pool: Pool;
  readonly random: Random;
  readonly place: string;
  readonly agency: string;
  readonly year: number;
}

/**
 * A kind of body, a name and a year.
 * @param seed equal seeds give equal frames.
 */
export function frameOf(pools: readonly Pool[], seed: string): Frame {
  const random = new Random(seed);
  const pool = random.pick(pools);
  if (pool === undefined) throw new Error('no reports to recombine');
  const place = placeName(random);
  return { pool, random, place, agency: agencyName(pool.body, place, random), year: FIRST_YEAR + random.below(YEARS) };
}

/** What fills the open places of one block. */
export function fillingOf({ place, agency, year, random }: Frame): Filling {
  return { place, agency, year, factor: 1 + random.below(FACTORS) };
}

/** Title, addressee, opening sentence. */
export function headLines({ agency, year, pool }: Frame): string[] {
  const own = pool.body === 'town' ? `${agency}人民政府` : agency;
  return [
    `${own}${year}年度法治政府建设情况报告`,
    '县委、县政府：',
    `${year}年，${agency}坚持以习近平法治思想为指导，深入学习贯彻党的二十大精神，按照县委、县政府部署要求，扎实推进法治政府建设各项工作。现将有关情况报告如下：`,
  ];
}

/** The three sections after the measures, from `number` on, and the sign-off. */
export function tailLines(frame: Frame, number: number): string[] {
  const { pool, random, agency, year } = frame;
  const own = pool.body === 'town' ? `${agency}人民政府` : agency;
  const section = (kind: keyof Pool['sections']): string[] => {
    const filling = fillingOf(frame);
    return (random.pick(pool.sections[kind]) ?? []).map((line) => fill(line, filling));
  };
  return [
    `${markerText(1, number)}存在的不足和原因`,
    ...section('shortcomings'),
    `${markerText(1, number + 1)}党政主要负责人履行推进法治建设第一责任人职责情况`,
    ...section('duties'),
    `${markerText(1, number + 2)}${year + 1}年推进法治政府建设的主要安排`,
    ...section('plan'),
    own,
    `${year + 1}年${1 + random.below(3)}月${1 + random.below(28)}日`,
  ];
}

/** The lines of a block under a number. */
export function blockLines(block: Block, number: number, filling: Filling): string[] {
  return block.lines.map((line, index) => `${index === 0 ? markerText(2, number) : ''}${fill(line, filling)}`);
}

/** UTF-8 octets of lines with their line ends. */
export function octetsOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

/**
 * A whole well-formed report of about so many octets, no block twice.
 * @param seed equal seeds give equal reports.
 */
export function recombine(pools: readonly Pool[], seed: string, octets: number): string {
  const frame = frameOf(pools, seed);
  const head = headLines(frame);
  const tail = tailLines(frame, 2);
  const measures = [`一、${frame.year}年推进法治政府建设的主要举措和成效`];
  let missing = octets - octetsOf([...head, ...tail]);
  let number = 1;
  for (const block of frame.random.shuffled(frame.pool.measures)) {
    if (missing <= 0) break;
    const lines = blockLines(block, number++, fillingOf(frame));
    measures.push(...lines);
    missing -= octetsOf(lines);
  }
  return `${[...head, ...measures, ...tail].join('\n')}\n`;
}
