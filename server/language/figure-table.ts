import type { Range } from 'vscode-languageserver-types';
import type { Report, SectionKind } from '../report/report.js';
import { type PlacedFigure, reportFigures } from '../report/report-figures.js';
import type { Locale } from '../rules/rule.js';
import { wholeCharacters } from '../text/whole-characters.js';
import { toRange } from './ranges.js';
import { kindNames } from './sections.js';

/** One figure of a report with all that a table shows of it. */
export interface FigureRow {
  /** What it counts; empty where the clause does not tell. */
  readonly of: string;
  /** Number and measure word as written: 300余人次. */
  readonly text: string;
  readonly value: number;
  /** 余, 多, 近, 约, 超过 … */
  readonly approximate: boolean;
  /** Measure word; empty where none follows. */
  readonly unit: string;
  readonly kinds: readonly SectionKind[];
  /** Name of the mandated section in the user's language; empty outside of one. */
  readonly section: string;
  /** Text of the nearest heading above; empty where there is none. */
  readonly heading: string;
  /** Number and measure word; lines and UTF-16 characters from 0. */
  readonly range: Range;
  /** A few words before and behind it, for whoever does not see the text. */
  readonly before: string;
  readonly after: string;
}

/** How many characters (UTF-16) of its surroundings a row tells. */
const BEFORE = 18;
const AFTER = 10;

/** Every figure of the report proper, in the order of `reportFigures`. */
export function figureTable(report: Report, locale: Locale): readonly FigureRow[] {
  return reportFigures(report).map((placed) => rowOf(placed, report, locale));
}

function rowOf({ figure, paragraph }: PlacedFigure, { source }: Report, locale: Locale): FigureRow {
  const { text } = paragraph;
  const { start } = figure.span;
  const kinds = paragraph.section?.kinds ?? [];
  return {
    of: figure.of,
    text: text.slice(start, figure.unitEnd),
    value: figure.value,
    approximate: figure.approximate,
    unit: figure.unit,
    kinds,
    section: kindNames(kinds, locale),
    heading: paragraph.heading?.text ?? '',
    range: toRange(source, paragraph.toSource({ start, end: figure.unitEnd })),
    before: wholeCharacters(text, Math.max(sentenceStart(text, start), start - BEFORE), start),
    after: wholeCharacters(text, figure.unitEnd, figure.unitEnd + AFTER).split(/(?<=[。！？；])/u, 1)[0] ?? '',
  };
}

/** Where the sentence begins in which a place stands, looking back no further than a row tells. */
function sentenceStart(text: string, place: number): number {
  const from = Math.max(0, place - BEFORE);
  const end = /^.*[。！？；]/su.exec(text.slice(from, place))?.[0].length ?? 0;
  return from + end;
}
