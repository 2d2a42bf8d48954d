import { isFurnitureLine } from '../report/furniture.js';
import { readMarker } from '../report/markers.js';
import type { ParagraphContent } from '../report/report.js';
import { isDigit, isHan, isLatinLetter } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { openingCommas } from './opening-comma.js';
import type { SourceEdit } from './rule.js';

/** A half-width mark, or a pair of brackets with a half-width side, that stands between Chinese; spans are offsets into its paragraph. */
export interface HalfWidthMark {
  /** The mark, or the first half-width side of the pair. */
  readonly span: Span;
  /** How many half-width marks: 2 for a pair of half-width brackets. */
  readonly count: number;
  /** False at the end of its paragraph, where nothing follows it. */
  readonly isInner: boolean;
  /** The brackets of a period at the end of a name in 《》; the press prints names so, too, and it is tolerated. */
  readonly isPeriodOfName: boolean;
  readonly written: string;
  readonly fullWidth: string;
  readonly edits: readonly SourceEdit[];
}

/** The half-width marks of a paragraph, with how many full-width ones of the same kinds stand beside them. */
export interface MarkWidths {
  readonly half: readonly HalfWidthMark[];
  readonly full: number;
}

const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);
const NONE: MarkWidths = Object.freeze({ half: Object.freeze([]), full: 0 });
/** Numbers of items (（三）, (1)), bare years and codes: other rules, or nobody's business. */
const NUMERAL_ONLY = /^[0-9０-９一二三四五六七八九十百〇零a-zA-Z]{0,4}$/u;
const FIGURE_ONLY = /^(?:[0-9]{4}年?[ ]?[-—–－~～至][ ]?[0-9]{4}|[0-9.]{1,6}[%％])$/u;
const PERIOD = /^(?:19|20)\d{2}年?[ ]?[-—–－~～至]{1,2}[ ]?(?:19|20)\d{2}年?$/u;
const LONGEST_FIGURE = 12;
/** 来源:, 发布时间: stand at the beginning of their line. */
const LONGEST_LABEL = 40;
const MOST_BLANKS = 2;

/** Every half-width mark that is read. */
export const HALF_WIDTH_MARKS: readonly string[] = Object.freeze([...FULL_WIDTH.keys()]);

/** Reads the marks , ; : ? ! and brackets of a paragraph; page furniture, tables of Markdown and code have none. A key of `fact`. */
export function readMarkWidths({ text, role }: ParagraphContent): MarkWidths {
  if (role === 'furniture' || text.startsWith('|') || (/[:(]/u.test(text.slice(0, LONGEST_LABEL)) && isFurnitureLine(text))) return NONE;
  const half: HalfWidthMark[] = [];
  const brackets: Bracket[] = [];
  let commas: ReadonlySet<number> | undefined;
  let full = 0;
  for (let at = readMarker(text)?.end ?? 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      const open = brackets.at(-1);
      if (open !== undefined) open.hasHan = true;
      continue;
    }
    const written = text.charAt(at);
    if (written === '(' || written === '（') {
      brackets.push({ at, hasHan: false });
    } else if (written === ')' || written === '）') {
      const open = brackets.pop();
      if (open === undefined) continue;
      const outer = brackets.at(-1);
      if (outer !== undefined) outer.hasHan ||= open.hasHan;
      const inner = text.slice(open.at + 1, Math.min(at, open.at + 1 + LONGEST_FIGURE));
      if (NUMERAL_ONLY.test(inner) && at - open.at <= LONGEST_FIGURE) continue;
      full += (text.charAt(open.at) === '（' ? 1 : 0) + (written === '）' ? 1 : 0);
      const found = readPair(text, open, at, inner);
      if (found !== undefined) half.push(found);
    } else if ('，；：？！'.includes(written)) {
      full++;
    } else if (FULL_WIDTH.has(written)) {
      commas ??= new Set(openingCommas(text).map((comma) => comma.at));
      const found = commas.has(at) ? undefined : readMark(text, at);
      if (found !== undefined) half.push(found);
    }
  }
  return { half: half.length > 1 ? half.sort((a, b) => a.span.start - b.span.start) : half, full };
}

interface Bracket {
  readonly at: number;
  hasHan: boolean;
}

/** Both sides of a pair are made full width together: one side alone would unbalance them. */
function readPair(text: string, open: Bracket, close: number, inner: string): HalfWidthMark | undefined {
  const sides = [open.at, close].filter((at) => '()'.includes(text.charAt(at)));
  const first = sides[0];
  if (first === undefined || text.charAt(open.at - 1) === ']') return undefined;
  const isMixed = sides.length === 1;
  const isFigure = FIGURE_ONLY.test(inner) && isHan(text.charCodeAt(open.at - 1));
  if (!isMixed && !open.hasHan && !isFigure) return undefined;
  return {
    span: { start: first, end: first + 1 },
    count: sides.length,
    isInner: true,
    isPeriodOfName: text.charAt(close + 1) === '》' && PERIOD.test(inner),
    written: isMixed ? text.charAt(first) : '()',
    fullWidth: isMixed ? (FULL_WIDTH.get(text.charAt(first)) ?? '') : '（）',
    edits: sides.map((at) => ({
      span: { start: at, end: at + 1 },
      newText: FULL_WIDTH.get(text.charAt(at)) ?? '',
    })),
  };
}

type Neighbour = 'han' | 'mark' | 'half-mark' | 'digit' | 'latin' | 'end' | 'other';

function readMark(text: string, at: number): HalfWidthMark | undefined {
  const written = text.charAt(at);
  let next = at + 1;
  while (next <= at + MOST_BLANKS && (text.charAt(next) === ' ' || text.charAt(next) === '\u00a0')) next++;
  const before = neighbour(text, at - 1);
  const after = neighbour(text, next);
  if (!isBetweenChinese(written, before, after)) return undefined;
  // A blank behind the mark, as in English, goes with it.
  const end = after === 'han' || after === 'mark' || after === 'digit' ? next : at + 1;
  return {
    span: { start: at, end: at + 1 },
    count: 1,
    isInner: after !== 'end',
    isPeriodOfName: false,
    written,
    fullWidth: FULL_WIDTH.get(written) ?? '',
    edits: [{ span: { start: at, end }, newText: FULL_WIDTH.get(written) ?? '' }],
  };
}

/** One side must be Chinese; figures on both (10,000, 11:16, 1:500), addresses (网址:http) and code are none. */
function isBetweenChinese(written: string, before: Neighbour, after: Neighbour): boolean {
  if (before === 'other' || after === 'other' || before === 'end') return false;
  if (before === 'latin') return after === 'han' && (written === ',' || written === ';');
  if (after === 'latin') return before === 'han' && written !== ':' && written !== '?';
  if (before === 'han') return true;
  if (before === 'digit') return after === 'han' || after === 'mark';
  return after === 'han' || after === 'mark' || (before === 'mark' && (after === 'digit' || after === 'end'));
}

function neighbour(text: string, at: number): Neighbour {
  if (at < 0 || at >= text.length) return 'end';
  const code = text.charCodeAt(at);
  if (isHan(code)) return 'han';
  if (isDigit(code)) return 'digit';
  if (isLatinLetter(code)) return 'latin';
  const character = text.charAt(at);
  if ('“”‘’《》（）【】〔〕〈〉、。，；：！？…—·％‰①②③④⑤⑥⑦⑧⑨⑩㎡℃'.includes(character)) return 'mark';
  return ',;:?!()"%'.includes(character) ? 'half-mark' : 'other';
}
