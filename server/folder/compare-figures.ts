import { type PlacedFigure, reportFigures } from '../report/report-figures.js';
import type { Report } from '../report/report.js';
import { sharedPairs } from '../text/shared-pairs.js';
import { type FigureTraits, figureTraits } from './figure-traits.js';

/** How the figures of a report stand to those of another year's; figures are named by their place in `reportFigures`. */
export interface FigureComparison {
  /** Figure of this report to the same figure of the other one. What is not sure is left out. */
  readonly counterparts: ReadonlyMap<number, number>;
  /** Figures of this report of which the other one surely has none like it. */
  readonly added: ReadonlySet<number>;
  /** Figures of the other report without a counterpart in this one, in order. */
  readonly unmatched: readonly number[];
}

/** How a figure has changed from one year to the next. */
export interface FigureChange {
  /** In the unit of both; for shares in percentage points. */
  readonly difference: number;
  /** By how many per cent of the earlier figure; absent for shares, and where that was nothing. */
  readonly percent?: number;
  /** One of the two is no exact number. */
  readonly approximate: boolean;
}

/** From how many comparisons on a thing that is counted again and again is too common to be told apart. */
const MOST_COMPARISONS = 2500;
/** How much two clauses, and two sentences round a thing whose name does not tell much, must have in common. */
const ALIKE_CLAUSES = 0.6;
const ALIKE_LEADS = 0.65;
/** By how much the best of several must be better than the next. */
const MARGIN = 0.25;

/**
 * Finds the same figures in two reports of one agency: the same thing, counted in the same way, in the same mandated section,
 * after the same verb, in a clause that reads alike. A figure that several fit equally well has no counterpart.
 */
export function compareFigures(own: Report, other: Report): FigureComparison {
  const ours = reportFigures(own).map((placed) => figureTraits(placed, own));
  const theirs = reportFigures(other).map((placed) => figureTraits(placed, other));
  const pairs: (readonly [number, number])[] = [];
  const theirsByThing = byThing(theirs);
  for (const [thing, mine] of byThing(ours)) {
    const candidates = theirsByThing.get(thing) ?? [];
    if (mine.length * candidates.length > MOST_COMPARISONS) continue;
    for (const pair of surePairs(mine, candidates, ours, theirs)) pairs.push(pair);
  }
  const counterparts = new Map(pairs.sort(([a], [b]) => a - b));
  const taken = new Set(counterparts.values());
  const unmatched = [...theirs.keys()].filter((index) => !taken.has(index));
  const leftThere = new Set(unmatched.flatMap((index) => headOf(theirs[index])));
  const added = new Set(
    [...ours.keys()].filter((index) => !counterparts.has(index) && !headOf(ours[index]).some((at) => leftThere.has(at))),
  );
  return { counterparts, added, unmatched };
}

/** How a figure has changed; both count the same in the same unit, as `compareFigures` pairs them. */
export function figureChange({ figure: now }: PlacedFigure, { figure: before }: PlacedFigure): FigureChange {
  const difference = withoutNoise(now.value - before.value);
  const approximate = now.approximate || before.approximate;
  const isShare = /[%‰]|百分点/u.test(now.unit);
  if (isShare || before.value === 0) return { difference, approximate };
  return { difference, percent: withoutNoise((difference / before.value) * 100), approximate };
}

/** 98.6 − 98.4 is 0.2. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}

function byThing(traits: readonly FigureTraits[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  traits.forEach(({ thing }, index) => {
    const group = groups.get(thing);
    if (group === undefined) groups.set(thing, [index]);
    else group.push(index);
  });
  return groups;
}

/** Those of one group that are each other's best by a clear margin. */
function surePairs(
  mine: readonly number[],
  candidates: readonly number[],
  ours: readonly FigureTraits[],
  theirs: readonly FigureTraits[],
): readonly (readonly [number, number])[] {
  const scores = mine.map((a) => candidates.map((b) => likeness(ours[a], theirs[b])));
  return mine.flatMap((a, row) => {
    const column = clearBest(scores[row] ?? []);
    if (column === undefined || clearBest(scores.map((of) => of[column] ?? 0)) !== row) return [];
    const b = candidates[column];
    return b === undefined ? [] : [[a, b] as const];
  });
}

/** The place of the one that is better than all others; undefined where none is. */
function clearBest(scores: readonly number[]): number | undefined {
  const best = Math.max(0, ...scores);
  const place = scores.indexOf(best);
  if (best === 0) return undefined;
  return scores.every((score, index) => index === place || best - score >= MARGIN) ? place : undefined;
}

/** How sure two figures of one thing are the same; 0 where they are not. */
function likeness(a: FigureTraits | undefined, b: FigureTraits | undefined): number {
  if (a === undefined || b === undefined || a.bounds !== b.bounds || !sameUnit(a, b) || !sameSection(a, b)) return 0;
  const clause = sharedPairs(a.clause, b.clause);
  const lead = sharedPairs(a.lead, b.lead);
  if (clause < ALIKE_CLAUSES || (!a.isTelling && lead < ALIKE_LEADS)) return 0;
  return clause + lead + sharedPairs(a.heading, b.heading) / 2;
}

function sameUnit(a: FigureTraits, b: FigureTraits): boolean {
  return a.unit === b.unit || isNoneOf(a, b) || isNoneOf(b, a);
}

/** 未发生事故 is the number of accidents, whatever they are counted in. */
function isNoneOf(none: FigureTraits, { unit }: FigureTraits): boolean {
  return none.isZeroInWords && !/[%‰元]|百分点/u.test(unit);
}

function sameSection(a: FigureTraits, b: FigureTraits): boolean {
  return a.kinds.length === 0 ? b.kinds.length === 0 : a.kinds.some((kind) => b.kinds.includes(kind));
}

/** What of a figure another wording is likely to keep: the end of what it counts, and how it is counted. */
function headOf(traits: FigureTraits | undefined): readonly string[] {
  return traits === undefined ? [] : [`${traits.thing.slice(-2)}|${traits.isZeroInWords ? '' : traits.unit}`];
}
