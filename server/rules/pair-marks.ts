import { isDigit } from '../text/characters.js';
import { readStraightQuotes } from './double-quotes.js';

/** Marks that come in pairs; brackets of one shape count as one kind whatever their width, for width is another rule's. */
export type PairKind = 'double-quote' | 'single-quote' | 'title' | 'inner-title' | 'parenthesis' | 'square' | 'lenticular';

/** One side of a pair. */
export interface PairMark {
  readonly kind: PairKind;
  readonly isOpen: boolean;
  readonly written: string;
  /** Offset into the paragraph's text. */
  readonly at: number;
}

/**
 * A defect of pairing.
 *
 * - `unclosed`, `unopened`: a side without its other.
 * - `reversed`: a side that should be the other one (“A“), or two that stand the wrong way round (”A“): `also` is the other.
 * - `mismatched`: an opening mark closed by one of another shape: `also` is that one.
 */
export interface PairDefect {
  readonly form: 'unclosed' | 'unopened' | 'reversed' | 'mismatched';
  readonly mark: PairMark;
  readonly also?: PairMark;
}

const KINDS: readonly (readonly [PairKind, string, string])[] = [
  ['double-quote', '“', '”'],
  ['single-quote', '‘', '’'],
  ['title', '《', '》'],
  ['inner-title', '〈', '〉'],
  ['parenthesis', '（(﹙', '）)﹚'],
  ['square', '〔[［﹝', '〕]］﹞'],
  ['lenticular', '【', '】'],
];
type Side = Pick<PairMark, 'kind' | 'isOpen'>;

const MARKS: ReadonlyMap<string, Side> = new Map(
  KINDS.flatMap(([kind, open, close]) => [...sidesOf(open, { kind, isOpen: true }), ...sidesOf(close, { kind, isOpen: false })]),
);

function sidesOf(marks: string, side: Side): (readonly [string, Side])[] {
  return [...marks].map((mark) => [mark, side]);
}

/** Every mark that may be one side of a pair. */
export const PAIR_MARKS: readonly string[] = Object.freeze([...MARKS.keys()]);

/** The side that belongs to a mark: ） for （, ) for (. */
export function otherSide(written: string): string {
  for (const [, open, close] of KINDS) {
    const at = open.indexOf(written);
    if (at >= 0) return close.charAt(at);
    const from = close.indexOf(written);
    if (from >= 0) return open.charAt(from);
  }
  return '';
}

/** Every mark of a text that may be one side of a pair, in order; apostrophes and smileys are none. */
function readPairMarks(text: string): PairMark[] {
  const marks: PairMark[] = [];
  for (let at = 0; at < text.length; at++) {
    const written = text.charAt(at);
    const side = MARKS.get(written);
    if (side === undefined || isNoSide(text, at, text.charCodeAt(at))) continue;
    marks.push({ kind: side.kind, isOpen: side.isOpen, written, at });
  }
  return marks;
}

const OPENS = 0x80;
/** By character: a bit for its kind, and one where it opens; 0 for what is no side of a pair. */
const SIDES = readSides();
const PARENTHESIS = bitOfKind('parenthesis');

function readSides(): Uint8Array {
  const sides = new Uint8Array(0x10000);
  for (const [mark, { kind, isOpen }] of MARKS) sides[mark.charCodeAt(0)] = bitOfKind(kind) | (isOpen ? OPENS : 0);
  return sides;
}

function bitOfKind(kind: PairKind): number {
  return 1 << KINDS.findIndex(([own]) => own === kind);
}

/** Whether every mark of a text that opens is closed before the next of its kind opens; brackets may stand inside each other. */
export function isPlainlyPaired(text: string): boolean {
  let open = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const side = SIDES[code] ?? 0;
    if (side === 0 || isNoSide(text, at, code)) continue;
    const kind = side & ~OPENS;
    if (kind === PARENTHESIS) {
      depth += side === kind ? -1 : 1;
      if (depth < 0) return false;
    } else {
      if (((open & kind) === 0) === (side === kind)) return false;
      open ^= kind;
    }
  }
  return open === 0 && depth === 0;
}

const NONE: readonly PairDefect[] = Object.freeze([]);
/** Farther apart than this two marks have nothing to do with each other. */
const REACH = 60;
/** Marks at which a clause or an item ends. */
export const MARKS_THAT_PAUSE = '、，。；：！？,;:!?';

/**
 * What does not pair in a text, in order. Kinds are read one by one, so one lost mark spoils nothing of the others, and
 * the innermost marks pair first, so what is reported is the mark that has lost its other side.
 */
export function findPairDefects(text: string): readonly PairDefect[] {
  if (isPlainlyPaired(text)) return NONE;
  const marks = readPairMarks(text);
  const isStraightPaired = readStraightQuotes(text);
  const defects = KINDS.flatMap(([kind]) => {
    if (kind === 'double-quote' && isStraightPaired.straight.length > 0 && isStraightPaired.curved !== undefined) return [];
    const own = marks.filter((mark) => mark.kind === kind);
    return kind === 'parenthesis' ? bracketDefects(text, own) : defectsOf(text, own);
  });
  return joinMismatched(
    text,
    defects.sort((a, b) => a.mark.at - b.mark.at),
  );
}

/** Defects of one kind are counted up to here; whoever shows the count says “or more”. */
export const MOST_DEFECTS = 1000;

/** The marks of one kind. */
function defectsOf(text: string, marks: readonly PairMark[]): PairDefect[] {
  const lone = new Uint8Array(marks.length + 1);
  const open: number[] = [];
  const defects: PairDefect[] = [];
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index];
    if (mark === undefined) continue;
    const isClosing = !mark.isOpen || (open.length > 0 && isOpenedTwice(text, mark));
    if (!isClosing || (open.length === 0 && isClosedFirst(text, mark, marks[index + 1]))) {
      if (!mark.isOpen) defects.push({ form: 'reversed', mark });
      open.push(index);
      continue;
    }
    if (mark.isOpen) defects.push({ form: 'reversed', mark });
    const partner = open.pop();
    const opener = partner === undefined ? undefined : marks[partner];
    if (opener === undefined) {
      lone[index] = 1;
      const next = marks[index + 1];
      // 甲”“乙、……: the opening mark is half of the same slip, and pairs with nothing behind it.
      if (next !== undefined && isBackToBack(text, mark, next, marks[index + 2])) lone[++index] = 1;
    } else if (open.length > 0 && isInsideOut(text, opener, mark)) {
      defects.push({ form: 'reversed', mark: opener, also: mark });
    }
  }
  for (const index of open) lone[index] = 1;
  for (let index = 0; index < marks.length && defects.length < MOST_DEFECTS; index++) {
    const mark = marks[index];
    if (mark === undefined || lone[index] !== 1) continue;
    const next = lone[index + 1] === 1 ? marks[index + 1] : undefined;
    const wrong = next === undefined ? undefined : wrongWayRound(text, mark, next);
    if (wrong === undefined) {
      defects.push({ form: mark.isOpen ? 'unclosed' : 'unopened', mark });
    } else {
      defects.push(wrong);
      index++;
    }
  }
  return defects;
}

/** “A“，: what opens again directly before a pause closes. */
function isOpenedTwice(text: string, { at, kind }: PairMark): boolean {
  const after = text.charAt(at + 1);
  return kind !== 'parenthesis' && after !== '' && '、，。；'.includes(after);
}

/** 、”A”: what closes nothing, directly behind a pause and before another closing mark, opens. */
function isClosedFirst(text: string, { at, kind }: PairMark, next: PairMark | undefined): boolean {
  const before = text.charAt(at - 1);
  if (next === undefined || next.isOpen || next.at - at > REACH || next.at - at < 2) return false;
  return kind !== 'parenthesis' && before !== '' && '、，。；：'.includes(before);
}

/** “A“、”B”: the inner two pair, but what they hold is the pause between two quotations. */
function isInsideOut(text: string, open: PairMark, close: PairMark): boolean {
  if (close.at - open.at > REACH || open.kind === 'parenthesis') return false;
  const first = text.charAt(open.at + 1);
  const last = text.charAt(close.at - 1);
  return (
    close.at - open.at > 1 &&
    (MARKS_THAT_PAUSE.includes(first) || '、（《'.includes(last) || /^[和与及或]$/u.test(text.slice(open.at + 1, close.at)))
  );
}

/** ”“ of which neither has its other side: what would close the second stands beyond the end of a sentence, or nowhere. */
function isBackToBack(text: string, close: PairMark, open: PairMark, following: PairMark | undefined): boolean {
  if (!open.isOpen || open.at - close.at > 2 || open.kind === 'parenthesis') return false;
  if (following === undefined || following.isOpen || following.at - open.at > REACH) return true;
  return text.slice(open.at, following.at - 1).includes('。');
}

/** Two neighbouring marks, both without their other side, that make one slip; undefined where they are two. */
function wrongWayRound(text: string, mark: PairMark, next: PairMark): PairDefect | undefined {
  if (next.at - mark.at > REACH || text.slice(mark.at, next.at).includes('。')) return undefined;
  if (!mark.isOpen && next.isOpen) {
    // ”同年又规定：“……: one quotation of several paragraphs ends, another begins.
    const isTurn = (mark.at === 0 || '。！？；'.includes(text.charAt(mark.at - 1))) && '：:'.includes(text.charAt(next.at - 1));
    return isTurn ? undefined : { form: 'reversed', mark, also: next };
  }
  if (mark.isOpen && next.isOpen) {
    // “A“: a quotation opened twice; “A、“B: two that are not closed.
    const before = text.charAt(next.at - 1);
    return next.at - mark.at > 1 && !MARKS_THAT_PAUSE.includes(before) && !'“‘《（(【〔'.includes(before)
      ? { form: 'reversed', mark: next, also: mark }
      : undefined;
  }
  if (!mark.isOpen && !next.isOpen) {
    const after = text.charAt(mark.at + 1);
    return next.at - mark.at > 1 && after !== '' && !MARKS_THAT_PAUSE.includes(after) && !'”’》）)】〕'.includes(after)
      ? { form: 'reversed', mark, also: next }
      : undefined;
  }
  return undefined;
}

/** Brackets: the numbers of items may have a right one alone (1）…；2）…). */
function bracketDefects(text: string, marks: readonly PairMark[]): PairDefect[] {
  const strict = defectsOf(text, marks);
  if (strict.length === 0 || strict.length > MOST_ITEMS) return strict;
  const whole = { digits: WHOLE_DIGITS.test(text.slice(1)), han: WHOLE_HAN.test(text.slice(1)) };
  const isItem = ({ at, isOpen }: PairMark): boolean => !isOpen && isItemNumber(text, at, whole);
  // First only the right brackets that close nothing are taken for those of numbers, then all that look like it.
  const idle = new Set(strict.flatMap(({ mark, also }) => (also === undefined ? [mark] : [mark, also])));
  const readings = [marks.filter((mark) => !(idle.has(mark) && isItem(mark))), marks.filter((mark) => !isItem(mark))];
  const best = readings.map((reading) => defectsOf(text, reading)).reduce((least, next) => (next.length < least.length ? next : least));
  return best.filter(({ mark, form }) => !(form === 'unclosed' && isOpenItemNumber(text, mark.at)));
}

/** No paragraph numbers more items than this in its running text. */
const MOST_ITEMS = 200;
const WHOLE_DIGITS = /[（(][0-9]{1,2}[）)]/u;
const WHOLE_HAN = /[（(][一二三四五六七八九十]{1,3}[）)]/u;
const ITEM_NUMBER =
  /(?:^|[；;：:。，,、\s])[ \u00a0\u3000]{0,2}(?:(?<digits>[0-9０-９]{1,2})|(?<han>[一二三四五六七八九十]{1,3})|[a-zA-Z]|[①-⑳])[ ]?$/u;

/** The right bracket of 1）, 一) or a) where an item begins; within a paragraph that numbers (1) it has lost its left one. */
function isItemNumber(text: string, at: number, whole: { readonly digits: boolean; readonly han: boolean }): boolean {
  const match = ITEM_NUMBER.exec(text.slice(Math.max(0, at - 8), at));
  if (match === null) return false;
  const isLost = (match.groups?.['digits'] !== undefined && whole.digits) || (match.groups?.['han'] !== undefined && whole.han);
  return at <= 4 || !isLost;
}

/** （一加强…: the number of a heading that has lost its right bracket, which is a rule of its own. */
function isOpenItemNumber(text: string, at: number): boolean {
  return at === 0 && /^[（(][ ]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?![0-9年月日])/u.test(text);
}

/** 【A]: the opening mark of one shape and the closing mark of another are one slip. */
function joinMismatched(text: string, defects: readonly PairDefect[]): PairDefect[] {
  const joined: PairDefect[] = [];
  for (let index = 0; index < defects.length; index++) {
    const defect = defects[index];
    const next = defects[index + 1];
    if (defect === undefined) continue;
    const isPair =
      defect.form === 'unclosed' &&
      next?.form === 'unopened' &&
      next.mark.at - defect.mark.at <= REACH &&
      !text.slice(defect.mark.at, next.mark.at).includes('。');
    joined.push(isPair ? { form: 'mismatched', mark: defect.mark, also: next.mark } : defect);
    if (isPair) index++;
  }
  return joined;
}

/** Apostrophes, the brackets of smileys and the signs of seconds are no sides of pairs. */
function isNoSide(text: string, at: number, code: number): boolean {
  if (code === LEFT_SINGLE_QUOTE || code === RIGHT_SINGLE_QUOTE) return isApostrophe(text, at);
  if (code === RIGHT_DOUBLE_QUOTE) return isDigit(text.charCodeAt(at - 1)) && isSeconds(text, at);
  return (code === LEFT_BRACKET || code === RIGHT_BRACKET) && isSmiley(text, at);
}

const LEFT_BRACKET = 0x28;
const RIGHT_BRACKET = 0x29;
const LEFT_SINGLE_QUOTE = 0x2018;
const RIGHT_SINGLE_QUOTE = 0x2019;
const RIGHT_DOUBLE_QUOTE = 0x201d;

/** don’t, 六’一, 12’4: an apostrophe, or a dot of a date written with one. */
function isApostrophe(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (/[A-Za-z]/u.test(before) && /[A-Za-z]/u.test(after)) return true;
  const isNumeral = (character: string): boolean => /[0-9一二三四五六七八九十]/u.test(character);
  return isNumeral(before) && isNumeral(after);
}

/** 5’30”: minutes and seconds. */
function isSeconds(text: string, at: number): boolean {
  return /[0-9][’′'][0-9]{1,2}$/u.test(text.slice(Math.max(0, at - 4), at));
}

function isSmiley(text: string, at: number): boolean {
  return /^[:;=]-?[()]$/u.test(text.slice(at - 1, at + 1)) && !/[\u4e00-\u9fff]/u.test(text.charAt(at - 2));
}
