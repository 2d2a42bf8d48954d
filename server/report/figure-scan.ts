import { matchAt } from '../text/match-at.js';
import { parseChineseNumeral } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { arabicFigureAt } from './arabic-figure.js';
import { chineseFigureAt } from './chinese-figure.js';
import { countedThing, nounAfter } from './counted-thing.js';
import { BEGINS, DIGIT, IN_NUMERAL, kindAt, NONE, QUOTE } from './figure-characters.js';
import type { Figure } from './figures.js';

/** A number with its measure word before it is known what it counts. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly approximate: boolean;
  readonly unit: string;
  readonly unitEnd: number;
}

/** What stands at a place that looks like a number: how far it was read, and the quantity if it is one. */
export interface NumberReading {
  readonly end: number;
  readonly quantity: Quantity | undefined;
}

const ZERO =
  /(?<![有毫虚])无(?:一)?(?:起|例|件|宗|人)|(?<![有毫])无(?=[^，。；法障偿证关论讼缝线形私愧声限疑微需]{0,10}(?:行政复议|行政诉讼|复议|诉讼|败诉|纠错|案件|事故|事件|投诉|信访|上访|情形发生|情况发生|现象发生))|没有(?:发生|出现|一起|一例|一件)|未有(?=[^，。；]{0,8}(?:案件|事故|事件|投诉|信访|复议|诉讼))|(?<=为)零(?=[，。；、]|$)|没有(?=[^，。；]{0,14}(?:投诉|案件|事故|事件|复议|诉讼|败诉|信访|上访))|未(?:发生|出现|收到|接到|受理|办理|产生|发现)|零(?=败诉|非访|越级|投诉|上访|事故|发案|差错|复议|诉讼|发生|违规|纠错|信访)/uy;
const PERCENT_IN_WORDS = /百分之([一二三四五六七八九十百零两]+)/uy;
/** Names in 《》 and short quotations: numbers in them belong to the name. */
const QUOTATION = /《[^《》]{1,80}》|“[^“”]{1,16}”|"[^"]{1,16}"/uy;
const HUNDRED = '百'.charCodeAt(0);
const NIL = '零'.charCodeAt(0);

/**
 * Figures of a text, in order, by one pass over its characters; expressions are tried only where a character can begin
 * what they read.
 *
 * @param most how many figures are wanted; the rest of the text is not looked at.
 */
export function scanFigures(text: string, most: number): Figure[] {
  const figures: ReadFigure[] = [];
  const add = (quantity: Quantity | undefined): void => {
    if (quantity !== undefined && figures.length < most) figures.push(new ReadFigure(text, quantity, figures.at(-1)));
  };
  // Where each kind of reading may begin again: what was read as one number holds no other.
  let nextNumber = 0;
  let nextPercent = 0;
  let nextZero = 0;
  let nextQuotation = 0;
  /** How far names and quotations go that began before. */
  let quoted = 0;
  const unquoted = (quantity: Quantity | undefined): Quantity | undefined =>
    quantity === undefined || quantity.end >= quoted || isBareNil(text, quantity) ? quantity : undefined;
  for (let at = 0; at < text.length && figures.length < most; at++) {
    const kind = kindAt(text, at);
    if ((kind & BEGINS) === 0) continue;
    if ((kind & QUOTE) !== 0) {
      const quotation = at < nextQuotation ? null : matchAt(QUOTATION, text, at);
      if (quotation !== null) {
        nextQuotation = at + quotation[0].length;
        quoted = Math.max(quoted, nextQuotation);
      }
      continue;
    }
    if (at >= nextNumber && (kind & (DIGIT | IN_NUMERAL)) !== 0) {
      const reading = (kind & DIGIT) === 0 ? chineseFigureAt(text, at) : arabicFigureAt(text, at);
      if (reading !== undefined) {
        nextNumber = reading.end;
        add(unquoted(reading.quantity));
      }
    }
    if (text.charCodeAt(at) === HUNDRED && at >= nextPercent) {
      const match = matchAt(PERCENT_IN_WORDS, text, at);
      if (match !== null) {
        nextPercent = at + match[0].length;
        add(unquoted(percentage(at, match)));
      }
    }
    if ((kind & NONE) !== 0 && at >= nextZero) {
      const match = matchAt(ZERO, text, at);
      if (match !== null) {
        nextZero = at + match[0].length;
        add(unquoted(zero(at, match[0])));
      }
    }
  }
  return figures;
}

/** “零败诉” in quotes still says that there was none. */
function isBareNil(text: string, { start, end }: Quantity): boolean {
  return end - start === 1 && text.charCodeAt(start) === NIL;
}

function percentage(start: number, match: RegExpExecArray): Quantity | undefined {
  const value = parseChineseNumeral(match[1] ?? '');
  const end = start + match[0].length;
  return value === undefined ? undefined : { start, end, value, approximate: false, unit: '%', unitEnd: end };
}

function zero(start: number, written: string): Quantity {
  const end = start + written.length;
  const last = written.charAt(written.length - 1);
  return { start, end, value: 0, approximate: false, unit: '起例件宗人'.includes(last) ? last : '', unitEnd: end };
}

/** A figure that reads what it counts when it is asked. */
class ReadFigure implements Figure {
  readonly span: Span;
  readonly text: string;
  readonly value: number;
  readonly approximate: boolean;
  readonly unit: string;
  readonly unitEnd: number;
  readonly #source: string;
  readonly #before: ReadFigure | undefined;
  #of: string | undefined;

  constructor(source: string, { start, end, value, approximate, unit, unitEnd }: Quantity, before: ReadFigure | undefined) {
    this.span = { start, end };
    this.text = source.slice(start, end);
    this.value = value;
    this.approximate = approximate;
    this.unit = unit;
    this.unitEnd = unitEnd;
    this.#source = source;
    this.#before = before;
  }

  get of(): string {
    // 法治讲座5场300余人次: both count the same thing, and so may a long row of figures.
    const row: ReadFigure[] = [];
    let first: ReadFigure = this;
    for (let before = first.#rowBefore(); first.#of === undefined && before !== undefined; before = first.#rowBefore()) {
      row.push(first);
      first = before;
    }
    first.#of ??= first.#ownThing();
    for (const figure of row) figure.#of = first.#of;
    return first.#of;
  }

  /** The figure before, where nothing but blanks parts the two. */
  #rowBefore(): ReadFigure | undefined {
    const before = this.#before;
    if (before === undefined) return undefined;
    return this.#source.slice(before.unitEnd, this.span.start).trim() === '' ? before : undefined;
  }

  #ownThing(): string {
    if (this.value === 0) return nounAfter(this.#source, this.unitEnd);
    return countedThing(this.#source, this.#before?.unitEnd ?? 0, this.span.start, this.unitEnd);
  }
}
