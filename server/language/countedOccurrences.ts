import { UNIT_CLASSES } from '../knowledge/unit-classes.js';
import type { Figure } from '../report/figures.js';
import type { Paragraph, Report } from '../report/report.js';
import { contains, type Span } from '../text/span.js';

/** A figure of a report that counts the thing in question. Offsets into the untouched text. */
export interface CountedOccurrence {
  /** The number with its measure word. */
  readonly figure: Span;
  /** What it counts, where that stands word by word beside it. */
  readonly noun: Span | undefined;
}

/** One counted thing and every figure that counts it. */
export interface CountedThing {
  /** What is counted: 法治讲座. */
  readonly noun: string;
  /** In the order of the text; two figures may have their noun in common. */
  readonly all: readonly CountedOccurrence[];
}

/** How far from its number what is counted stands, at most. */
const REACH = 60;
const SHORTEST_NOUN = 2;

/**
 * The thing that is counted where the caret is: on a number, on its measure word or on what it counts.
 *
 * @param offset into the untouched text.
 * @returns undefined anywhere else, and where the text does not say what is counted.
 */
export function countedThingAt(report: Report, offset: number): CountedThing | undefined {
  const paragraph = report.paragraphs.find(({ pieces }) => pieces.some((piece) => contains(piece, { start: offset, end: offset })));
  if (paragraph === undefined || paragraph.role === 'furniture' || paragraph.role === 'title') return undefined;
  const wanted = nearestFigure(paragraph, offset);
  if (wanted === undefined) return undefined;
  const all = report.paragraphs.flatMap((one) =>
    one.figures.filter((figure) => countsSame(figure, wanted)).map((figure) => occurrenceOf(one, figure)),
  );
  return { noun: wanted.of, all };
}

/** The figure at a place; a noun that is counted twice (讲座5场300余人次) stands for its first one. */
function nearestFigure(paragraph: Paragraph, offset: number): Figure | undefined {
  const at = { start: offset, end: offset };
  const named = paragraph.figures.filter(({ of }) => of.length >= SHORTEST_NOUN);
  const onNumber = named.find((figure) => contains(paragraph.toSource({ start: figure.span.start, end: figure.unitEnd }), at));
  if (onNumber !== undefined) return onNumber;
  return named.find((figure) => {
    const noun = nounSpan(paragraph, figure);
    return noun !== undefined && contains(paragraph.toSource(noun), at);
  });
}

function countsSame(figure: Figure, wanted: Figure): boolean {
  return unitClass(figure) === unitClass(wanted) && figure.of === wanted.of;
}

function unitClass({ unit }: Figure): string {
  return UNIT_CLASSES.get(unit) ?? unit;
}

function occurrenceOf(paragraph: Paragraph, figure: Figure): CountedOccurrence {
  const noun = nounSpan(paragraph, figure);
  return {
    figure: paragraph.toSource({ start: figure.span.start, end: figure.unitEnd }),
    noun: noun && paragraph.toSource(noun),
  };
}

/** Where a figure's noun stands in the text of its paragraph: before it, else right behind its measure word. */
function nounSpan({ text }: Paragraph, { of, span, unitEnd }: Figure): Span | undefined {
  const before = text.lastIndexOf(of, span.start - of.length);
  const isBefore =
    before >= 0 &&
    before + of.length <= span.start &&
    span.start - before <= REACH + of.length &&
    staysInSentence(text, before, span.start);
  if (isBefore) return { start: before, end: before + of.length };
  const behind = text.indexOf(of, unitEnd);
  return behind >= 0 && behind - unitEnd <= SHORTEST_NOUN ? { start: behind, end: behind + of.length } : undefined;
}

function staysInSentence(text: string, start: number, end: number): boolean {
  return !/[。；！？]/u.test(text.slice(start, end));
}
