import { ACT_WORDS } from '../knowledge/act-words.js';
import { UNIT_CLASSES } from '../knowledge/unit-classes.js';
import type { Report, SectionKind } from '../report/report.js';
import type { PlacedFigure } from '../report/report-figures.js';
import { type CharacterPairs, characterPairs } from '../text/shared-pairs.js';

/** What a figure is known by when it is looked for in another year's report. */
export interface FigureTraits {
  /** What it counts, without words that say nothing of the thing; may be empty. */
  readonly thing: string;
  /** False where only its sentence tells what the thing is: 活动, 新受理, 提出意见. */
  readonly isTelling: boolean;
  /** The first of the measure words that count the same; money keeps its own. */
  readonly unit: string;
  /** 未发生 for any number of anything. */
  readonly isZeroInWords: boolean;
  readonly kinds: readonly SectionKind[];
  /** What must be the same in both years, whatever else is: the act, quoted names, part of the year, 其中, to whom. */
  readonly bounds: string;
  /** The clause round the figure, numbers left out. */
  readonly clause: CharacterPairs;
  /** The sentence up to the figure, numbers left out. */
  readonly lead: CharacterPairs;
  readonly heading: CharacterPairs;
}

/** How far back a sentence, and how far behind a figure its clause, is read (UTF-16). */
const LEAD_REACH = 80;
const TAIL_REACH = 10;

/** Words that may stand or not without another meaning. */
const FILLERS = /全年度?|本年度?|今年|年内|年度|累计|共计|总计|合计|共|已|以来|截至目前|约|近/gu;
const NUMBERS = /[0-9０-９.．%％\s\u3000余多]/gu;
const YEARS = /(?:19|20)\d\d(?=年|[-—–至])/gu;
const SENTENCE_END = /[。！？!?；;]/u;
const CLAUSE_END = /[，,：:、。；;]/u;
const QUOTED = /《[^《》]{0,80}》|“[^“”]{0,40}”/gu;
const PART_OF_YEAR = /上半年|下半年|第?[一二三四]季度/gu;
const AMONG = /其中[^，。；]{0,20}$|其中[，,：:][^，。；]{0,20}$/u;
const TOWARDS = /[在对向为给]|面向|针对/u;
const LONGEST_ACT = 4;
/** Things named by fewer characters may be anything. */
const TELLING_LENGTH = 4;

/** Reads what a figure is known by. */
export function figureTraits({ figure, paragraph }: PlacedFigure, report: Report): FigureTraits {
  const { text } = paragraph;
  const before = text.slice(Math.max(0, figure.span.start - LEAD_REACH), figure.span.start);
  const lead = before.split(SENTENCE_END).at(-1) ?? '';
  const front = lead.split(CLAUSE_END).at(-1) ?? '';
  const behind = text.slice(figure.unitEnd, figure.unitEnd + TAIL_REACH).split(CLAUSE_END, 1)[0] ?? '';
  const quotedNames = (front.match(QUOTED) ?? []).map((name) => bare(name));
  const { unit } = figure;
  const thing = bare(figure.of).replace(/的$/u, '');
  return {
    thing,
    isTelling: thing.length >= TELLING_LENGTH && !ACT_WORDS.has(thing.slice(0, 2)),
    unit: unit.endsWith('元') ? unit : (UNIT_CLASSES.get(unit) ?? unit),
    isZeroInWords: figure.value === 0 && unit === '',
    kinds: paragraph.section?.kinds ?? [],
    bounds: [
      actOf(front, figure.of),
      yearOf(lead, report.year?.value),
      lastOf(lead, PART_OF_YEAR),
      AMONG.test(lead) ? '其中' : '',
      TOWARDS.test(front) ? '对' : '',
      ...quotedNames,
    ].join('|'),
    clause: characterPairs(bare(front + behind)),
    lead: characterPairs(bare(lead)),
    heading: characterPairs(bare(paragraph.heading?.text ?? '')),
  };
}

function bare(text: string): string {
  return text.replace(YEARS, '').replace(NUMBERS, '').replace(FILLERS, '');
}

/** What was done with the thing: the last verb before it that says so. */
function actOf(front: string, thing: string): string {
  const place = thing === '' ? -1 : front.lastIndexOf(thing);
  const words = place === -1 ? front : front.slice(0, place);
  for (let end = words.length; end >= 2; end--) {
    for (let length = Math.min(LONGEST_ACT, end); length >= 2; length--) {
      const act = ACT_WORDS.get(words.slice(end - length, end));
      if (act !== undefined) return act;
    }
  }
  return '';
}

/** The year that a figure speaks of, by its distance from the report's year; empty for that year itself. */
function yearOf(lead: string, reportYear: number | undefined): string {
  const words = lead.replace(QUOTED, '');
  const last = lastOf(words, /(?:19|20)\d\d(?=年)|去年|上年|上一年|同期|今年|本年/gu);
  if (last === '' || last === '今年' || last === '本年') return '';
  if (!/^\d/u.test(last)) return '-1';
  const distance = reportYear === undefined ? Number(last) : Number(last) - reportYear;
  return distance === 0 ? '' : String(distance);
}

function lastOf(text: string, pattern: RegExp): string {
  return text.match(pattern)?.at(-1) ?? '';
}
